import type { Life } from './lives';
import type { Entry, Look, Remote } from './remote';

/** A change on its way to CAMS. */
export interface Sending {
  readonly window: number;
  readonly life: Life | undefined;
  readonly flowId: string;
  readonly number: number;
  readonly bytes: Uint8Array;
  readonly look: Look | undefined;
  readonly at: number;
  /** What the person who sends it may overwrite. */
  readonly aware: ReadonlySet<number>;
}

/** How old a look may be that a change relies on, in milliseconds, unless CAMS takes longer than that to answer it. */
const LOOK_LASTS = 1_000;

/**
 * Every text that anybody saved is afterwards on CAMS, in the history, or in a dirty document; nothing is overwritten
 * unseen. Written down as it happens, from outside of the program: by what CAMS was asked, and what editors showed.
 */
export class Law {
  readonly broken: string[] = [];
  /** Texts of the other person that went in the race which no client can close: between the last look and the change. */
  raced = 0;
  /** What was typed in our windows. */
  readonly typed = new Set<number | undefined>();
  /** By flow: what must be somewhere. */
  private readonly owed = new Map<string, Set<number>>();

  constructor(private readonly remote: Remote) {}

  owedOf(flowId: string): Set<number> {
    const found = this.owed.get(flowId) ?? new Set<number>();
    this.owed.set(flowId, found);
    return found;
  }

  /** The other person saves in the console: they see what they overwrite, so what was their own may go. */
  consoleWrote(flowId: string, before: Entry | undefined, after: Entry): void {
    if (before !== undefined && before.by === undefined && before.number !== after.number)
      this.owedOf(flowId).delete(before.number);
    this.owedOf(flowId).add(after.number);
  }

  /**
   * From here on this text may be on CAMS, whatever the answer is. The race that no client can close is as wide as this: a
   * second, or what CAMS takes to answer one look, and nothing else in between.
   */
  sent({ flowId, number, look, life, at }: Sending): void {
    this.owedOf(flowId).add(number);
    if (look === undefined || look.life !== life) this.breach(`${number} was sent without a look`);
    else if (at - look.at > LOOK_LASTS && (look.calls > 0 || at !== look.answered))
      this.breach(`${number} was sent ${look.calls} calls and ${at - look.at} ms after the last look`);
  }

  /** CAMS took a text in the place of the last of these. */
  replaced({ flowId, number, look, aware, at }: Sending, before: readonly Entry[]): void {
    const gone = before.at(-1);
    if (gone === undefined || gone.number === number) return;
    // An answer that came after the keys had changed is dropped: then the look before it counts, if it is as young.
    const isYoung = gone.visibleAt > at - LOOK_LASTS;
    if (before.length > (look?.seen ?? 0) || (isYoung && !aware.has(gone.number))) {
      this.raced++;
      // It was there for nobody to see: neither the look before nor the look after the change shows it.
      if (gone.by === undefined) this.owedOf(flowId).delete(gone.number);
    } else if (!aware.has(gone.number)) {
      this.breach(`${gone.number} was overwritten unseen by ${number}`);
    }
  }

  /**
   * An editor says that its text is saved. `isDoubted`: CAMS said OK and shows another text, and the person is told; no client
   * can know whether their text was there in between.
   */
  saved(flowId: string, number: number | undefined, since: number, isDoubted: boolean): void {
    if (number === undefined) {
      this.breach('what is none of the texts was saved');
      return;
    }
    const entries = this.remote.entries(flowId);
    const wasThere = entries.some(
      (entry, index) =>
        entry.number === number && (entries[index + 1]?.visibleAt ?? Infinity) >= since - LOOK_LASTS,
    );
    if (!wasThere && !isDoubted) this.breach(`${number} is clean and was not on CAMS`);
    // A text of the console that somebody here saves again is the console's: it may go when they replace it.
    if (this.typed.has(number)) this.owedOf(flowId).add(number);
  }

  /** What can be found of a flow: every text that is owed must be among it. */
  check(flowId: string, found: ReadonlySet<number | undefined>, when: string): void {
    const last = this.remote.entries(flowId).at(-1)?.number;
    for (const number of this.owedOf(flowId)) {
      if (number !== last && !found.has(number)) this.breach(`${number} of flow ${flowId} is lost ${when}`);
    }
  }

  breach(what: string): void {
    this.broken.push(what);
  }
}
