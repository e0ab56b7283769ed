// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import type { Look } from '../../../../src/player/view/look';
import { options } from '../run';
import { Phone } from './phone';

let phone: Phone;
afterEach(() => phone.putAway());

const show = (child: object, look: Partial<Look> = {}): Phone => (phone = Phone.with([child], look));
const field = (): HTMLInputElement => phone.one('.wf-input') as HTMLInputElement;
const type = (text: string): void =>
  void act(() => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
/** The focus goes out of an element, to another one or to nowhere. */
const leave = (from: Element, to: Element | null = null): void =>
  void act(() => {
    from.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: to }));
  });
const boxes = (): HTMLInputElement[] => phone.all('.wf-rows input, .wf-chips input') as HTMLInputElement[];
/** A key that ticks a box, or an arrow among radios: the browser has ticked it already. */
const change = (box: HTMLInputElement): void =>
  void act(() => {
    box.checked = !box.checked;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });
const checked = (): boolean[] => boxes().map((box) => box.checked);
const under = (): string => phone.one('.wf-under > div').textContent;

describe('a TextInput', () => {
  it('says what is typed, and shows what is wrong only when it is left', () => {
    show({
      type: 'TextInput',
      name: 'mail',
      label: 'E-mail',
      'input-type': 'email',
      'helper-text': 'Where to',
    });
    type('dewi@');
    expect(phone.value('mail')).toBe('dewi@');
    expect(under()).toBe('Where to');
    leave(field());
    expect(under()).toBe('Enter an e-mail address.');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field().getAttribute('aria-describedby')!)?.textContent).toBe(under());
  });

  it.each([
    ['text', 'text', 'text'],
    ['number', 'text', 'decimal'],
    ['email', 'text', 'email'],
    ['phone', 'text', 'tel'],
    ['password', 'password', 'text'],
    ['passcode', 'password', 'numeric'],
  ])('of kind %s is a field of type %s with the keyboard %s', (kind, html, keyboard) => {
    show({ type: 'TextInput', name: 'it', label: 'It', 'input-type': kind });
    expect([field().type, field().getAttribute('inputmode')]).toEqual([html, keyboard]);
  });

  it('has its label inside, or above in the large variant, and says when it may stay empty', () => {
    show({ type: 'TextInput', name: 'it', label: 'Name' });
    expect(phone.texts('.wf-box label')).toEqual(['Name(optional)']);
    phone.putAway();
    show({ type: 'TextInput', name: 'it', label: 'Name', 'label-variant': 'large', required: true });
    expect(phone.texts('label')).toEqual(['Name']);
    expect(phone.all('.wf-box label')).toEqual([]);
  });

  it('shows the message of the flow until the text changes', () => {
    show({ type: 'TextInput', name: 'it', label: 'Code', 'error-message': 'Used up', 'init-value': 'A' });
    expect(under()).toBe('Used up');
    type('B');
    expect(under()).toBe('');
  });

  it('keeps what is typed when the state answers late', () => {
    show({ type: 'TextInput', name: 'it', label: 'Name' });
    const { run } = phone;
    const answer = run.do.bind(run);
    // The state gets the first letter only after the second has been typed.
    run.do = () => run;
    type('a');
    type('ab');
    for (const text of ['a', 'ab']) {
      answer({ is: 'typed', name: 'it', text });
      phone.redraw();
      expect(field().value).toBe('ab');
    }
    answer({ is: 'restarted', keepData: true });
    phone.redraw();
    expect(field().value).toBe('');
  });
});

it('A TextArea counts the characters that are left, also below nothing', () => {
  show({ type: 'TextArea', name: 'it', label: 'Story', 'max-length': 5 });
  const counter = (): string => phone.one('.wf-counter [aria-hidden]').textContent;
  expect(counter()).toBe('5');
  type('😀é');
  expect(counter()).toBe('3');
  type('too long');
  expect(counter()).toBe('-3');
});

