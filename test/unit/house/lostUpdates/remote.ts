import type { Life } from './lives';
import { numberOf, respelled, type Texts } from './texts';
import type { VirtualTime } from './virtualTime';

/** How this CAMS behaves where nobody has told (facts 7.4, 7.5). */
export interface Manners {
  /** Keeps the JSON, not its spelling. */
  readonly respells: boolean;
  /** Milliseconds until a new text is what GetFlowJSONAssest leads to. */
  readonly lag: number;
}

/** A text that a flow has had. */
export interface Entry {
  readonly number: number;
  readonly bytes: Uint8Array;
  /** The window that sent it; undefined for the other person, who works in the console. */
  readonly by: number | undefined;
  readonly at: number;
  readonly visibleAt: number;
}

/** What one look of a window has found. */
export interface Look {
  readonly life: Life;
  /** When CAMS read it, not when the answer came. */
  readonly at: number;
  /** When the window had the answer. */
  answered?: number;
  /** How many texts the flow had had until then, as far as they could be seen. */
  readonly seen: number;
  /** Calls of this window since, for this flow: the change must be the next. */
  calls: number;
}

/** What lies on CAMS and in its file store. */
export class Remote {
  private readonly flows = new Map<string, Entry[]>();
  private readonly files = new Map<string, Uint8Array>();

  constructor(
    private readonly time: VirtualTime,
    private readonly texts: Pick<Texts, 'next'>,
    readonly manners: Manners,
  ) {}

  entries(flowId: string): readonly Entry[] {
    return this.flows.get(flowId) ?? [];
  }

  /** What somebody who looks now is given, and how many texts that covers. */
  visible(flowId: string): { entry: Entry | undefined; seen: number } {
    const entries = this.entries(flowId);
    let seen = entries.length;
    while (seen > 0 && entries[seen - 1]!.visibleAt > this.time.now) seen--;
    return { entry: entries[seen - 1], seen };
  }

  store(bytes: Uint8Array): string {
    const path = `https://files/${this.files.size}.json`;
    this.files.set(path, bytes);
    return path;
  }

  stored(filePath: string): Uint8Array {
    const bytes = this.files.get(filePath);
    if (bytes === undefined) throw new Error(`no file ${filePath}`);
    return bytes;
  }

  put(flowId: string, bytes: Uint8Array, by: number | undefined): Entry {
    const { respells, lag } = this.manners;
    const entry: Entry = {
      number: numberOf(bytes)!,
      bytes: respells ? respelled(bytes) : bytes,
      by,
      at: this.time.now,
      visibleAt: this.time.now + (this.entries(flowId).length === 0 ? 0 : lag),
    };
    this.flows.set(flowId, [...this.entries(flowId), entry]);
    return entry;
  }

  /** What the other person does in the console: they see everything at once. */
  actInConsole(flowId: string, act: ConsoleAct): void {
    const entries = this.entries(flowId);
    const last = entries.at(-1);
    if (act === 'write' || last === undefined) this.put(flowId, this.texts.next(), undefined);
    else if (act === 'respell') this.put(flowId, respelled(last.bytes), undefined);
    else this.put(flowId, entries[Math.max(0, entries.length - 3)]!.bytes, undefined);
  }
}

/** A new text; the same JSON in another spelling; an earlier text again. */
export type ConsoleAct = 'write' | 'respell' | 'goBack';
