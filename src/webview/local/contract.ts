import type { Message } from '../../flowjson/message';
import type { Json } from '../../player/json';
import type { PlayerEvent, Projection } from '../../player/player';

/**
 * What the local preview's two sides say to each other. The host runs the flow; the page draws it and says what the
 * person does. Sentences come as {@link Message}s or are said in the page with `say()`: the page translates with the
 * dictionary that it gets at the beginning. Long texts in a projection (pictures) travel once: see `parcels.ts`.
 */

/** All that survives a reload of the window. Never a text, never an answer. */
export interface PanelState {
  /** The document. */
  readonly uri: string;
  /** Whether the panel stays with it; otherwise it follows the editor in front. */
  readonly pinned: boolean;
}

/** The phone or phones; kept for the next panel. */
export interface LookSettings {
  readonly platform: 'android' | 'ios';
  /** `editor`: as VS Code's theme. */
  readonly theme: 'editor' | 'light' | 'dark';
  readonly direction: 'ltr' | 'rtl';
  /** Text size: 1 is the phone's default. From 0.85 to 2. */
  readonly scale: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What a second phone beside the first one is like: it shows the same running flow. */
  readonly beside: 'nothing' | 'platform' | 'theme';
}

export const defaultLook: LookSettings = {
  platform: 'android',
  theme: 'editor',
  direction: 'ltr',
  scale: 1,
  width: 360,
  height: 640,
  beside: 'nothing',
};

/** What a rule says about a component. */
export interface Flag {
  /** For `fixes`; the same in the next picture while the text has the same problem. */
  readonly id: number;
  readonly severity: 'error' | 'warning' | 'info';
  /** In the person's language. */
  readonly text: string;
  readonly code: string;
}

/** What is in the phone, and what the text says about it. */
export interface Picture {
  readonly name: string;
  readonly pinned: boolean;
  readonly projection: Projection;
  /** By the key of a component; `''` for the screen itself. */
  readonly flags: Readonly<Record<string, readonly Flag[]>>;
  /** The key of the component under the cursor. */
  readonly mark: string | null;
  /** The screen under the cursor, where it is not the one in front: it can be gone to. */
  readonly elsewhere: string | null;
  /** Why an older picture is shown: the text is half typed. */
  readonly behind: Message | null;
  /** The version that is shown, where the text names none that is known. */
  readonly shownAs: string | null;
  /** Ids of all screens, in the order of the text. */
  readonly screens: readonly string[];
  /** Whether the flow is on CAMS as well, so that there is a hosted preview to compare with. */
  readonly hosted: boolean;
  /** Counts up when the flow starts anew: scrolling begins at the top. */
  readonly round: number;
}

export interface LogEntry {
  readonly number: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind:
    'open' | 'input' | 'tap' | 'navigate' | 'request' | 'answer' | 'complete' | 'problem' | 'data';
  readonly message: Message;
  /** What it carried, as JSON text. */
  readonly details: readonly { readonly title: Message; readonly json: string }[];
  /** What happened, but without some of its values: why. */
  readonly warnings?: readonly Message[];
}

/** An answer that could be given. */
export interface Offer {
  /** `next`, `same`, `back`, `final`: what routing allows. `kept`: given before to such a request. */
  readonly kind: 'next' | 'same' | 'back' | 'final' | 'kept';
  readonly screen: string;
  readonly answer: Json;
}

/** The flow has asked its endpoint. */
export interface Waiting {
  /** Tells one request from the next. */
  readonly number: number;
  /** The decrypted request, as JSON text. */
  readonly request: string;
  /** Who answers: the developer here, or their endpoint, which is being asked. */
  readonly by: 'person' | 'endpoint';
  readonly offers: readonly Offer[];
}

/** The data of the screen in front. */
export interface ScreenData {
  readonly screen: string;
  /** As JSON text. */
  readonly text: string;
  readonly model: readonly DataKey[];
  /** What does not fit the data model, of `text` or of what was supplied last. */
  readonly problems: readonly Message[];
  /** Names of the presets for this screen. */
  readonly presets: readonly string[];
}

export interface DataKey {
  readonly key: string;
  /** Such as `string`, `{id, title}[]`. */
  readonly type: string;
  /** Whether its value is the example, since nobody gave one. */
  readonly example: boolean;
}

export interface EndpointView {
  /** The address; `null` while the flow is not connected. */
  readonly address: string | null;
  /** What the last request came to. */
  readonly last: Message | null;
}

/** Something goes wrong at the endpoint, on purpose. */
export const faults = ['timeout', '421', '427', '432', 'badPayload'] as const;
export type Fault = (typeof faults)[number];

export const buttons = [
  'pin',
  'unpin',
  'openText',
  'openHosted',
  'openMap',
  'openMocks',
  'exportLog',
  'connect',
  'disconnect',
  'checkEndpoint',
  'endpointKeys',
  'cancelRequest',
] as const;
export type Button = (typeof buttons)[number];

export type ToPage =
  | {
      readonly type: 'start';
      readonly state: PanelState;
      /** Our sentences in the person's language, by the English ones; absent for English. */
      readonly dictionary?: Readonly<Record<string, string>>;
      /** BCP 47. */
      readonly language: string;
      readonly look: LookSettings;
    }
  | {
      readonly type: 'show';
      readonly picture: Picture;
      readonly parcels: Readonly<Record<string, string>>;
    }
  /** There is no flow to show: nothing is in front that is Flow JSON, or the document was closed. */
  | { readonly type: 'nothing'; readonly reason: Message }
  /** Entries from this number on are these. */
  | { readonly type: 'log'; readonly from: number; readonly entries: readonly LogEntry[] }
  | { readonly type: 'waiting'; readonly waiting: Waiting | null }
  | { readonly type: 'data'; readonly data: ScreenData | null }
  | { readonly type: 'endpoint'; readonly endpoint: EndpointView }
  | { readonly type: 'fixes'; readonly flag: number; readonly titles: readonly string[] }
  /** Draw a picture of the screen in front, or of these. */
  | {
      readonly type: 'draw';
      readonly screens: readonly Projection[] | null;
      readonly then: 'copy' | 'save';
      readonly parcels: Readonly<Record<string, string>>;
    }
  /** Turns the inspect tool on and off. */
  | { readonly type: 'inspect' }
  /** Said once. */
  | { readonly type: 'say'; readonly message: Message };

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'act'; readonly event: PlayerEvent }
  | { readonly type: 'press'; readonly button: Button }
  | { readonly type: 'look'; readonly look: LookSettings }
  /** The inspect tool: show me where this stands. Offsets into the text. */
  | { readonly type: 'reveal'; readonly start: number; readonly end: number }
  | { readonly type: 'goTo'; readonly screen: string }
  | { readonly type: 'restart'; readonly keepData: boolean }
  | { readonly type: 'stepBack'; readonly number: number }
  /** An answer for the request that waits; kept as a rule as well. */
  | { readonly type: 'answer'; readonly answer: Json; readonly keep: boolean }
  | { readonly type: 'fault'; readonly fault: Fault }
  /** The data of a screen, as JSON text: answered by `data`. */
  | { readonly type: 'supply'; readonly screen: string; readonly text: string }
  | { readonly type: 'preset'; readonly is: 'apply' | 'keep' | 'remove'; readonly name: string }
  | { readonly type: 'fixes'; readonly flag: number }
  | { readonly type: 'fix'; readonly flag: number; readonly index: number }
  | { readonly type: 'picture'; readonly of: 'screen' | 'all'; readonly then: 'copy' | 'save' }
  | { readonly type: 'drawn'; readonly png: Uint8Array; readonly then: 'save' };
