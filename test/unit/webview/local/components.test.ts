import { expect, it } from 'vitest';
import { drawnOn, placed } from '../../../../src/webview/local/components';
import type { Flag } from '../../../../src/webview/local/contract';
import { running } from '../../player/run';

const form = {
  type: 'Form',
  name: 'form',
  children: [
    { type: 'TextHeading', text: 'Hello' },
    { type: 'TextInput', name: 'name', label: 'Name' },
  ],
};
const { shown } = running([
  form,
  { type: 'TextBody', text: 'End' },
  { type: 'TextBody', text: '', visible: false },
]);
const flag = (id: number): Flag => ({ id, severity: 'error', text: '', code: '' });

it('knows what stands on a screen, without groups, the Footer last', () => {
  expect(drawnOn(shown).map(({ type }) => type)).toEqual(['TextHeading', 'TextInput', 'TextBody', 'Footer']);
});

it('puts every flag where it is seen', () => {
  const [first, , body] = drawnOn(shown);
  const group = shown.components[0]!.key;
  const flags = {
    [body!.key]: [flag(1)],
    [group]: [flag(2)],
    [first!.key]: [flag(3)],
    '': [flag(4)],
    nowhere: [flag(5)],
    none: [],
  };
  const found = placed(shown, flags);
  expect(new Map([...found].map(([key, list]) => [key, list.map(({ id }) => id).sort()]))).toEqual(
    new Map([
      [body!.key, [1]],
      [first!.key, [2, 3]],
      ['', [4, 5]],
    ]),
  );
});
