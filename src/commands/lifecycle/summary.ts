import { isRecord } from '../../platform/record';

/** A flow's JSON as a person recognises it. */
interface Outline {
  readonly version?: string;
  /** Screen ids in their order, each with one text for what is in it. */
  readonly screens: ReadonlyMap<string, string>;
}

/** What publishing changes for those who get the flow. */
export interface Summary {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly same: number;
  /** Where no screen has changed, something else may have: the routing model, for example. */
  readonly sameText: boolean;
  readonly versionBefore?: string;
  readonly version?: string;
}

/** Compares what goes live with what is live, screen by screen. Bytes that are no JSON have no screens. */
export function summaryOf(next: Uint8Array, live: Uint8Array): Summary {
  const [after, before] = [outlineOf(next), outlineOf(live)];
  const ids = [...after.screens.keys()];
  const kept = ids.filter((id) => before.screens.has(id));
  const changed = kept.filter((id) => before.screens.get(id) !== after.screens.get(id));
  return {
    added: ids.filter((id) => !before.screens.has(id)),
    removed: [...before.screens.keys()].filter((id) => !after.screens.has(id)),
    changed,
    same: kept.length - changed.length,
    sameText: Buffer.compare(next, live) === 0,
    versionBefore: before.version,
    version: after.version,
  };
}

/** The ids of the screens. A screen without an id is known by its place; an id that comes twice counts once, as a whole. */
export function outlineOf(bytes: Uint8Array): Outline {
  const flow = parsed(bytes);
  const screens = new Map<string, string>();
  const list: unknown[] = Array.isArray(flow?.screens) ? flow.screens : [];
  for (const [index, screen] of list.entries()) {
    const { id } = isRecord(screen) ? screen : {};
    const name = typeof id === 'string' && id !== '' ? id : `#${index + 1}`;
    screens.set(name, (screens.get(name) ?? '') + JSON.stringify(screen));
  }
  return { version: typeof flow?.version === 'string' ? flow.version : undefined, screens };
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
