import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { english } from '../../../../../src/flowjson/message';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const one = (component: Json, version = '7.3') =>
  foundBy('text-too-long', oneScreen([component], {}, { version }));
const input = (more: Json) => ({ type: 'TextInput', name: 'n', label: 'N', ...more });
const a = (length: number) => 'a'.repeat(length);

describe('texts over what is shown', () => {
  it('are found by the limits of the catalogue', () => {
    expect(one(input({ label: a(20), 'helper-text': a(80) }))).toEqual([]);
    expect(one(input({ label: a(21), 'helper-text': a(81) }))).toEqual([
      `TEXT_TOO_LONG ${at}.label`,
      `TEXT_TOO_LONG ${at}.helper-text`,
    ]);
    expect(one(input({ label: a(150), 'label-variant': 'large' }))).toEqual([]);
    expect(one(input({ label: a(151), 'label-variant': 'large' }))).toHaveLength(1);
  });

  it('are found in options, rows and the ends of a range', () => {
    const dropdown = {
      type: 'Dropdown',
      name: 'n',
      label: 'N',
      'data-source': [{ id: 'a', title: a(31), description: a(300), metadata: a(21) }],
    };
    expect(one(dropdown)).toEqual([
      `TEXT_TOO_LONG ${at}.data-source[0].title`,
      `TEXT_TOO_LONG ${at}.data-source[0].metadata`,
    ]);
    const rows = {
      type: 'NavigationList',
      name: 'n',
      label: a(81),
      'list-items': [
        { id: 'a', 'main-content': { title: a(31) }, end: { title: a(11) }, tags: ['ok', a(16)] },
      ],
    };
    expect(one(rows)).toEqual([
      `TEXT_TOO_LONG ${at}.label`,
      `TEXT_TOO_LONG ${at}.list-items[0].main-content.title`,
      `TEXT_TOO_LONG ${at}.list-items[0].end.title`,
      `TEXT_TOO_LONG ${at}.list-items[0].tags[1]`,
    ]);
    const range = {
      type: 'CalendarPicker',
      name: 'n',
      mode: 'range',
      label: { 'start-date': a(21), 'end-date': a(20) },
    };
    expect(one(range)).toEqual([`TEXT_TOO_LONG ${at}.label.start-date`]);
  });

  it('are counted together where a list of texts is one text', () => {
    expect(one({ type: 'TextBody', text: [a(4000), a(96)] })).toEqual([]);
    expect(one({ type: 'TextBody', text: [a(4000), a(97)] })).toEqual([`TEXT_TOO_LONG ${at}.text`]);
  });

  it('are counted in characters, not in UTF-16 units', () => {
    expect(one(input({ label: '😀'.repeat(20) }))).toEqual([]);
    expect(one(input({ label: '😀'.repeat(21) }))).toHaveLength(1);
  });

  it('are left alone where they are data', () => {
    expect(one(input({ label: `\${data.${a(30)}}` }))).toEqual([]);
  });

  it('are said with both numbers, and with what becomes of them', () => {
    const said = (component: Json) =>
      diagnose(parseFlow(oneScreen([component])))
        .filter(({ rule }) => rule === 'text-too-long')
        .map(({ message }) => english(message));
    expect(said(input({ label: a(25) }))).toEqual([
      '"label" has 25 characters; above 20 phones may cut it. Shorten it.',
    ]);
    expect(
      said({
        type: 'NavigationList',
        name: 'n',
        'list-items': [{ id: 'a', 'main-content': { title: a(40) } }],
      }),
    ).toEqual(['"title" has 40 characters; above 30 it is not shown at all. Shorten it.']);
  });
});

describe('markdown', () => {
  const text = (rule: string, type: string, value: unknown, markdown?: boolean, version = '7.3') =>
    foundBy(rule, oneScreen([{ type, text: value, markdown }], {}, { version }));

  it('is switched on where its signs stand', () => {
    for (const sign of ['a **b** c', '~~gone~~', '[here](https://example.com)']) {
      expect(text('markdown-off', 'TextBody', sign)).toEqual([`MARKDOWN_OFF ${at}.text`]);
      expect(text('markdown-off', 'TextBody', sign, true)).toEqual([]);
      expect(text('markdown-off', 'TextBody', sign, undefined, '5.0')).toEqual([]);
    }
    expect(text('markdown-off', 'TextCaption', ['plain', '**bold**'])).toEqual([
      `MARKDOWN_OFF ${at}.text[1]`,
    ]);
    expect(text('markdown-off', 'TextBody', '2 * 3 * 4 [1] (x)')).toEqual([]);
  });

  it('draws lists in a TextBody only', () => {
    expect(text('markdown-list-in-caption', 'TextCaption', 'Bring\n- tea\n- milk', true)).toHaveLength(1);
    expect(text('markdown-list-in-caption', 'TextCaption', ['1. tea'], true)).toHaveLength(1);
    expect(text('markdown-list-in-caption', 'TextBody', '- tea', true)).toEqual([]);
    expect(text('markdown-list-in-caption', 'TextCaption', '- tea')).toEqual([]);
    expect(text('markdown-list-in-caption', 'TextCaption', '-5 degrees', true)).toEqual([]);
  });

  it('leaves headings, tables and images to RichText', () => {
    for (const sign of ['# Heading', '| a |\n|---|', '![a](data:image/png;base64,iVBO)']) {
      expect(text('markdown-rich-text-only', 'TextBody', sign, true)).toHaveLength(1);
      expect(text('markdown-rich-text-only', 'TextBody', sign)).toEqual([]);
    }
    expect(text('markdown-rich-text-only', 'TextBody', 'a #tag and a | bar', true)).toEqual([]);
  });
});

it('emoji do not stand on a button', () => {
  const footer = (label: string) =>
    foundBy('footer-emoji', oneScreen([{ type: 'Footer', label, 'on-click-action': {} }]));
  expect(footer('Send 🚀')).toEqual([`FOOTER_EMOJI ${at}.label`]);
  expect(footer('Send 2 now ©')).toEqual([]);
});
