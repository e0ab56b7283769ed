import type * as vscode from 'vscode';
import type { Message } from '../flowjson/message';
import type { Flow } from '../flowjson/model/flow';
import type { Json, JsonObject } from '../player/json';
import type { EndpointFailure, EndpointRequest, StartOptions } from '../player/player';
import type { Disposable } from '../platform/disposable';

/** What the local preview and the map need of others: nobody here knows who does it. */

/** Reads the Flow JSON that is open; the same object until the text changes. Undefined where it is not Flow JSON. */
export interface FlowReader {
  of(document: vscode.TextDocument): Flow | undefined;
}

/** What an endpoint said, or why it said nothing. */
export type EndpointAnswer =
  | { readonly answer: Json }
  | {
      readonly failure: EndpointFailure;
      /** What happened and what to do about it, for the developer only: the person with the phone never reads it. */
      readonly advice?: Message;
    };

/** The developer's own endpoint, to which a flow is connected. */
export interface Endpoint {
  readonly address: string;
  /** Also error notifications. Never rejects but with CancelledError: what goes wrong is a failure, in the client's words. */
  ask(request: EndpointRequest, signal: AbortSignal): Promise<EndpointAnswer>;
}

/** Which flow is connected to which endpoint, by the URI of its document. */
export interface Endpoints {
  readonly onDidChange: vscode.Event<void>;
  of(uri: vscode.Uri): Endpoint | undefined;
}

/** Screen data that the developer keeps under a name. */
export interface Preset {
  readonly name: string;
  readonly screen: string;
  readonly data: JsonObject;
}

/** What the file of answers and presets beside a flow holds. Its parts are empty until the file has been read. */
export interface FlowMocks extends Disposable {
  readonly onDidChange: vscode.Event<void>;
  /** Each name once for a screen. */
  readonly presets: readonly Preset[];
  /** How the message that opens the flow opens it. */
  readonly opening: StartOptions;
  /** Why what it says does not count, in the order of the text: all of it or single things. */
  readonly problems: readonly Message[];
  /** The answer of the first rule that fits. */
  answerTo(request: EndpointRequest): EndpointAnswer | undefined;
  /** Writes a rule that answers such requests from now on. */
  keepAnswer(request: EndpointRequest, answer: EndpointAnswer): Promise<void>;
  keepPreset(preset: Preset): Promise<void>;
  removePreset(screen: string, name: string): Promise<void>;
  /** Opens the file in an editor; makes it where there is none. */
  open(): Promise<void>;
}

/** The ways on which screens have been reached in the player, since VS Code was opened. */
export interface Walks {
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** Screen ids from the first to the last. */
  of(uri: vscode.Uri): readonly (readonly string[])[];
}
