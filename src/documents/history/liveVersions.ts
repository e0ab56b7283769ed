import type * as vscode from 'vscode';
import type { Flows } from '../../flows/flows';
import type { FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import { flowKey } from '../flowUri';
import { isLive } from '../statuses';
import type { KeptVersions } from './history';

/** What a flow had when it was last seen PUBLISHED. */
interface Seen {
  readonly key: string;
  readonly meaning: string;
  /** When GetFlow said that it was, in milliseconds since 1970: one answer vouches for one text. */
  readonly readAt: number;
}

export interface LiveVersion {
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly seenAt: number;
}

interface LiveVersionsParts {
  readonly history: KeptVersions;
  readonly flows: Pick<Flows, 'get'>;
  readonly state: vscode.Memento;
}

const STATE_KEY = 'camsFlows.live';

/** Flows remembered. Windows that write at the same time lose one of them to the other: then it cannot be known. */
const MOST = 500;

/**
 * Which kept version of a flow is the one that people get. CAMS tells neither that nor whether a draft was ever published, so it is
 * known only of flows that were published from here, or opened or overwritten here while they were PUBLISHED.
 */
export class LiveVersions extends DisposableStore {
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly parts: LiveVersionsParts) {
    super();
    this.register(parts.history.onDidChange((ref) => void this.notice(ref).catch(() => undefined)));
  }

  /** Undefined where it cannot be known, or is no longer kept. */
  async of(ref: FlowRef): Promise<LiveVersion | undefined> {
    const seen = this.seen.find(({ key }) => key === flowKey(ref));
    const bytes = seen && (await this.parts.history.find(ref, seen.meaning));
    return bytes && { bytes, seenAt: seen.readAt };
  }

  /** These bytes have just been published. */
  async published(ref: FlowRef, bytes: Uint8Array): Promise<void> {
    const { meaning } = await this.parts.history.keep(ref, bytes, 'base');
    await this.remember({ key: flowKey(ref), meaning, readAt: Date.now() });
  }

  /** What is kept of a published flow, and was not sent from here, is what lies on CAMS: before the change that makes it a draft. */
  private async notice(ref: FlowRef): Promise<void> {
    const { status, readAt = 0 } = this.parts.flows.get(ref) ?? {};
    if (!isLive(status)) return;
    const known = this.seen.find(({ key }) => key === flowKey(ref));
    if (known !== undefined && known.readAt >= readAt) return;
    const version = (await this.parts.history.list(ref)).find(({ origin }) => origin !== 'sent');
    if (version !== undefined) await this.remember({ key: flowKey(ref), meaning: version.meaning, readAt });
  }

  private get seen(): readonly Seen[] {
    const stored = this.parts.state.get<unknown>(STATE_KEY);
    return Array.isArray(stored) ? stored.filter(isSeen) : [];
  }

  private remember(seen: Seen): Promise<void> {
    this.last = this.last
      .then(() => {
        const others = this.seen.filter(({ key }) => key !== seen.key);
        return this.parts.state.update(STATE_KEY, [...others.slice(-MOST + 1), seen]);
      })
      .catch(() => undefined);
    return this.last;
  }
}

function isSeen(value: unknown): value is Seen {
  const { key, meaning, readAt } = (value ?? {}) as Record<string, unknown>;
  return typeof key === 'string' && typeof meaning === 'string' && typeof readAt === 'number';
}
