import { isList, isObject, own, type Json } from '../json';
import type { EndpointRequest } from '../state/state';
import { filled } from './fill';
import type { Mock, MockAnswer, MockCondition } from './mock';

/**
 * What the first rule that fits answers to a request, with the values that it takes from the request filled in; nothing
 * where no rule fits. Never throws.
 */
export function mockedAnswer({ rules }: Mock, request: EndpointRequest): MockAnswer | undefined {
  const then = rules.find(({ when }) => fits(when, request))?.then;
  return then && 'answer' in then ? { answer: filled(then.answer, request.data) } : then;
}

/** Whether a request is as a condition wants it. */
export function fits(when: MockCondition, { action, screen, data }: EndpointRequest): boolean {
  return (
    (when.action === undefined || when.action === action) &&
    (when.screen === undefined || when.screen === screen) &&
    (when.data === undefined || holds(data, when.data))
  );
}

/** Whether a value holds all that another one says: objects may hold more, lists are as long and in the same order. */
export function holds(value: Json | undefined, wanted: Json): boolean {
  if (isObject(wanted)) {
    return isObject(value) && Object.entries(wanted).every(([key, one]) => holds(own(value, key), one));
  }
  if (isList(wanted)) {
    return (
      isList(value) && value.length === wanted.length && wanted.every((one, at) => holds(value[at], one))
    );
  }
  return value === wanted;
}
