import { meaningOf } from '../../../../src/documents/meaning';
import { journalFiles, type JournalFile } from './journalFiles';
import type { Law, Sending } from './law';
import type { Life } from './lives';
import type { Machine } from './machine';
import type { Remote } from './remote';

/** What the program says of a save whose end it did not see, by the sentence that it uses. */
const SENTENCES = [
  ['has', /interrupted\. CAMS has the text that you saved/],
  ['before', /interrupted\. CAMS still has the text from before/],
  ['other', /interrupted\. CAMS has another text now/],
] as const;

/**
 * A change that leaves is on the disk before it leaves; whoever dies before its end is known is told at the next start what
 * came of it, and that is true.
 */
export class Interruptions {
  /** What was written down of each change. */
  private readonly entryOf = new Map<Sending, string>();
  /** All that was ever found on the disk, by its file. */
  private readonly entries = new Map<string, JournalFile>();
  /** Of these somebody must be told. */
  private readonly open = new Set<string>();

  constructor(
    private readonly machine: Machine,
    private readonly remote: Remote,
    private readonly law: Law,
  ) {}

  sent(sending: Sending): void {
    this.note();
    const taken = new Set(this.entryOf.values());
    const meaning = meaningOf(sending.bytes);
    const entry = journalFiles(this.machine).find(
      ({ path, by, flowId, after }) =>
        by === sending.life && flowId === sending.flowId && after === meaning && !taken.has(path),
    );
    if (entry === undefined) this.law.breach(`${sending.number} was sent, and the disk knows nothing of it`);
    else this.entryOf.set(sending, entry.path);
  }

  /** Whether the next start will look what became of it. */
  isWrittenDown(sending: Sending): boolean {
    const path = this.entryOf.get(sending);
    return path !== undefined && this.machine.files.has(path);
  }

  /** Somebody must be told of all that a window leaves under way, and of nothing that others do meanwhile. */
  died(life: Life): void {
    this.note();
    for (const { path, by } of journalFiles(this.machine)) if (by === life) this.open.add(path);
  }

  /** The person reads something; `seen` is how many texts of a flow the window had looked at. */
  told(text: string, seen: (flowId: string) => number): void {
    const [said] = SENTENCES.find(([, sentence]) => sentence.test(text)) ?? [];
    if (said === undefined) return;
    const flowId = /Flow (?:".*?" \()?(\d+)/.exec(text)?.[1] ?? '';
    const there = this.remote.entries(flowId)[seen(flowId) - 1];
    const meaning = there && meaningOf(there.bytes);
    const fitting = [...this.entries.values()].filter(({ flowId: of, before, after }) => {
      const truth = meaning === after ? 'has' : meaning === before ? 'before' : 'other';
      return of === flowId && truth === said;
    });
    if (fitting.length === 0) this.law.breach(`untrue: ${text} (there is ${there?.number})`);
    const path = fitting.map((entry) => entry.path).find((one) => this.open.has(one));
    if (path !== undefined) this.open.delete(path);
  }

  check(): void {
    for (const path of this.open) this.law.breach(`nobody was told what became of ${path}`);
    if (journalFiles(this.machine).length > 0) this.law.breach('something still counts as under way');
  }

  private note(): void {
    for (const entry of journalFiles(this.machine)) this.entries.set(entry.path, entry);
  }
}
