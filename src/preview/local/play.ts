import * as vscode from 'vscode';
import type { Flow } from '../../flowjson/model/flow';
import { say, type Message } from '../../flowjson/message';
import { isObject, own, type Json } from '../../player/json';
import { offeredAnswers, project, type PlayerEvent, type Projection } from '../../player/player';
import { advance, begin, carry, rewind, type Session } from '../../player/session/session';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { showErrorMessage } from '../../platform/messages';
import type { EndpointView, Fault, LogEntry, Offer, ScreenData, Waiting } from '../../webview/local/contract';
import type { EndpointAnswer, Endpoints, FlowMocks } from './ports';
import { projectAll } from './play/allScreens';
import type { Note } from './play/details';
import { exported } from './play/export';
import { failureOf } from './play/faults';
import { Journal } from './play/journal';
import { GivenAnswers, Requests } from './play/requests';
import { readData, screenDataOf } from './play/screenData';
import { Secrets } from './play/secrets';
import type { WalkedPaths } from './walkedPaths';

export interface PlayParts {
  /** The document whose flow runs. */
  readonly uri: vscode.Uri;
  readonly mocks: FlowMocks;
  readonly endpoints: Endpoints;
  readonly walks: WalkedPaths;
  readonly log: Log;
}

/**
 * A flow that is being tried out: what happened, who answers, what the screens are given. Knows no panel: it is observed.
 */
export class Play extends DisposableStore {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Anything below may be different: read what is needed. */
  readonly onDidChange = this.changed.event;

  private session: Session;
  private readonly journal = new Journal();
  private readonly secrets = new Secrets();
  private readonly given = new GivenAnswers();
  private readonly requests: Requests;
  /** Who gave an answer, by the number of its entry. */
  private readonly notes = new Map<number, Note>();
  private rounds = 0;
  private last: Message | null = null;
  private supplied: { readonly screen: string; readonly problem: Message } | undefined;
  private drawn: { readonly of: Session; readonly flow: Flow; readonly projection: Projection } | undefined;

  constructor(
    readonly parts: PlayParts,
    private now: Flow,
  ) {
    super();
    const { mocks, endpoints, uri, log } = parts;
    this.requests = new Requests({
      uri,
      mocks,
      endpoints,
      log,
      tell: (answer, note) => this.happen(eventOf(answer), note),
      changed: () => this.changed.fire(),
    });
    this.register({ dispose: () => this.requests.close() });
    this.register(mocks.onDidChange(() => this.changed.fire()));
    this.register(endpoints.onDidChange(() => this.endpointChanged()));
    this.session = begin(now, mocks.opening, Date.now());
    this.goOn();
  }

  get flow(): Flow {
    return this.now;
  }

  /** The text changed: the flow goes on where it was. */
  take(flow: Flow): void {
    if (flow === this.now) return;
    this.now = flow;
    const { entries, state } = this.session;
    // Nothing could happen yet: the opening itself is taken anew.
    const isBeginning = entries.length === 1 && state.phase.is === 'empty';
    this.session = isBeginning
      ? begin(flow, this.parts.mocks.opening, Date.now())
      : carry(flow, this.session);
    this.goOn();
  }

  get projection(): Projection {
    if (this.drawn?.of !== this.session || this.drawn.flow !== this.now) {
      this.drawn = { of: this.session, flow: this.now, projection: project(this.now, this.session.state) };
    }
    return this.drawn.projection;
  }

  /** Counts up when the flow starts anew. */
  get round(): number {
    return this.rounds;
  }

  get log(): readonly LogEntry[] {
    return this.journal.log;
  }

  get waiting(): Waiting | null {
    const { open } = this.requests;
    if (open === undefined) return null;
    const kept = this.given.to(open.request).map((answer): Offer => {
      const screen = isObject(answer) ? own(answer, 'screen') : undefined;
      return { kind: 'kept', screen: typeof screen === 'string' ? screen : '', answer };
    });
    return {
      number: open.number,
      request: JSON.stringify(open.request, undefined, 2),
      by: open.isAsked ? 'endpoint' : 'person',
      offers: [...offeredAnswers(this.now, this.session.state), ...kept],
    };
  }

  get data(): ScreenData | null {
    return screenDataOf(this.now, this.projection, this.supplied, this.parts.mocks.presets);
  }

  get endpoint(): EndpointView {
    const address = this.parts.endpoints.of(this.parts.uri)?.address ?? null;
    return { address, last: address === null ? null : this.last };
  }

  act(event: PlayerEvent): void {
    this.requests.touched();
    this.happen(event);
  }

  /** Goes to a screen as a developer may: nothing leads there but their wish. */
  goTo(screen: string): void {
    this.act({ is: 'jumped', screen });
  }

