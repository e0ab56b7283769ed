import { describe, expect, it } from 'vitest';
import { flowText, footer, foundBy, lastScreen, navigate, oneScreen, screen, type Json } from '../../support';

const text = { type: 'string', __example__: 'x' };
const input = (more: Json = {}) => ({ type: 'TextInput', name: 'name', label: 'Name', ...more });

describe('data', () => {
  it('that nothing reads is pointed out', () => {
    expect(foundBy('unused-data', oneScreen([], { data: { used: text } }))).toEqual([
      'UNUSED_DATA screens[0].data.used',
    ]);
  });

  it.each([
    ['a binding', { type: 'TextBody', text: '${data.used}' }],
    ['a part of it', { type: 'TextBody', text: '${data.used.name}' }],
    ['an expression', { type: 'TextBody', text: "`'Hello ' ${data.used}`" }],
    [
      'a condition',
      { type: 'If', condition: "${data.used} == 'x'", then: [{ type: 'TextBody', text: 'x' }] },
    ],
    ['an option', { type: 'Dropdown', 'data-source': [{ id: 'a', title: '${data.used}' }] }],
  ])('is read by %s', (_name, component) => {
    expect(foundBy('unused-data', oneScreen([component], { data: { used: text } }))).toEqual([]);
  });

  it('is read from another screen', () => {
    const first = screen([footer(navigate('LAST'))], { data: { used: text } });
    const last = lastScreen([{ type: 'TextBody', text: '${screen.FIRST.data.used}' }]);
    expect(foundBy('unused-data', flowText([first, last]))).toEqual([]);
    expect(foundBy('unused-data', flowText([first, lastScreen()]))).toHaveLength(1);
  });

  it('is left alone where an action supplies it', () => {
    const first = screen([footer(navigate('LAST', { used: 'x' }))]);
    expect(foundBy('unused-data', flowText([first, lastScreen([], { data: { used: text } })]))).toEqual([]);
    const update = {
      type: 'Dropdown',
      'on-select-action': { name: 'update_data', payload: { used: 'x' } },
    };
    expect(foundBy('unused-data', oneScreen([update], { data: { used: text } }))).toEqual([]);
  });
});

describe('an input', () => {
  it('that nothing reads is pointed out', () => {
    expect(foundBy('unread-input', oneScreen([input()]))).toEqual([
      'UNREAD_INPUT screens[0].layout.children[0].name',
    ]);
    expect(foundBy('unread-input', oneScreen([input(), { type: 'TextBody', text: '${form.name}' }]))).toEqual(
      [],
    );
  });

  it('is read from another screen', () => {
    const first = screen([input(), footer(navigate('LAST'))]);
    const last = lastScreen([{ type: 'TextBody', text: '${screen.FIRST.form.name}' }]);
    expect(foundBy('unread-input', flowText([first, last]))).toEqual([]);
    const wrong = lastScreen([{ type: 'TextBody', text: '${screen.FIRST.data.name}' }]);
    expect(foundBy('unread-input', flowText([first, wrong]))).toHaveLength(1);
  });

  it('need not be read where it acts or always says the same', () => {
    const agree = input({ type: 'OptIn', required: true });
    expect(foundBy('unread-input', oneScreen([agree]))).toEqual([]);
    expect(foundBy('unread-input', oneScreen([{ ...agree, required: false }]))).toHaveLength(1);
    const acting = input({ type: 'Dropdown', 'on-select-action': { name: 'update_data', payload: {} } });
    expect(foundBy('unread-input', oneScreen([acting]))).toEqual([]);
    expect(foundBy('unread-input', oneScreen([input({ type: 'NavigationList' })]))).toEqual([]);
  });
});
