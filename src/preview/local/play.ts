import * as vscode from 'vscode';
import { say, type Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import type { Json } from '../../player/json';
import type { PlayerEvent, Projection, StartOptions } from '../../player/player';
import { pathOf } from '../../player/session/walked';
import { baseName } from '../../platform/baseName';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { EndpointView, Fault, LogEntry, ScreenData, Waiting } from '../../webview/local/contract';
import type { Endpoints, FlowMocks } from '../ports';
import { projectAll } from './play/allScreens';
import { Course } from './play/course';
import { DataEditor } from './play/dataEditor';
import type { Note } from './play/details';
import { failureOf } from './play/faults';
import { GivenAnswers } from './play/givenAnswers';
import { orTell } from './play/orTell';
import { eventOf, resultOf } from './play/outcome';
import { Requests } from './play/requests';
import { waitingOf } from './play/waiting';
import type { WalkedPaths } from './walkedPaths';

export interface PlayParts {
  /** The document whose flow runs. */
  readonly uri: vscode.Uri;
  /** Owned: disposed of with the play. */
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

  private readonly course: Course;
  private readonly editor: DataEditor;
  private readonly given = new GivenAnswers();
  private readonly requests: Requests;
  private rounds = 0;
  private last: Message | null = null;

  constructor(
    readonly parts: PlayParts,
    flow: Flow,
  ) {
    super();
    const { mocks, endpoints, uri, log } = parts;
    this.register(mocks);
    this.requests = new Requests({
      uri,
      mocks,
      endpoints,
      log,
      tell: (answer, note) => this.happen(eventOf(answer), note),
      changed: () => this.changed.fire(),
    });
    this.register(this.requests);
    this.register(mocks.onDidChange(() => this.mocksChanged()));
    this.register(endpoints.onDidChange(() => this.endpointChanged()));
    this.course = new Course(flow, mocks.opening, () => mocks.problems);
    this.editor = new DataEditor(this.course, mocks);
    this.goOn();
  }

  get flow(): Flow {
    return this.course.flow;
  }

  /** The text changed: the flow goes on where it was. */
  take(flow: Flow): void {
    if (flow === this.flow) return;
    this.course.take(flow, this.parts.mocks.opening);
    this.goOn();
  }

  get projection(): Projection {
    return this.course.projection;
  }

  /** Counts up when the flow starts anew. */
  get round(): number {
    return this.rounds;
  }

  get log(): readonly LogEntry[] {
    return this.course.log;
  }

  get waiting(): Waiting | null {
    const { open } = this.requests;
    return open ? waitingOf(this.flow, this.course.state, open, this.given.to(open.request)) : null;
  }

  get data(): ScreenData | null {
    return this.editor.data;
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
    this.rounds += 1;
    this.requests.touched();
    // The file that says how the flow opens may say something else by now.
    this.happen({ is: 'restarted', keepData }, undefined, this.parts.mocks.opening);
  }

  /** Back to just after a line of the log. A request that waited there waits for the person: it is not sent twice. */
  stepBack(number: number): void {
    if (!this.course.stepBack(number)) return;
    this.requests.close();
    this.goOn(true);
  }

  /** Answers the request that waits, in the endpoint's place; `keep` makes a rule of it. */
  answer(answer: Json, keep: boolean): void {
    const { open } = this.requests;
    if (open === undefined) return;
    this.requests.touched();
    this.happen({ is: 'answered', answer }, { by: 'person' });
    if (keep) orTell(this.parts.mocks.keepAnswer(open.request, { answer }));
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
    const data = this.editor.read(screen, text);
    if (data) this.act({ is: 'supplied', screen, data });
    else this.changed.fire();
  }

  /** Of the screen in front. */
  preset(is: 'apply' | 'keep' | 'remove', name: string): void {
    const { screen } = this.projection;
    const data = screen && this.editor.preset(is, name, screen);
    if (data) this.act({ is: 'supplied', screen: screen.id, data });
  }

  /** All that happened, as JSON text to be saved: events, effects, payloads, with their times. */
  export(): string {
    return this.course.export(baseName(this.parts.uri));
  }

  /** What each screen of the flow shows with its data of now: for a picture of all. */
  allScreens(): readonly Projection[] {
    return projectAll(this.flow, this.course.state);
  }

  private happen(event: PlayerEvent, note?: Note, opening?: StartOptions): void {
    if (this.isDisposed) return;
    const { open } = this.requests;
    const effects = this.course.advance(event, note, opening);
    if (event.is === 'answered' && open) this.given.keep(open.request, event.answer);
    if (note?.by === 'endpoint') {
      this.last = resultOf(effects, note);
      for (const effect of effects) if (effect.is === 'errorNotified') this.requests.notify(effect.request);
    }
    this.editor.forget();
    this.goOn();
  }

  /** What follows from the state of now; `forPerson`: nobody but the person answers. */
  private goOn(forPerson = false): void {
    const { state } = this.course;
    const { phase } = state;
    // Only ways that the flow itself leads count as walked.
    if (state.stack.length > 0) this.parts.walks.add(this.parts.uri, pathOf(state));
    if (phase.is !== 'waiting') this.requests.close();
    else {
      const answer = this.requests.wait(phase.request, forPerson);
      if (answer) {
        this.happen(eventOf(answer), { by: 'rule' });
        return;
      }
    }
    this.changed.fire();
  }

  private mocksChanged(): void {
    const { opening } = this.parts.mocks;
    const { isBeginning, state } = this.course;
    // The file is read while the flow is on the screen already: nothing has been done yet.
    if (isBeginning && JSON.stringify(state.options) !== JSON.stringify(opening)) {
      this.course.reopen(this.flow, opening);
      this.goOn();
    } else this.changed.fire();
  }

  private endpointChanged(): void {
    const { uri, endpoints } = this.parts;
    if (endpoints.of(uri) === undefined) this.requests.cancel();
    // What came of a request says nothing about another address or other keys.
    this.last = null;
    this.changed.fire();
  }
}
