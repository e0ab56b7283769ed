import type { Message } from '../../../flowjson/message';
import { say } from '../../../flowjson/message';
import type { Flow } from '../../../flowjson/model/flow';
import {
  project,
  type Effect,
  type PlayerEvent,
  type PlayerState,
  type Projection,
  type StartOptions,
} from '../../../player/player';
import { advance, begin, carry, rewind, type Entry, type Session } from '../../../player/session/session';
import type { LogEntry } from '../../../webview/local/contract';
import type { Note } from './details';
import { exported } from './export';
import { Journal } from './journal';
import { Secrets } from './secrets';

/** How a flow has run so far: the session, and what the player does not know of it. */
export class Course {
  private session: Session;
  private readonly journal = new Journal();
  private readonly secrets = new Secrets();
  /** By the number of an entry. */
  private readonly notes = new Map<number, Note>();
  private drawn:
    { readonly of: PlayerState; readonly flow: Flow; readonly projection: Projection } | undefined;

  /** `mistakes`: what is wrong with the answers that are kept; told with every request. */
  constructor(
    private now: Flow,
    opening: StartOptions,
    private readonly mistakes: () => readonly Message[],
  ) {
    this.session = begin(now, opening, Date.now());
    this.follow();
  }

  get flow(): Flow {
    return this.now;
  }

  get state(): PlayerState {
    return this.session.state;
  }

  /** What is on the phone: made once for a state. */
  get projection(): Projection {
    const { now: flow, state } = this;
    if (this.drawn?.of !== state || this.drawn.flow !== flow) {
      this.drawn = { of: state, flow, projection: project(flow, state) };
    }
    return this.drawn.projection;
  }

  get log(): readonly LogEntry[] {
    return this.journal.log;
  }

  /** Whether nothing has happened since the flow was opened. */
  get isBeginning(): boolean {
    return this.session.entries.length === 1;
  }

  /** The flow opens anew, as if it had not been opened before. */
  reopen(flow: Flow, opening: StartOptions): void {
    this.now = flow;
    this.notes.clear();
    this.session = begin(flow, opening, Date.now());
    this.follow();
  }

  /** The text changed: the flow goes on where it was. Where nothing could happen yet, the opening itself is taken anew. */
  take(flow: Flow, opening: StartOptions): void {
    if (this.isBeginning && this.state.phase.is === 'empty') {
      this.reopen(flow, opening);
      return;
    }
    const before = this.now;
    this.now = flow;
    this.session = carry(flow, this.session, before);
    this.follow();
  }

  /** Lets something happen; `opening` is how the flow opens from now on. */
  advance(event: PlayerEvent, note?: Note, opening?: StartOptions): readonly Effect[] {
    const { session } = this;
    const before = opening ? { ...session, state: { ...session.state, options: opening } } : session;
    this.session = advance(this.now, before, event, Date.now());
    const { entries } = this.session;
    const { number, effects } = entries.at(-1)!;
    if (note) this.notes.set(number, note);
    this.notes.delete(entries[0]!.number - 1);
    this.follow();
    return effects;
  }

  /** Back to just after a line of the log; false where that is not remembered. */
  stepBack(line: number): boolean {
    const entry = this.journal.lastOf(line);
    if (entry === undefined || !this.session.entries.includes(entry)) return false;
    this.session = rewind(this.now, this.session, entry.number);
    for (const number of [...this.notes.keys()]) if (number > entry.number) this.notes.delete(number);
    this.follow();
    return true;
  }

  /** As JSON text; `name` is that of the flow's file. */
  export(name: string): string {
    return exported(name, this.session, (number) => this.notes.get(number), this.secrets, Date.now());
  }

  private follow(): void {
    this.secrets.learn(this.now, this.state);
    this.journal.follow(this.now, this.session, (entry) => this.noteOn(entry));
  }

  private noteOn({ number, effects }: Entry): Note | undefined {
    const note = this.notes.get(number);
    const mistakes = this.mistakes();
    if (mistakes.length === 0 || !effects.some(({ is }) => is === 'dataExchangeRequested')) return note;
    return { ...note, warnings: [say('The file with answers has mistakes.'), ...mistakes] };
  }
}
