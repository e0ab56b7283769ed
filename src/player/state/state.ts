import type { Message } from '../../flowjson/message';
import type { Json, JsonObject } from '../json';

/** How a flow is opened: what the message that opens it says (facts on Flow JSON, sections 15 and 17). */
export interface StartOptions {
  /** The first screen; without it the one that no other leads to. */
  readonly screen?: string;
  /** The data of the first screen, as in `flow_action_payload.data`. */
  readonly data?: JsonObject;
  /** `data_exchange` asks the endpoint for the first screen. Default: `navigate`. */
  readonly action?: 'navigate' | 'data_exchange';
  /** Default: `unused`, as WhatsApp has it. */
  readonly flowToken?: string;
  /** Whether `__example__` stands in for data that nobody gave. Default: yes. */
  readonly examples?: boolean;
}

/** A file in a PhotoPicker or DocumentPicker. Nothing is uploaded: what the endpoint would get is made up. */
export interface PickedFile {
  /** Made by the player: `mock-1`, `mock-2`, … */
  readonly media_id: string;
  readonly file_name: string;
  readonly mime_type: string;
  readonly kilobytes: number;
}

/** What is remembered of a screen; kept for the whole session, also when the screen is left. */
export interface ScreenState {
  /** False where only data was laid down for it. */
  readonly visited: boolean;
  /** What it was given, by whomever. Keys that nobody gave fall back to `__example__`. */
  readonly data: JsonObject;
  /**
   * What its inputs hold, by their names: a text as it was typed, the id of an option, a list of ids, `true` and `false`,
   * a day, `{ "start-date", "end-date" }`, or a list of {@link PickedFile}. An input that holds nothing has no entry.
   */
  readonly values: JsonObject;
  /** Names of the inputs that the person has changed: init values no longer apply to them. */
  readonly touched: readonly string[];
  /** Names of the inputs that the person has left: what is wrong with them is shown. */
  readonly left: readonly string[];
  /** Whether what is wrong is shown for all inputs: after an answer of the endpoint. */
  readonly judged: boolean;
  /** The `error-message` that went away from an input when its value changed, by name. */
  readonly dismissed: JsonObject;
}

/** What the endpoint would read after decrypting (facts on Flow JSON, section 16). */
export interface EndpointRequest {
  /** The flow's `data_api_version`. */
  readonly version: string;
  readonly action: 'INIT' | 'data_exchange' | 'BACK';
  /** Absent with `INIT`. */
  readonly screen?: string;
  readonly data: JsonObject;
  readonly flow_token: string;
}

export type Phase =
  /** A screen can be used. */
  | { readonly is: 'showing' }
  /** The endpoint has been asked: `answered` or `failed` goes on. */
  | { readonly is: 'waiting'; readonly request: EndpointRequest }
  | { readonly is: 'completed'; readonly response: JsonObject; readonly success: boolean }
  /** The flow ended with an error, such as a transition that the routing model does not have. */
  | { readonly is: 'stopped'; readonly reason: Message }
  /** There is nothing to show: no screens, or none that can be read yet. */
  | { readonly is: 'empty'; readonly reason: Message };

/** A running flow: plain JSON. Keep old ones to step back. */
export interface PlayerState {
  readonly phase: Phase;
  /** Ids of the screens on the way here; the last one is in front. Empty before the endpoint has named the first. */
  readonly stack: readonly string[];
  /** Places on the stack that were jumped to: nothing of the flow led there. */
  readonly jumps: readonly number[];
  /** By screen id. */
  readonly screens: Readonly<Record<string, ScreenState>>;
  /** The endpoint's `error_message`, or why there was no answer. */
  readonly snackbar: string | Message | null;
  readonly options: StartOptions;
  /** How many files have been picked so far. */
  readonly files: number;
}