describe('groups of options', () => {
  it('tick and untick boxes, and no more than may be', () => {
    show({
      type: 'CheckboxGroup',
      name: 'it',
      label: 'Toppings',
      'max-selected-items': 2,
      'data-source': options('a', 'b', 'c'),
    });
    expect(phone.one('.wf-group-hint').textContent).toBe('Choose up to 2');
    change(boxes()[0]!);
    change(boxes()[2]!);
    expect(phone.value('it')).toEqual(['a', 'c']);
    expect(boxes().map(({ disabled }) => disabled)).toEqual([false, true, false]);
    change(boxes()[0]!);
    expect(phone.value('it')).toEqual(['c']);
    expect(checked()).toEqual([false, false, true]);
  });

  it('take a choice back by a second tap only where there need not be one', () => {
    for (const required of [false, true]) {
      show({
        type: 'RadioButtonsGroup',
        name: 'it',
        label: 'Size',
        required,
        'data-source': options('s', 'm'),
      });
      const tap = (index: number): void =>
        void act(() => {
          const row = phone.all('.wf-row')[index]!;
          row.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }));
        });
      tap(1);
      expect(phone.value('it')).toBe('m');
      tap(1);
      expect(phone.value('it')).toBe(required ? 'm' : null);
      expect(checked()).toEqual([false, required]);
      phone.putAway();
    }
  });

  it('set a box back that the state does not take', () => {
    show({ type: 'CheckboxGroup', name: 'it', label: 'It', 'data-source': options('a') });
    phone.run.do = () => phone.run;
    change(boxes()[0]!);
    expect(checked()).toEqual([false]);
  });

  it('are left when the focus goes elsewhere, not from option to option', () => {
    show({
      type: 'CheckboxGroup',
      name: 'it',
      label: 'It',
      required: true,
      'data-source': options('a', 'b'),
    });
    leave(boxes()[0]!, boxes()[1]);
    expect(under()).toBe('');
    leave(boxes()[1]!);
    expect(under()).toBe('This is required.');
  });

  it('show pictures and colours, and no colour that is none', () => {
    show({
      type: 'RadioButtonsGroup',
      name: 'it',
      label: 'It',
      'data-source': [
        { id: 'a', title: 'A', color: '#00FF00', 'alt-text': 'Green' },
        { id: 'b', title: 'B', color: 'url(https://example.com)' },
      ],
    });
    expect(phone.all('.wf-media').map((media) => media.getAttribute('aria-label'))).toEqual(['Green']);
  });

  it('of chips are boxes too', () => {
    show({ type: 'ChipsSelector', name: 'it', label: 'It', 'data-source': options('a', 'b') });
    change(boxes()[1]!);
    expect(phone.value('it')).toEqual(['b']);
  });
});

describe('a Dropdown', () => {
  const many = options(...Array.from({ length: 45 }, (_, index) => `o${index}`));

  it('opens a page, chooses by keys without closing it, and closes it by Enter', () => {
    show({ type: 'Dropdown', name: 'it', label: 'Town', 'data-source': options('a', 'b') });
    phone.click('.wf-select');
    expect(phone.one('[role=dialog]').getAttribute('aria-label')).toBe('Town');
    expect(phone.one('.wf-screen').hasAttribute('inert')).toBe(true);
    change(boxes()[1]!);
    expect(phone.value('it')).toBe('b');
    phone.key('Enter', '.wf-rows input:checked');
    expect(phone.all('[role=dialog]')).toEqual([]);
    expect(phone.one('.wf-screen').hasAttribute('inert')).toBe(false);
    expect(phone.one('.wf-select').textContent).toBe('B');
  });

  it('closes by Escape, which counts as leaving it', () => {
    show({ type: 'Dropdown', name: 'it', label: 'Town', required: true, 'data-source': options('a', 'b') });
    phone.click('.wf-select').key('Escape', '[role=dialog]');
    expect(phone.all('[role=dialog]')).toEqual([]);
    expect(under()).toBe('This is required.');
  });

  it('can be searched where it is long', () => {
    show({ type: 'Dropdown', name: 'it', label: 'Town', 'data-source': options('a', 'b') });
    phone.click('.wf-select');
    expect(phone.all('.wf-search')).toEqual([]);
    phone.putAway();
    show({ type: 'Dropdown', name: 'it', label: 'Town', 'data-source': many });
    phone.click('.wf-select');
    const search = (text: string): void =>
      void act(() => {
        const input = phone.one('.wf-search input') as HTMLInputElement;
        input.value = text;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
    search(' o44');
    expect(phone.texts('.wf-row-title')).toEqual(['O44']);
    search('nowhere');
    expect(phone.all('.wf-row')).toEqual([]);
  });
});

it('An OptIn is ticked, and "Read more" is a button of its own', () => {
  show({
    type: 'OptIn',
    name: 'it',
    label: 'I agree',
    'on-click-action': { name: 'open_url', url: 'https://example.com/terms' },
  });
  change(phone.one('.wf-opt-in input') as HTMLInputElement);
  expect(phone.value('it')).toBe(true);
  phone.tap('Read more');
  expect(phone.run.effects).toEqual([{ is: 'urlOpened', url: 'https://example.com/terms' }]);
});
