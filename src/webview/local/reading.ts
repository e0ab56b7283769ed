import { isRecord } from '../../platform/record';
import type { ToPage } from './contract';

type Known = { readonly [Type in ToPage['type']]: (message: Record<string, unknown>) => boolean };

const isNullOr = (is: (value: unknown) => boolean) => (value: unknown) => value === null || is(value);
const isPicture = (value: unknown) =>
  isRecord(value) &&
  isRecord(value['projection']) &&
  isRecord(value['flags']) &&
  Array.isArray(value['screens']);
const isMessage = (value: unknown) =>
  isRecord(value) && typeof value['template'] === 'string' && Array.isArray(value['args']);

/** Whether a message has what its type promises; what lies deeper is of our own making. */
const known: Known = {
  start: ({ state, look, language }) => isRecord(state) && isRecord(look) && typeof language === 'string',
  show: ({ picture, parcels }) => isPicture(picture) && isRecord(parcels),
  nothing: ({ reason }) => isMessage(reason),
  log: ({ from, entries }) => typeof from === 'number' && Array.isArray(entries),
  waiting: ({ waiting }) => isNullOr(isRecord)(waiting),
  data: ({ data }) => isNullOr(isRecord)(data),
  endpoint: ({ endpoint }) => isRecord(endpoint),
  fixes: ({ flag, titles }) => typeof flag === 'number' && Array.isArray(titles),
  draw: ({ screens, then, parcels }) =>
    isNullOr(Array.isArray)(screens) && (then === 'copy' || then === 'save') && isRecord(parcels),
  inspect: () => true,
  say: ({ message }) => isMessage(message),
};

/** Undefined for anything that is not one of the host's messages. */
export function readToPage(value: unknown): ToPage | undefined {
  if (!isRecord(value)) return undefined;
  const type = value['type'];
  if (typeof type !== 'string' || !Object.hasOwn(known, type)) return undefined;
  return known[type as ToPage['type']](value) ? (value as unknown as ToPage) : undefined;
}
