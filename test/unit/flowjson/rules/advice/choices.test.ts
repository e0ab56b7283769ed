import { describe, expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, title: `Option ${index}` }));
const list = (type: string, count: number, more: Json = {}) => ({
  type,
  name: 'list',
  label: 'List',
  'data-source': options(count),
  ...more,
});
const one = (rule: string, ...children: Json[]) => foundBy(rule, oneScreen(children));

describe('how many options', () => {
  it.each([
    ['CheckboxGroup', 20],
    ['RadioButtonsGroup', 20],
    ['Dropdown', 200],
    ['ChipsSelector', 20],
  ])('a %s has', (type, max) => {
    expect(one('list-length', list(type, max))).toEqual([]);
    expect(one('list-length', list(type, max + 1))).toEqual([`LIST_LENGTH ${at}.data-source[${max}]`]);
  });

  it('a ChipsSelector has at least', () => {
    expect(one('list-length', list('ChipsSelector', 1))).toEqual([`LIST_LENGTH ${at}.data-source`]);
    expect(one('list-length', list('RadioButtonsGroup', 1))).toEqual([]);
  });

  it('a NavigationList draws', () => {
    const rows = (count: number) => ({
      type: 'NavigationList',
      name: 'rows',
      'list-items': options(count).map(({ id }) => ({ id, 'main-content': { title: id } })),
    });
    expect(one('list-length', rows(20))).toEqual([]);
    expect(one('list-length', rows(21))).toHaveLength(1);
  });

  it('a Dropdown is for', () => {
    expect(one('dropdown-few-options', list('Dropdown', 7))).toEqual([`DROPDOWN_FEW_OPTIONS ${at}.type`]);
    expect(one('dropdown-few-options', list('Dropdown', 8))).toEqual([]);
    expect(one('dropdown-few-options', list('Dropdown', 3, { 'data-source': '${data.list}' }))).toEqual([]);
  });

  it('a screen shows at once', () => {
    const rule = 'many-options-on-screen';
    expect(one(rule, list('RadioButtonsGroup', 6), list('CheckboxGroup', 5))).toEqual([
      `MANY_OPTIONS_ON_SCREEN ${at}.type`,
    ]);
    expect(one(rule, list('RadioButtonsGroup', 5), list('Dropdown', 50))).toEqual([]);
    const branches = {
      type: 'If',
      condition: '${data.a}',
      then: [list('RadioButtonsGroup', 6)],
      else: [list('RadioButtonsGroup', 6)],
    };
    expect(one(rule, branches)).toEqual([]);
    expect(one(rule, branches, list('CheckboxGroup', 5))).toHaveLength(1);
  });
});

describe('what is chosen at first', () => {
  const rule = 'init-value-option';

  it('is one of the options', () => {
    expect(one(rule, list('Dropdown', 3, { 'init-value': 'o1' }))).toEqual([]);
    expect(one(rule, list('Dropdown', 3, { 'init-value': 'o9' }))).toEqual([
      `INIT_VALUE_NOT_AN_OPTION ${at}.init-value`,
    ]);
    // A blank one is refused as a text.
    expect(one(rule, list('Dropdown', 3, { 'init-value': ' ' }))).toEqual([]);
    expect(one(rule, list('CheckboxGroup', 3, { 'init-value': ['o1', 'o9'] }))).toEqual([
      `INIT_VALUE_NOT_AN_OPTION ${at}.init-value[1]`,
    ]);
    const form = {
      type: 'Form',
      name: 'form',
      'init-values': { list: 'o9' },
      children: [list('RadioButtonsGroup', 3)],
    };
    expect(one(rule, form)).toEqual([`INIT_VALUE_NOT_AN_OPTION ${at}.init-values.list`]);
  });

  it('can be chosen', () => {
    const disabled = { 'data-source': [{ id: 'a', title: 'A', enabled: false }], 'init-value': 'a' };
    expect(one(rule, list('RadioButtonsGroup', 0, disabled))).toEqual([
      `INIT_VALUE_DISABLED_OPTION ${at}.init-value`,
    ]);
  });

  it('cannot be told where options or value are data', () => {
    expect(one(rule, list('Dropdown', 0, { 'data-source': '${data.list}', 'init-value': 'x' }))).toEqual([]);
    expect(one(rule, list('Dropdown', 3, { 'init-value': '${data.first}' }))).toEqual([]);
    expect(
      one(
        rule,
        list('Dropdown', 0, { 'data-source': [{ id: '${data.id}', title: 'A' }], 'init-value': 'x' }),
      ),
    ).toEqual([]);
  });

  it('is not more than may be chosen', () => {
    const more = { 'max-selected-items': 2, 'init-value': ['o0', 'o1', 'o2'] };
    expect(one('init-value-count', list('CheckboxGroup', 4, more))).toEqual([
      `INIT_VALUE_COUNT ${at}.init-value`,
    ]);
    expect(one('init-value-count', list('CheckboxGroup', 4, { ...more, 'max-selected-items': 3 }))).toEqual(
      [],
    );
  });
});

describe('what must be filled', () => {
  const rule = 'required-but-unusable';
  const input = (more: Json) => ({ type: 'TextInput', name: 'n', label: 'N', ...more });

  it.each(['visible', 'enabled'])('is %s', (property) => {
    expect(one(rule, input({ required: true, [property]: false }))).toEqual([
      `REQUIRED_BUT_UNUSABLE ${at}.required`,
    ]);
    expect(one(rule, input({ required: true, [property]: '${data.shown}' }))).toEqual([]);
    expect(one(rule, input({ required: false, [property]: false }))).toEqual([]);
  });

  it('is said also of ranges and files', () => {
    const calendar = {
      type: 'CalendarPicker',
      mode: 'range',
      required: { 'start-date': true },
      visible: false,
    };
    expect(one(rule, input(calendar))).toEqual([`REQUIRED_BUT_UNUSABLE ${at}.required.start-date`]);
    const photos = { type: 'PhotoPicker', 'min-uploaded-photos': 1, visible: false };
    expect(one(rule, input(photos))).toEqual([`REQUIRED_BUT_UNUSABLE ${at}.min-uploaded-photos`]);
  });
});
