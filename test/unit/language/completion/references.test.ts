import { describe, expect, it } from 'vitest';
import { flowText, footer, lastScreen, navigate, screen, type Json } from '../../flowjson/support';
import { labels, proposed, taken } from './typed';

const data = {
  greeting: { type: 'string', __example__: 'Hello' },
  shown: { type: 'boolean', __example__: true },
  user: {
    type: 'object',
    properties: { name: { type: 'string' }, age: { type: 'number' } },
    __example__: { name: 'Ada', age: 36 },
  },
  'not a name': { type: 'string', __example__: '' },
};
const inputs = [
  { type: 'TextInput', name: 'first', label: 'First name' },
  { type: 'OptIn', name: 'agree', label: 'Agree' },
  { type: 'CalendarPicker', name: 'stay', mode: 'range', label: { 'start-date': 'From', 'end-date': 'To' } },
];

/** A flow of two screens in which one more component stands, given as text with a `¦` in it. */
function typing(component: string, top: Json = {}): string {
  const first = screen([...inputs, { type: 'X' }, footer(navigate('LAST', { reply: 'x' }))], { data });
  const last = lastScreen([], { data: { reply: { type: 'string', __example__: 'x' } } });
  return flowText([first, last], top).replace(/\{\s*"type": "X"\s*\}/, () => component);
}

const textOf = (value: string): string => typing(`{ "type": "TextBody", "text": ${value} }`);

