import type { Flow } from '../../../../src/flowjson/model/flow';
import type { JsonObject, StartOptions } from '../../../../src/player/player';

/** What a link's parameters ask for, as Meta has them. */
export interface Asked {
  readonly interactive: boolean;
  /** Whether what happens is listed: only where the page is interactive. */
  readonly debug: boolean;
  readonly options: StartOptions;
  /** What is wrong with the parameters. */
  readonly wrong: string | null;
  /** Names of parameters that are only passed on: they may be secret. */
  readonly given: readonly string[];
}

export function askedBy(parameters: URLSearchParams, flow: Flow): Asked {
  const interactive = parameters.get('interactive') === 'true';
  const exchanges = parameters.get('flow_action') === 'data_exchange';
  const { screen, data, wrong } = exchanges ? {} : payloadOf(parameters.get('flow_action_payload'));
  const unknown = screen !== undefined && flow.screen(screen) === undefined;
  const token = parameters.get('flow_token');
  return {
    interactive,
    debug: interactive && parameters.get('debug') === 'true',
    options: {
      ...(!unknown && { screen, data }),
      // A page that nobody can use asks nobody: it shows the first screen.
      ...(exchanges && interactive && { action: 'data_exchange' }),
      ...(token !== null && { flowToken: token }),
    },
    wrong: wrong ?? (unknown ? `There is no screen ${screen}.` : null),
    given: ['flow_action', 'flow_token', 'phone_number'].filter((name) => parameters.has(name)),
  };
}

interface Payload {
  readonly screen?: string;
  readonly data?: JsonObject;
  readonly wrong?: string;
}

function payloadOf(text: string | null): Payload {
  if (text === null) return {};
  const payload = read(text);
  if (!isObject(payload)) return { wrong: 'flow_action_payload is not a JSON object.' };
  const { screen, data } = payload;
  return {
    ...(screen !== undefined && { screen: typeof screen === 'string' ? screen : JSON.stringify(screen) }),
    ...(isObject(data) && { data }),
  };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