/** What happens to a running flow: by the person, the endpoint, or the developer. Plain JSON. */
export type PlayerEvent =
  /** The text of a TextInput or TextArea, whole. */
  | { readonly is: 'typed'; readonly name: string; readonly text: string }
  /** An option by its id; without an id, the box of an OptIn. */
  | { readonly is: 'chosen' | 'unchosen'; readonly name: string; readonly option?: string }
  /** The day or days of a DatePicker or CalendarPicker; `null` takes them away. Dates as the version writes them. */
  | { readonly is: 'dated'; readonly name: string; readonly value: Json }
  | {
      readonly is: 'attached';
      readonly name: string;
      readonly files: readonly Omit<PickedFile, 'media_id'>[];
    }
  | { readonly is: 'detached'; readonly name: string; readonly file: string }
  /** The cursor went out of an input. */
  | { readonly is: 'left'; readonly name: string }
  /** A Footer, link, "Read more" or row, by its key in the projection; `item` is the id of a row. */
  | { readonly is: 'tapped'; readonly key: string; readonly item?: string }
  | { readonly is: 'back' }
  /** What the endpoint answered, decrypted. */
  | { readonly is: 'answered'; readonly answer: Json }
  | { readonly is: 'failed'; readonly failure: EndpointFailure }
  /** The developer sets the data of a screen. */
  | { readonly is: 'supplied'; readonly screen: string; readonly data: JsonObject }
  /**
   * The developer goes to a screen by hand: from anywhere, also while the endpoint is asked (the request is dropped) and
   * after the end. The screen has what it was given before, else its examples, and what was typed there.
   */
  | { readonly is: 'jumped'; readonly screen: string }
  /** The snackbar went away. */
  | { readonly is: 'dismissed' }
  /** From the beginning; with the data that screens were given, or without. Nothing typed is kept. */
  | { readonly is: 'restarted'; readonly keepData: boolean };

/** Why the endpoint gave no answer, in the client's names (facts on Flow JSON, section 16), or its HTTP status. */
export interface EndpointFailure {
  readonly error:
    | 'timeout_error'
    | 'no_http_response_error'
    | 'unexpected_http_status_code'
    | 'public-key-missing'
    | 'response-decryption-error'
    | 'payload-schema-error';
  readonly status?: number;
  /** The endpoint's `error_msg`, which people see with status 427. */
  readonly message?: string;
}

/** What a step did, for the log and for who has to carry it out. Plain JSON. */
export type Effect =
  | {
      readonly is: 'navigated';
      /** Absent when the flow opens. */
      readonly from?: string;
      readonly to: string;
      readonly data: JsonObject;
      readonly back: boolean;
    }
  | {
      readonly is: 'completed';
      /** What the webhook delivers, read: the payload and the `flow_token`. */
      readonly response: JsonObject;
      /** The message as the webhook delivers it (facts on Flow JSON, section 16). */
      readonly message: JsonObject;
      /** What the person sees of it in the chat. */
      readonly summary: readonly SummaryLine[];
      readonly success: boolean;
    }
  | { readonly is: 'dataExchangeRequested'; readonly request: EndpointRequest }
  /**
   * The endpoint is told that its answer cannot be used (facts on Flow JSON, section 16): `data` holds `error` and
   * `error_message`. It acknowledges with `{ "data": { "acknowledged": true } }`, and nothing else comes of it.
   */
  | { readonly is: 'errorNotified'; readonly request: EndpointRequest }
  | { readonly is: 'dataUpdated'; readonly screen: string; readonly data: JsonObject }
  | { readonly is: 'urlOpened'; readonly url: string }
  /** The flow ended with an error. */
  | { readonly is: 'stopped'; readonly reason: Message }
  /** Nothing happened, and why; `where` is the name of an input or the key of a component. */
  | { readonly is: 'refused'; readonly reason: Message; readonly where: string }
  /** It happened, but something in it has no value. */
  | { readonly is: 'gap'; readonly reason: Message; readonly where: string };

/** One answer in the summary; `masked` where the screen calls it sensitive (facts on Flow JSON, section 3.3). */
export interface SummaryLine {
  readonly screen: string;
  readonly name: string;
  readonly label: string;
  readonly text: string;
  readonly masked: boolean;
}

/** The state after an event, and what the event caused. */
export interface Stepped {
  readonly state: PlayerState;
  readonly effects: readonly Effect[];
}

export const freshScreen: ScreenState = {
  visited: false,
  data: {},
  values: {},
  touched: [],
  left: [],
  judged: false,
  dismissed: {},
};