describe('references', () => {
  it('are proposed after ${, what fits first, the own screen before others', () => {
    expect(labels(textOf('"${¦}"'))).toEqual([
      'data.greeting',
      'data.user.name',
      'form.first',
      'form.stay.start-date',
      'form.stay.end-date',
      'screen.LAST.data.reply',
      'data.shown',
      'data.user',
      'data.user.age',
      'form.agree',
      'form.stay',
    ]);
    expect(labels(typing('{ "type": "TextBody", "text": "a", "visible": "${¦}" }')).slice(0, 2)).toEqual([
      'data.shown',
      'form.agree',
    ]);
  });

  it.each([
    ['"${¦}"', '"${data.user.name}"'],
    ['"${¦"', '"${data.user.name}"'],
    ['"${da¦}"', '"${data.user.name}"'],
    ['"${data.us¦er.age}"', '"${data.user.name}"'],
    ['"${data.user.¦}"', '"${data.user.name}"'],
    ['"`\'Hello \' ${¦}`"', '"`\'Hello \' ${data.user.name}`"'],
    ['"`${¦} \' ${data.shown}\'`"', '"`${data.user.name} \' ${data.shown}\'`"'],
    ['"\\"\\u00e4 ${¦}"', '"\\"\\u00e4 ${data.user.name}"'],
  ])('%s becomes %s', (before, after) => {
    expect(taken(textOf(before), 'data.user.name')).toBe(textOf(after));
  });

  it.each(['"${¦\n', '"${data.¦\n', '"${¦, "markdown": true\n'])(
    'are proposed without the closing quote: %s',
    (half) => {
      expect(labels(typing(`{ "type": "TextBody", "text": ${half} }`))).toContain('data.greeting');
    },
  );

  it('replace only what stands before the cursor where the closing quote is missing', () => {
    const marked = typing('{ "type": "TextBody", "text": "${da¦, "markdown": true }');
    expect(taken(marked, 'data.greeting')).toBe(
      typing('{ "type": "TextBody", "text": "${data.greeting}, "markdown": true }'),
    );
  });

  it('are proposed with braces and quotes where nothing is typed yet, as far as they fit', () => {
    const marked = typing('{ "type": "TextBody", "text": "a", "visible": ¦ }');
    expect(labels(marked)).toEqual(['${data.shown}', '${form.agree}']);
    expect(taken(marked, '${form.agree}')).toBe(
      typing('{ "type": "TextBody", "text": "a", "visible": "${form.agree}" }'),
    );
    expect(taken(textOf('"¦"'), '${data.greeting}')).toBe(textOf('"${data.greeting}"'));
    expect(taken(textOf('"$¦"'), '${data.greeting}')).toBe(textOf('"${data.greeting}"'));
  });

  it('are proposed as operands of expressions and conditions', () => {
    expect(taken(textOf('"`¦`"'), '${data.greeting}')).toBe(textOf('"`${data.greeting}`"'));
    expect(taken(textOf('"`${form.first} $¦`"'), '${data.greeting}')).toBe(
      textOf('"`${form.first} ${data.greeting}`"'),
    );
    expect(labels(textOf('"`\'in quotes ¦\'`"'))).toEqual([]);
    const condition = (text: string) => typing(`{ "type": "If", "condition": "${text}", "then": [] }`);
    expect(labels(condition('¦')).slice(0, 2)).toEqual(['${data.shown}', '${form.agree}']);
    expect(taken(condition('${form.agree} && ¦'), '${data.shown}')).toBe(
      condition('${form.agree} && ${data.shown}'),
    );
    expect(labels(condition('${form.agree}¦'))).toEqual([]);
  });

  it('follow the version: data alone at first, other screens from 4.0', () => {
    const at = (version: string) => labels(typing('{ "type": "TextBody", "text": "${¦}" }', { version }));
    expect(at('3.1').filter((label) => !label.startsWith('data.'))).toEqual([]);
    expect(at('4.0')).toContain('screen.LAST.data.reply');
  });

  it('are proposed in payloads, by the type that the next screen declares', () => {
    const marked = textOf('"a"').replace('"reply": "x"', '"reply": "${¦}"');
    expect(labels(marked)[0]).toBe('data.greeting');
    expect(labels(textOf('"a"').replace('"reply": "x"', '"reply": ¦'))).not.toContain('${data.shown}');
  });

  it.each([
    ['names', '{ "type": "TextInput", "name": "${¦}" }'],
    ['types', '{ "type": "${¦}" }'],
    ['keys', '{ "${¦}": 1 }'],
    ['paragraphs of RichText', '{ "type": "RichText", "text": ["${¦}"] }'],
    ['plain text', '{ "type": "TextBody", "text": "Hello ¦" }'],
  ])('are not proposed in %s', (_place, component) => {
    expect(labels(typing(component)).filter((label) => /data\.|form\./.test(label))).toEqual([]);
  });

  it('come from other screens only in titles, and not at all in the data model', () => {
    const title = textOf('"a"').replace('"title": "First"', '"title": "${¦}"');
    expect(labels(title)).toEqual(['screen.LAST.data.reply']);
    expect(labels(textOf('"a"').replace('"__example__": "Hello"', '"__example__": "${¦}"'))).toEqual([]);
  });

  it('of many other screens wait until one of them is named', () => {
    const many = Object.fromEntries(Array.from({ length: 600 }, (_, key) => [`k${key}`, data.greeting]));
    const at = (text: string): string =>
      flowText([
        screen([{ type: 'TextBody', text }], { data }),
        lastScreen([], { data: many }),
        lastScreen([], { id: 'OTHER', data: { reply: data.greeting } }),
      ]);
    expect(labels(at('${¦}')).slice(-2)).toEqual(['screen.LAST.', 'screen.OTHER.']);
    expect(taken(at('${scr¦}'), 'screen.OTHER.')).toBe(at('${screen.OTHER.}'));
    expect(labels(at('${screen.OTHER.¦}')).filter((label) => label.startsWith('screen'))).toEqual([
      'screen.OTHER.data.reply',
    ]);
  });

  it('say what they are', () => {
    const [greeting] = proposed(textOf('"${¦}"'));
    expect(greeting).toMatchObject({ detail: 'string', about: [{ args: ['FIRST'] }, { code: '"Hello"' }] });
  });
});
