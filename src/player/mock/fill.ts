import { isList, isObject, own, type Json, type JsonObject } from '../json';

/** A value of the request in an answer: `${data.email}`, `${data.address.city}`. */
const reference = /\$\{data((?:\.[\w-]+)+)\}/g;
const whole = /^\$\{data((?:\.[\w-]+)+)\}$/;

/**
 * An answer with what it takes from the data of the request. A text that is nothing but a reference becomes the value,
 * whatever it is; what the request does not have stays as it is written, so that it can be seen.
 */
export function filled(answer: Json, data: JsonObject): Json {
  if (typeof answer === 'string') return text(answer, data);
  if (isList(answer)) return answer.map((item) => filled(item, data));
  if (!isObject(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, filled(value, data)]));
}

function text(written: string, data: JsonObject): Json {
  const alone = whole.exec(written)?.[1];
  if (alone !== undefined) return at(data, alone) ?? written;
  return written.replace(reference, (one, path: string) => {
    const value = at(data, path) ?? one;
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

/** `path`: `.address.city`. */
function at(data: JsonObject, path: string): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path.slice(1).split('.')) value = isObject(value) ? own(value, key) : undefined;
  return value;
}
