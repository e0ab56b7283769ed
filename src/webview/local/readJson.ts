import { isTooDeep, type Json } from '../../player/json';

/** Whether something that came from elsewhere is a JSON value that may be walked recursively. */
export function isJson(value: unknown): value is Json {
  return value !== undefined && !isTooDeep(value as Json) && isPlain(value);
}

function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}
