import { applyEdits, modify, type JSONPath } from 'jsonc-parser';
import { formattingOf } from '../../flowjson/text/format';
import type { Json } from '../json';
import type { EndpointRequest } from '../state/state';
import { fits, holds } from './match';
import type { MockAnswer, MockCondition, MockPreset } from './mock';
import { readMock } from './read';

/**
 * A `*.flow-mock.json` changed in one place: comments, order and formatting stay. Each takes the text as it is, '' for a
 * file that is not there; the text must not be broken (see `readMock`).
 */
export type MockEdit = (text: string) => string;

export function withPreset({ screen, name, data }: MockPreset): MockEdit {
  return (text) => set(text, ['presets', screen, name], data);
}

/** A screen goes with its last preset. */
export function withoutPreset(screen: string, name: string): MockEdit {
  return (text) => {
    const ofScreen = readMock(text).mock.presets.filter((preset) => preset.screen === screen);
    if (!ofScreen.some((preset) => preset.name === name)) return text;
    return set(text, ofScreen.length === 1 ? ['presets', screen] : ['presets', screen, name], undefined);
  };
}

/**
 * A rule for such requests: for the same action of the same screen, whatever the data. It stands before the first one that
 * would have answered this request, or takes its place where that one says the same.
 */
export function withRule(request: EndpointRequest, then: MockAnswer): MockEdit {
  const { action, screen } = request;
  const when: MockCondition = { action, ...(screen !== undefined && { screen }) };
  return (text) => {
    const { rules } = readMock(text).mock;
    const first = rules.find((rule) => fits(rule.when, request));
    if (first && isSame(first.when, when)) return replaced(text, first.index, then);
    // Behind all others, also those that cannot be read.
    const index = first?.index ?? -1;
    return set(text, ['answers', index], { when: when as Json, ...then } as Json, true);
  };
}

function isSame(one: MockCondition, other: MockCondition): boolean {
  return holds(one as Json, other as Json) && holds(other as Json, one as Json);
}

function replaced(text: string, index: number, then: MockAnswer): string {
  const [kind, other] = 'answer' in then ? ['answer', 'failure'] : ['failure', 'answer'];
  const value = 'answer' in then ? then.answer : ({ ...then.failure } as Json);
  return set(set(text, ['answers', index, kind], value), ['answers', index, other], undefined);
}

function set(text: string, path: JSONPath, value: Json | undefined, isArrayInsertion = false): string {
  const before = text.trim() === '' ? '{}\n' : text;
  return applyEdits(
    before,
    modify(before, path, value, { formattingOptions: formattingOf(before), isArrayInsertion }),
  );
}
