import type { Message } from '../../flowjson/message';
import { say } from '../../flowjson/message';
import type { EndpointView, LogEntry, Picture, ScreenData, ToPage, Waiting } from './contract';

type Start = Extract<ToPage, { type: 'start' }>;

/** All that the host has said, as it stands now. */
export interface PageState {
  readonly start: Start | null;
  /** Nothing while there is no flow: then `reason` says why. */
  readonly picture: Picture | null;
  readonly reason: Message;
  readonly log: readonly LogEntry[];
  readonly waiting: Waiting | null;
  readonly data: ScreenData | null;
  readonly endpoint: EndpointView;
  /** Titles of quick fixes, by the id of the flag; of flags that this picture has. */
  readonly fixes: Readonly<Record<number, readonly string[]>>;
  /** Whether the inspect tool is on. */
  readonly inspects: boolean;
  /** Said once; counted, so that the same words are said again. */
  readonly said: { readonly message: Message; readonly count: number } | null;
}

export const atFirst: PageState = {
  start: null,
  picture: null,
  reason: say('Reading the flow…'),
  log: [],
  waiting: null,
  data: null,
  endpoint: { address: null, last: null },
  fixes: {},
  inspects: false,
  said: null,
};

/** What only the page itself decides. */
export type Own = { readonly type: 'inspects'; readonly on: boolean };

/** The state after a message. To draw a picture changes nothing here. */
export function taken(state: PageState, message: ToPage | Own): PageState {
  switch (message.type) {
    case 'start':
      return { ...state, start: message };
    case 'show':
      return { ...state, picture: message.picture, fixes: stillOffered(state, message.picture) };
    case 'nothing':
      return { ...state, picture: null, reason: message.reason, inspects: false };
    case 'log':
      return {
        ...state,
        log: [...state.log.filter(({ number }) => number < message.from), ...message.entries],
      };
    case 'waiting':
      return { ...state, waiting: message.waiting };
    case 'data':
      return { ...state, data: message.data };
    case 'endpoint':
      return { ...state, endpoint: message.endpoint };
    case 'fixes':
      return { ...state, fixes: { ...state.fixes, [message.flag]: message.titles } };
    case 'inspect':
      return { ...state, inspects: !state.inspects && state.picture !== null };
    case 'inspects':
      return { ...state, inspects: message.on };
    case 'say':
      return { ...state, said: { message: message.message, count: (state.said?.count ?? 0) + 1 } };
    case 'draw':
      return state;
  }
}

/** What mends a problem that is still there: else an open card would blink with every picture. */
function stillOffered({ fixes, picture: before }: PageState, picture: Picture): PageState['fixes'] {
  const said = textsOf(before);
  const says = textsOf(picture);
  return Object.fromEntries(
    Object.entries(fixes).filter(
      ([id]) => says.has(Number(id)) && says.get(Number(id)) === said.get(Number(id)),
    ),
  );
}

function textsOf(picture: Picture | null): ReadonlyMap<number, string> {
  return new Map(
    Object.values(picture?.flags ?? {}).flatMap((flags) => flags.map(({ id, text }) => [id, text] as const)),
  );
}
