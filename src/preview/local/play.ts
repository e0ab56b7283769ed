import * as vscode from 'vscode';
import type { Flow } from '../../flowjson/model/flow';
import type { Json } from '../../player/json';
import type { PlayerEvent, Projection } from '../../player/player';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { EndpointView, Fault, LogEntry, ScreenData, Waiting } from '../../webview/local/contract';
import type { Endpoints, FlowMocks } from './ports';
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

  constructor(
    readonly parts: PlayParts,
    readonly flow: Flow,
  ) {
    super();
  }

  /** The text changed: the flow goes on where it was. */
  take(_flow: Flow): void {
    throw new Error('not built');
  }

  get projection(): Projection {
    throw new Error('not built');
  }

  /** Counts up when the flow starts anew. */
  get round(): number {
    throw new Error('not built');
  }

  get log(): readonly LogEntry[] {
    throw new Error('not built');
  }

  get waiting(): Waiting | null {
    throw new Error('not built');
  }

  get data(): ScreenData | null {
    throw new Error('not built');
  }

  get endpoint(): EndpointView {
    throw new Error('not built');
  }

  act(_event: PlayerEvent): void {
    throw new Error('not built');
  }

  /** Goes to a screen as a developer may: nothing leads there but their wish. */
  goTo(_screen: string): void {
    throw new Error('not built');
  }

  restart(_keepData: boolean): void {
    throw new Error('not built');
  }

  stepBack(_number: number): void {
    throw new Error('not built');
  }

  /** Answers the request that waits, in the endpoint's place; `keep` makes a rule of it. */
  answer(_answer: Json, _keep: boolean): void {
    throw new Error('not built');
  }

  fault(_fault: Fault): void {
    throw new Error('not built');
  }

  /** Puts an end to the request that is on its way to the developer's endpoint. */
  cancelRequest(): void {
    throw new Error('not built');
  }

  /** Data of a screen as JSON text; what does not fit is said in `data`. */
  supply(_screen: string, _text: string): void {
    throw new Error('not built');
  }

  preset(_is: 'apply' | 'keep' | 'remove', _name: string): void {
    throw new Error('not built');
  }

  /** All that happened, as JSON text to be saved: events, effects, payloads, with their times. */
  export(): string {
    throw new Error('not built');
  }

  /** What each screen of the flow shows with its data of now: for a picture of all. */
  allScreens(): readonly Projection[] {
    throw new Error('not built');
  }
}
