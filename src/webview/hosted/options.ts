import { isRecord } from '../../platform/record';

/** What Meta's preview page can be told in its address (its "interactive preview" parameters). */
export interface PreviewOptions {
  /** Clickable instead of a picture. Everything below has an effect only with it. */
  readonly interactive: boolean;
  /** The first action; '' leaves the choice to the page. */
  readonly action: '' | 'navigate' | 'data_exchange';
  /** JSON of the first action: `{"screen": "…", "data": {…}}`. Sent with `navigate` only, where it is required. */
  readonly payload: string;
  /** Sent with each request to the flow's endpoint. */
  readonly flowToken: string;
  /** The business number whose public key encrypts the requests to the flow's endpoint. */
  readonly phoneNumber: string;
  /** Shows a panel with the actions. */
  readonly debug: boolean;
}

export const defaultOptions: PreviewOptions = {
  interactive: false,
  action: '',
  payload: '',
  flowToken: '',
  phoneNumber: '',
  debug: false,
};

type PayloadProblem = 'missing' | 'notJson' | 'notObject' | 'noScreen' | 'dataNotObject';
export type OptionProblem = PayloadProblem | 'notPhoneNumber' | 'tooLong';
export type OptionProblems = Partial<Record<'payload' | 'flowToken' | 'phoneNumber', OptionProblem>>;

/** Far beyond honest use, far below what servers and browsers accept as an address. */
const LONGEST = { payload: 4000, flowToken: 1000, phoneNumber: 30 };

/** What is wrong with which field; {} when the options can be used. Options that are not sent are not judged. */
export function problemsOf(options: PreviewOptions): OptionProblems {
  if (!options.interactive) return {};
  const problems: OptionProblems = {};
  const payload = options.action === 'navigate' ? payloadProblem(options.payload) : undefined;
  if (payload !== undefined) problems.payload = payload;
  if (options.flowToken.length > LONGEST.flowToken) problems.flowToken = 'tooLong';
  if (options.phoneNumber.trim() !== '' && !/^\+?\d{6,20}$/.test(plainNumber(options.phoneNumber))) {
    problems.phoneNumber = 'notPhoneNumber';
  }
  return problems;
}

/** A phone number without the spaces, dashes and brackets that people write into it. */
export function plainNumber(typed: string): string {
  return typed.replace(/[\s().-]/g, '');
}

function payloadProblem(text: string): OptionProblem | undefined {
  if (text.trim() === '') return 'missing';
  if (text.length > LONGEST.payload) return 'tooLong';
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return 'notJson';
  }
  if (!isRecord(payload)) return 'notObject';
  if (typeof payload['screen'] !== 'string' || payload['screen'] === '') return 'noScreen';
  if (payload['data'] !== undefined && !isRecord(payload['data'])) return 'dataNotObject';
  return undefined;
}

/** Reads options that came from elsewhere: a message, a stored text. Undefined when they are not options. */
export function readOptions(value: unknown): PreviewOptions | undefined {
  if (!isRecord(value)) return undefined;
  const { interactive, action, payload, flowToken, phoneNumber, debug } = value;
  if (typeof interactive !== 'boolean' || typeof debug !== 'boolean') return undefined;
  if (action !== '' && action !== 'navigate' && action !== 'data_exchange') return undefined;
  if (typeof payload !== 'string' || typeof flowToken !== 'string' || typeof phoneNumber !== 'string') {
    return undefined;
  }
  return { interactive, action, payload, flowToken, phoneNumber, debug };
}