  restart(keepData: boolean): void {
    const { state } = this.session;
    // The file that says how the flow opens may say something else by now.
    this.session = { ...this.session, state: { ...state, options: this.parts.mocks.opening } };
    this.rounds += 1;
    this.act({ is: 'restarted', keepData });
  }

  /** Back to just after a line of the log. A request that waited there waits for the person: it is not sent twice. */
  stepBack(number: number): void {
    const entry = this.journal.lastOf(number);
    if (entry === undefined) return;
    this.requests.close();
    this.session = rewind(this.now, this.session, entry.number);
    for (const noted of this.notes.keys()) if (noted > entry.number) this.notes.delete(noted);
    this.goOn(true);
  }

  /** Answers the request that waits, in the endpoint's place; `keep` makes a rule of it. */
  answer(answer: Json, keep: boolean): void {
    const { open } = this.requests;
    if (open === undefined) return;
    this.requests.touched();
    this.happen({ is: 'answered', answer }, { by: 'person' });
    if (keep) this.write(this.parts.mocks.keepAnswer(open.request, { answer }));
  }

  fault(fault: Fault): void {
    if (this.requests.open === undefined) return;
    this.requests.touched();
    this.happen({ is: 'failed', failure: failureOf(fault) }, { by: 'person' });
  }

  /** Puts an end to the request that is on its way to the developer's endpoint: the person answers instead. */
  cancelRequest(): void {
    if (this.requests.open?.isAsked !== true) return;
    this.requests.cancel();
    this.last = say('The request was cancelled: answer it yourself.');
    this.changed.fire();
  }

  /** Data of a screen as JSON text; what does not fit is said in `data`. */
  supply(screen: string, text: string): void {
    const read = readData(text);
    if ('problem' in read) {
      this.supplied = { screen, problem: read.problem };
      this.changed.fire();
    } else this.act({ is: 'supplied', screen, data: read.data });
  }

  /** Of the screen in front. */
  preset(is: 'apply' | 'keep' | 'remove', name: string): void {
    const { mocks } = this.parts;
    const shown = this.projection.screen;
    if (shown === null) return;
    const preset = mocks.presets.find((one) => one.screen === shown.id && one.name === name);
    if (is === 'keep') this.write(mocks.keepPreset({ name, screen: shown.id, data: shown.data }));
    else if (preset === undefined) return;
    else if (is === 'remove') this.write(mocks.removePreset(shown.id, name));
    else this.act({ is: 'supplied', screen: shown.id, data: preset.data });
  }

  /** All that happened, as JSON text to be saved: events, effects, payloads, with their times. */
  export(): string {
    const name = this.parts.uri.path.slice(this.parts.uri.path.lastIndexOf('/') + 1);
    return exported(name, this.session, (entry) => this.notes.get(entry), this.secrets, Date.now());
  }

  /** What each screen of the flow shows with its data of now: for a picture of all. */
  allScreens(): readonly Projection[] {
    return projectAll(this.now, this.session.state);
  }

  private happen(event: PlayerEvent, note?: Note): void {
    if (this.isDisposed) return;
    const { open } = this.requests;
    this.session = advance(this.now, this.session, event, Date.now());
    const { number, effects } = this.session.entries.at(-1)!;
    if (note) this.notes.set(number, note);
    if (event.is === 'answered' && open) this.given.keep(open.request, event.answer);
    if (note?.by === 'endpoint') {
      const wrong = effects.find((effect) => effect.is === 'refused' || effect.is === 'stopped');
      this.last = wrong?.reason ?? say('HTTP {0} in {1} ms', 200, note.milliseconds ?? 0);
    }
    this.supplied = undefined;
    this.goOn();
  }

  /** What follows from the state of now; `forPerson`: nobody but the person answers. */
  private goOn(forPerson = false): void {
    const { state } = this.session;
    this.secrets.learn(this.now, state);
    this.journal.follow(this.now, this.session, ({ number }) => this.notes.get(number));
    const since = state.jumps.at(-1) ?? 0;
    if (state.stack.length > 0) this.parts.walks.add(this.parts.uri, state.stack.slice(since));
    if (state.phase.is !== 'waiting') this.requests.close();
    else {
      const answer = this.requests.wait(state.phase.request, forPerson);
      if (answer) {
        this.happen(eventOf(answer), { by: 'rule' });
        return;
      }
    }
    this.changed.fire();
  }

  private endpointChanged(): void {
    const { uri, endpoints } = this.parts;
    if (endpoints.of(uri) === undefined) {
      this.requests.cancel();
      this.last = null;
    }
    this.changed.fire();
  }

  private write(work: Promise<void>): void {
    work.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      void showErrorMessage(vscode.l10n.t('The mock file was not changed. {0}', reason));
    });
  }
}

function eventOf(answer: EndpointAnswer): PlayerEvent {
  return 'answer' in answer
    ? { is: 'answered', answer: answer.answer }
    : { is: 'failed', failure: answer.failure };
}
