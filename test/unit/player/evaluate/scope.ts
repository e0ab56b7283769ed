import { say } from '../../../../src/flowjson/message';
import type { Version } from '../../../../src/flowjson/catalogue';
import { absent, broken, given, type Scope } from '../../../../src/player/evaluate/evaluated';
import { fullRoom } from '../../../../src/player/limits';
import type { Json } from '../../../../src/player/json';

/** References lead to `values['data.x']`; `null` there is what has not come yet, and what is missing does not exist. */
export function scopeOf(
  values: Readonly<Record<string, Json>>,
  version: Version = '7.3',
  inPayload = false,
): Scope {
  return {
    version,
    inPayload,
    room: fullRoom(),
    lookup({ screen, scope, path }) {
      const name = [...(screen === undefined ? [] : ['screen', screen]), scope, ...path].join('.');
      const value = values[name];
      if (value === undefined) return broken(say('There is no {0}.', name));
      return value === null ? absent(say('{0} is not there yet.', name)) : given(value);
    },
  };
}
