import type { CallOptions } from '../../cams/types';
import { SharedRequests } from '../../flows/sharedRequests';
import type { FlowRef } from '../../flows/types';
import { fingerprintOf } from '../fingerprint';
import { flowKey } from '../flowUri';

/** `stat` and `readFile` of one opening are one look, in milliseconds; the next opening is another. */
const FRESH_FOR = 5_000;

/** How long a text stays at hand for telling whether the next one is the same, in milliseconds. */
const HELD_FOR = 60_000;

/** What a flow has on CAMS. */
interface RemoteText {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  /** When this text was first seen, in milliseconds since 1970. */
  readonly at: number;
  readonly lookedAt: number;
}

/** What flows have on CAMS now, for editors that show it beside another text. */
export class RemoteTexts {
  private readonly held = new Map<string, RemoteText>();
  private readonly looking = new SharedRequests<RemoteText>();

  constructor(private readonly download: (ref: FlowRef, options: CallOptions) => Promise<Uint8Array>) {}

  async look(ref: FlowRef): Promise<RemoteText> {
    const key = flowKey(ref);
    const held = this.held.get(key);
    const age = Date.now() - (held?.lookedAt ?? 0);
    if (held !== undefined && age >= 0 && age < FRESH_FOR) return held;
    return this.looking.run(key, {}, async (options) => this.hold(key, await this.download(ref, options)));
  }

  /** Its time advances when and only when it is another text: else VS Code would load it again and again. */
  private hold(key: string, bytes: Uint8Array): RemoteText {
    const before = this.held.get(key);
    const fingerprint = fingerprintOf(bytes);
    const now = Date.now();
    const at = before?.fingerprint === fingerprint ? before.at : Math.max(now, (before?.at ?? 0) + 1);
    const text = { bytes, fingerprint, at, lookedAt: now };
    this.held.set(key, text);
    const drop = () => this.held.get(key) === text && this.held.delete(key);
    setTimeout(drop, HELD_FOR).unref();
    return text;
  }
}
