import { isRecord } from '../../platform/record';
import { readOptions, type OptionProblem, type PreviewOptions } from './options';

/** Which flow a panel shows: all that survives a reload of the window. Never a link. */
export interface PanelState {
  readonly accountId: string;
  readonly spaceId: string;
  readonly flowId: string;
}

export interface FlowFacts {
  readonly id: string;
  readonly name: string;
  /** In words, ready to be shown. */
  readonly status: string;
  readonly tone: 'good' | 'busy' | 'bad' | 'unknown';
}

/** What a person can ask for from inside the panel. */
const buttons = [
  'reload',
  'openInBrowser',
  'copyLink',
  'openJson',
  'signIn',
  'renewKeys',
  'showLog',
] as const;
export type Button = (typeof buttons)[number];

/** What is below the toolbar. */
export type Body =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'frame';
      /** What the iframe loads. */
      readonly source: string;
      /** What a phone or a browser elsewhere loads: differs from `source` when a tunnel is in between. */
      readonly link: string;
      /** Milliseconds the link has left when this is posted. Not a time: the two clocks may differ. */
      readonly remaining?: number;
      /** Counts up when the person wants the same page loaded again. */
      readonly round: number;
      readonly asking: boolean;
      /** What the person should know while the preview still works. */
      readonly note?: string;
    }
  | {
      readonly kind: 'notice';
      readonly icon: 'clock' | 'warning' | 'account' | 'shield';
      readonly title: string;
      readonly text: string;
      /** The first is the way out. */
      readonly buttons: readonly Button[];
      readonly asking: boolean;
    };

/** Every string the webview shows that does not come with a body; `{0}` is filled in there. */
export interface Texts {
  readonly labels: Readonly<Record<Button, string>>;
  readonly flowId: string;
  readonly loading: string;
  readonly loaded: string;
  readonly renewing: string;
  readonly tryAgain: string;
  readonly tryingAgain: string;
  readonly endsIn: string;
  readonly underAMinute: string;
  readonly noEnd: string;
  readonly zoom: string;
  readonly fit: string;
  readonly fullSize: string;
  readonly frameTitle: string;
  readonly nothingToSee: string;
  readonly silent: string;
  readonly qr: string;
  readonly qrTitle: string;
  readonly qrHint: string;
  readonly qrWarning: string;
  readonly qrPersonal: string;
  readonly qrTooLong: string;
  readonly close: string;
  readonly options: string;
  readonly optionsHint: string;
  readonly interactive: string;
  readonly interactiveHint: string;
  readonly action: string;
  readonly actionNone: string;
  readonly payload: string;
  readonly payloadHint: string;
  readonly flowToken: string;
  readonly flowTokenHint: string;
  readonly phoneNumber: string;
  readonly phoneNumberHint: string;
  readonly debug: string;
  readonly apply: string;
  readonly reset: string;
  readonly applied: string;
  readonly problems: Readonly<Record<OptionProblem, string>>;
}

export type ToWebview =
  | {
      readonly type: 'start';
      readonly state: PanelState;
      readonly texts: Texts;
      /** A BCP 47 language tag. */
      readonly language: string;
      readonly options: PreviewOptions;
    }
  | { readonly type: 'show'; readonly flow: FlowFacts; readonly body: Body }
  /** The answer to a press, said once. */
  | { readonly type: 'say'; readonly text: string };

export type ToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'press'; readonly button: Button }
  | { readonly type: 'options'; readonly options: PreviewOptions }
  /** The webview's own clock says that the link has ended; the frame is gone already. */
  | { readonly type: 'ended' }
  /** The frame has not said within its time that it loaded. */
  | { readonly type: 'silent' };

/** Undefined for anything that is not one of our messages. */
export function readToHost(value: unknown): ToHost | undefined {
  if (!isRecord(value)) return undefined;
  switch (value['type']) {
    case 'ready':
    case 'ended':
    case 'silent':
      return { type: value['type'] };
    case 'press': {
      const button = buttons.find((name) => name === value['button']);
      return button && { type: 'press', button };
    }
    case 'options': {
      const options = readOptions(value['options']);
      return options && { type: 'options', options };
    }
    default:
      return undefined;
  }
}

/**
 * The host is ours, but it is not the only one that can post to this window: so can the foreign page in
 * the frame. Its messages are told by their origin; this keeps broken ones out as well.
 */
export function readToWebview(value: unknown): ToWebview | undefined {
  if (!isRecord(value)) return undefined;
  const known =
    (value['type'] === 'start' && isRecord(value['texts']) && readState(value['state']) !== undefined) ||
    (value['type'] === 'show' && isRecord(value['flow']) && isRecord(value['body'])) ||
    (value['type'] === 'say' && typeof value['text'] === 'string');
  return known ? (value as unknown as ToWebview) : undefined;
}

export function readState(value: unknown): PanelState | undefined {
  if (!isRecord(value)) return undefined;
  const { accountId, spaceId, flowId } = value;
  if (typeof accountId !== 'string' || typeof spaceId !== 'string' || typeof flowId !== 'string')
    return undefined;
  return accountId === '' || flowId === '' ? undefined : { accountId, spaceId, flowId };
}
