import { isVersion, newestVersion, recommendedVersion, versions, type Version } from '../catalogue/versions';
import type { FlowTree } from '../text/flowTree';
import type { Node } from '../text/nodes';
import { items, properties, stringOf, valueOf } from '../text/nodes';
import { screenOf, type Screen } from './screen';

/** One entry of `routing_model`: from a screen to others. */
export interface Route {
  readonly from: string;
  readonly keyNode: Node;
  /** The list of targets, whatever it is. */
  readonly node: Node | undefined;
  readonly targets: readonly { readonly id: string; readonly node: Node }[];
}

/** A Flow JSON text, read: the tree and what it says. Make one with `parseFlow`. */
export class Flow {
  /** The screens that are objects, in document order. */
  readonly screens: readonly Screen[];
  /** The rules of this version apply: the one written, else the nearest older one we know, else the recommended one. */
  readonly version: Version;
  private readonly byId = new Map<string, Screen>();

  constructor(readonly tree: FlowTree) {
    this.screens = tree.screens.filter(({ type }) => type === 'object').map(screenOf);
    for (const screen of this.screens) {
      if (screen.id !== undefined && !this.byId.has(screen.id)) this.byId.set(screen.id, screen);
    }
    this.version = nearestVersion(stringOf(this.property('version')));
  }

  /** The value of a top-level property (not `screens`: see {@link screens}). */
  property(key: string): Node | undefined {
    return valueOf(this.tree.top, key);
  }

  /** Whether the flow has an endpoint: its `data_api_version` says so (facts, section 2). */
  get endpoint(): boolean {
    return this.property('data_api_version') !== undefined;
  }

  /** The screen with that id; the first one where an id stands twice. */
  screen(id: string): Screen | undefined {
    return this.byId.get(id);
  }

  /** The screen a node belongs to; nothing at the top level. */
  screenAround(node: Node): Screen | undefined {
    const root = this.tree.screenOf(node);
    return root?.type === 'object' ? screenOf(root) : undefined;
  }

  /** `routing_model`, as far as it can be read. */
  get routes(): readonly Route[] {
    return properties(this.property('routing_model')).map(({ key, keyNode, value }) => ({
      from: key,
      keyNode,
      node: value,
      targets: items(value).flatMap((node) => {
        const id = stringOf(node);
        return id === undefined ? [] : [{ id, node }];
      }),
    }));
  }
}

/** The version whose rules fit a `version` text best. */
function nearestVersion(name: string | undefined): Version {
  if (isVersion(name)) return name;
  const asked = /^(\d{1,3})\.(\d{1,3})$/.exec(name ?? '');
  if (!asked) return recommendedVersion;
  const number = (text: string): number => {
    const [major, minor] = text.split('.').map(Number);
    return major! * 1000 + minor!;
  };
  const older = versions.filter((version) => number(version.name) <= number(name!));
  return older.at(-1)?.name ?? (number(name!) > number(newestVersion) ? newestVersion : versions[0].name);
}
