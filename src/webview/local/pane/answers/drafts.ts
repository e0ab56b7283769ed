import { isObject, own, withKey, withoutKey, type Json } from '../../../../player/json';
import type { Offer, Waiting } from '../../contract';

/** JSON as a person edits it. */
export function written(value: Json): string {
  return JSON.stringify(value, null, 2);
}

/** What is written for each offer of a request, so that trying another one loses nothing. */
export interface Drafts {
  /** Index of the offer. */
  readonly chosen: number;
  /** By index; where nothing has been changed, the offer's own answer stands. */
  readonly texts: Readonly<Record<number, string>>;
}

export const untouched: Drafts = { chosen: 0, texts: {} };

export function textOf({ chosen, texts }: Drafts, { offers }: Waiting): string {
  return texts[chosen] ?? written(offers[chosen]?.answer ?? { screen: '', data: {} });
}

/** The error message that an answer carries for the person. */
export function errorMessageIn(answer: Json): string {
  const data = isObject(answer) ? own(answer, 'data') : undefined;
  const message = isObject(data) ? own(data, 'error_message') : undefined;
  return typeof message === 'string' ? message : '';
}

/** The same answer with another error message; with none when it is empty. */
export function withErrorMessage(answer: Json, message: string): Json {
  if (!isObject(answer)) return answer;
  const data = own(answer, 'data');
  const given = isObject(data) ? data : {};
  return withKey(
    answer,
    'data',
    message === '' ? withoutKey(given, 'error_message') : withKey(given, 'error_message', message),
  );
}

/** Whether an error message has a place in an answer: a screen comes back, the flow does not end. */
export function mayFail(offer: Offer | undefined): boolean {
  return offer?.kind !== 'final';
}
