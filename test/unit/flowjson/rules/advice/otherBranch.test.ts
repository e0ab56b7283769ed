import { expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const input = { type: 'TextInput', name: 'name', label: 'Name' };
const text = { type: 'TextBody', text: '${form.name}' };
const fork = (then: Json[], other: Json[]) => ({ type: 'If', condition: '${data.a}', then, else: other });
const one = (...children: Json[]) => foundBy('reference-to-other-branch', oneScreen(children));
const at = 'screens[0].layout.children[0]';

it('a branch does not read an input of another branch', () => {
  expect(one(fork([input], [text]))).toEqual([`INPUT_IN_OTHER_BRANCH ${at}.else[0].text`]);
  const cases = { type: 'Switch', value: '${data.a}', cases: { one: [input], two: [text] } };
  expect(one(cases)).toEqual([`INPUT_IN_OTHER_BRANCH ${at}.cases.two[0].text`]);
  expect(one(fork([fork([input], [])], [fork([text], [])]))).toHaveLength(1);
});

it('its own branch, the screen and other Ifs may read it', () => {
  expect(one(fork([input, text], []))).toEqual([]);
  expect(one(fork([input], []), text)).toEqual([]);
  expect(one(fork([input], []), fork([text], []))).toEqual([]);
  expect(one(fork([fork([input], [])], [input]), text)).toEqual([]);
  expect(one(input, fork([text], [text]))).toEqual([]);
});
