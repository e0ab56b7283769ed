import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { parseReference } from '../../../../src/flowjson/text/reference';
import { isOwnScreen, typeOfReference, type Resolution } from '../../../../src/flowjson/expression/resolve';
import { typeName } from '../../../../src/flowjson/expression/valueTypes';
import { flowText, lastScreen, screen } from '../support';

const user = {
  type: 'object',
  properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
  __example__: {},
};
const flow = parseFlow(
  flowText([
    screen(
      [
        {
          type: 'Form',
          name: 'form',
          children: [
            { type: 'TextInput', name: 'text', label: 'Text' },
            { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
            { type: 'TextInput', name: 'open', label: 'Open', 'input-type': '${data.kind}' },
            { type: 'OptIn', name: 'agree', label: 'Agree' },
            { type: 'CheckboxGroup', name: 'colours', label: 'Colours', 'data-source': [] },
            { type: 'CalendarPicker', name: 'day', label: 'Day' },
            { type: 'CalendarPicker', name: 'period', label: 'Period', mode: 'range' },
            { type: 'CalendarPicker', name: 'either', label: 'Either', mode: '${data.kind}' },
            { type: 'PhotoPicker', name: 'photo', label: 'Photo' },
            { type: 'Novelty', name: 'novel' },
            { type: 'TextBody', name: 'body', text: 'Text' },
            { type: 'TextInput', name: 'twice', label: 'Twice' },
            { type: 'OptIn', name: 'twice', label: 'Twice' },
          ],
        },
      ],
      {
        data: {
          user,
          count: { type: 'integer', __example__: 1 },
          list: { type: 'array', items: { type: 'object', properties: {} }, __example__: [] },
          odd: { type: 7, __example__: 1 },
          loose: { type: 'object', __example__: {} },
        },
      },
    ),
    lastScreen([], { data: { flag: { type: 'boolean', __example__: true } } }),
  ]),
);

function resolve(inner: string): Resolution {
  return typeOfReference(flow, flow.screens[0]!, parseReference(inner)!);
}

describe('typeOfReference', () => {
  it.each([
    ['data.user', 'object'],
    ['data.user.name', 'string'],
    ['data.user.tags', 'string[]'],
    ['data.count', 'number'],
    ['data.list', 'object[]'],
    ['data.odd', 'unknown'],
    ['data.odd.part', 'unknown'],
    ['screen.LAST.data.flag', 'boolean'],
    ['screen.FIRST.data.count', 'number'],
    ['form.text', 'string'],
    ['form.age', 'number'],
    ['form.agree', 'boolean'],
    ['form.colours', 'string[]'],
    ['form.day', 'string'],
    ['form.period', 'object'],
    ['form.period.start-date', 'string'],
    ['form.either', 'unknown'],
    ['form.either.start-date', 'unknown'],
    ['form.photo', 'media[]'],
    ['form.novel', 'unknown'],
    ['form.twice', 'unknown'],
  ])('knows the type of %s', (inner, type) => {
    const found = resolve(inner);
    expect('type' in found ? typeName(found.type) : found.is).toBe(type);
  });

  it.each([
    ['data.nope', { is: 'unknown-data', key: 'nope' }],
    ['data.user.nope', { is: 'unknown-part', of: 'user', step: 'nope' }],
    ['data.loose.name', { is: 'unknown-part', of: 'loose', step: 'name' }],
    ['data.count.value', { is: 'unknown-part', of: 'count', step: 'value' }],
    ['data.list.items', { is: 'array-step', of: 'list', step: 'items' }],
    ['data.user.tags.first', { is: 'array-step', of: 'user.tags', step: 'first' }],
    ['form.nope', { is: 'unknown-input', name: 'nope', other: undefined }],
    ['form.form', { is: 'unknown-input', name: 'form', other: { type: 'Form' } }],
    ['form.body', { is: 'unknown-input', name: 'body', other: { type: 'TextBody' } }],
    ['form.colours.first', { is: 'array-step', of: 'colours', step: 'first' }],
    ['form.period.middle', { is: 'unknown-part', of: 'period', step: 'middle' }],
    ['screen.GHOST.data.x', { is: 'unknown-screen', name: 'GHOST' }],
    ['screen.LAST.data.nope', { is: 'unknown-data', key: 'nope' }],
  ])('knows where %s gets lost', (inner, lost) => {
    expect(resolve(inner)).toMatchObject(lost);
  });

  it('knows where things are declared, for go to definition', () => {
    const source = (inner: string): string => {
      const found = resolve(inner);
      return 'declaration' in found ? flow.tree.path(found.declaration) : found.is;
    };
    expect(source('data.user.name')).toBe('screens[0].data.user.properties.name');
    expect(source('form.period.start-date')).toBe('screens[0].layout.children[0].children[6].name');
    expect(source('screen.LAST.data.flag')).toBe('screens[1].data.flag');
  });

  it('tells the own screen from others', () => {
    expect(isOwnScreen(flow.screens[0]!, parseReference('screen.FIRST.data.count')!)).toBe(true);
    expect(isOwnScreen(flow.screens[0]!, parseReference('screen.LAST.data.flag')!)).toBe(false);
    expect(isOwnScreen(flow.screens[0]!, parseReference('data.count')!)).toBe(false);
  });
});
