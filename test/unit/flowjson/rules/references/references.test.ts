import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { english } from '../../../../../src/flowjson/message';
import { mostReferences } from '../../../../../src/flowjson/expression/dynamicValues';
import { referenceRules } from '../../../../../src/flowjson/rules/references';
import { flowText, lastScreen, oneScreen, screen, type Json } from '../../support';

const ids = new Set(referenceRules.map(({ id }) => id));
const data = {
  name: { type: 'string', __example__: 'Ada' },
  age: { type: 'number', __example__: 36 },
  flag: { type: 'boolean', __example__: true },
  user: {
    type: 'object',
    properties: { name: { type: 'string' }, grown: { type: 'boolean' } },
    __example__: {},
  },
  ends: {
    type: 'object',
    properties: { 'start-date': { type: 'string' }, 'end-date': { type: 'string' } },
    __example__: {},
  },
  loose: { type: 'object', __example__: {} },
  list: {
    type: 'array',
    items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
    __example__: [],
  },
  ids: { type: 'array', items: { type: 'object', properties: { id: { type: 'string' } } }, __example__: [] },
  bare: { type: 'array', items: { type: 'object' }, __example__: [] },
  words: { type: 'array', items: { type: 'string' }, __example__: [] },
  rows: {
    type: 'array',
    items: {
      type: 'object',
      properties: {
        id: { type: 'string' },
        'main-content': { type: 'object', properties: { title: { type: 'string' } } },
        enabled: { type: 'string' },
      },
    },
    __example__: [],
  },
};
const input = { type: 'TextInput', name: 'city', label: 'City' };
const other = screen([{ type: 'OptIn', name: 'agree', label: 'Agree' }], {
  id: 'OTHER',
  data: { note: { type: 'string', __example__: '' }, products: data.list },
});

/** What the rules on references find on a screen with these components. */
function check(components: readonly Json[], version = '7.3', more: Json = {}): Diagnosis[] {
  const text = flowText([other, lastScreen([input, ...components], { data, ...more })], { version });
  return diagnose(parseFlow(text)).filter(({ rule }) => ids.has(rule));
}

/** The same as `rule CODE what is marked`, the path cut to the last key. */
function findings(components: readonly Json[], version?: string, more: Json = {}): string[] {
  return check(components, version, more).map(({ rule, code, path }) => {
    return `${rule} ${code} ${path.split('.').at(-1)!}`;
  });
}

const heading = (text: unknown): Json => ({ type: 'TextHeading', text });
const sentences = (components: readonly Json[], version?: string): string[] =>
  check(components, version).map(({ message }) => english(message));

describe('references that are right', () => {
  it.each([
    heading('${data.name}'),
    heading('${data.user.name}'),
    heading('${form.city}'),
    heading('${screen.OTHER.data.note}'),
    heading("`'Hello ' ${data.name} ', ' ${screen.OTHER.data.note}`"),
    heading('`${form.city}`'),
    heading('Plain text, $5 {or} more'),
    heading('A price of ${5}'),
    { type: 'TextBody', text: 'x', visible: '${screen.OTHER.form.agree}' },
    { type: 'TextBody', text: 'x', visible: '`${data.age} > 18 && ${data.flag}`' },
    { type: 'TextBody', text: ['one', "`'Sum: ' (${data.age} + 1)`"] },
    { type: 'TextCaption', text: '${data.words}' },
    { type: 'RichText', text: '${data.words}' },
    { type: 'Dropdown', name: 'd', label: 'D', 'data-source': '${data.list}' },
    { type: 'Dropdown', name: 'd', label: 'D', 'data-source': '`${data.list}`' },
    { type: 'DatePicker', name: 'd', label: 'D', 'unavailable-dates': '${data.words}' },
    { type: 'TextInput', name: 'd', label: 'D', 'max-chars': '${data.age}' },
    { type: 'CalendarPicker', name: 'd', label: '${data.ends}', mode: 'range' },
    { type: 'If', condition: '`${data.age} == 3`', then: [heading('x')] },
  ])('has nothing to say about %j', (component) => {
    expect(findings([component])).toEqual([]);
  });

  it('reads titles', () => {
    expect(findings([], '7.3', { title: '${screen.OTHER.data.note}' })).toEqual([]);
    expect(findings([], '7.3', { title: '${screen.OTHER.data.nope}' })).toEqual([
      'reference-unknown-elsewhere INVALID_SCREEN_DATA title',
    ]);
    expect(findings([], '7.3', { title: '${data.name}' })).toEqual([
      'reference-local-in-title INVALID_SCREEN_DYNAMIC_DATA title',
    ]);
  });
});

describe('references that lead nowhere', () => {
  it.each([
    ['${data.nope}', 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ['${form.nope}', 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.user.nope}', 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.loose.name}', 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.list.items.properties.title}', 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ["`'Hello ' ${data.nope}`", 'reference-unknown INVALID_SCREEN_DYNAMIC_DATA'],
    ['${screen.GHOST.data.x}', 'reference-unknown-elsewhere INVALID_SCREEN_DYNAMIC_DATA'],
    ['${screen.OTHER.data.nope}', 'reference-unknown-elsewhere INVALID_SCREEN_DATA'],
    ['${screen.OTHER.form.nope}', 'reference-unknown-elsewhere INVALID_SCREEN_DATA'],
    [
      '${screen.OTHER.data.products.items.properties.title}',
      'reference-unknown-elsewhere INVALID_SCREEN_DYNAMIC_DATA',
    ],
    ['${screen.LAST.data.name}', 'reference-own-screen INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.list[0].title}', 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.}', 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
    ['${}', 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
    ['${name}', 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
    ['${data.first name}', 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
    ["`'Hello ' ${name}`", 'reference-badly-formed INVALID_SCREEN_DYNAMIC_DATA'],
  ])('finds %s', (text, finding) => {
    expect(findings([heading(text)])).toEqual([`${finding} text`]);
    expect(check([heading(text)])).toMatchObject([{ severity: 'error' }]);
  });

  it('says what was probably meant', () => {
    const facts = (text: string): unknown => check([heading(text)])[0]!.facts;
    expect(facts('${name}')).toEqual({ suggestion: '${data.name}' });
    expect(facts('${city}')).toEqual({ suggestion: '${form.city}' });
    expect(facts('${ data.name }')).toEqual({ suggestion: '${data.name}' });
    expect(facts('${screen.LAST.data.name}')).toEqual({ suggestion: '${data.name}' });
    expect(facts('${data.nam}')).toMatchObject({ suggestion: '${data.name}', key: 'nam', screen: 'LAST' });
  });

  it('marks the reference only, inside an expression', () => {
    const text = oneScreen([heading("`'Hello ' ${data.nope}`")]);
    const [found] = diagnose(parseFlow(text)).filter(({ rule }) => rule === 'reference-unknown');
    expect(text.slice(found!.span.start, found!.span.end)).toBe('${data.nope}');
  });

  it('looks into conditions, options and rows as well', () => {
    expect(
      findings([
        { type: 'If', condition: "${data.nope} == 'x'", then: [heading('${data.nope}')] },
        { type: 'Dropdown', name: 'd', label: 'D', 'data-source': [{ id: 'a', title: '${data.nope}' }] },
        { type: 'Form', name: 'f', children: [], 'init-values': { city: '${data.nope}' } },
      ]),
    ).toEqual([
      'reference-unknown INVALID_SCREEN_DYNAMIC_DATA condition',
      'reference-unknown INVALID_SCREEN_DYNAMIC_DATA text',
      'reference-unknown INVALID_SCREEN_DYNAMIC_DATA title',
      'reference-unknown INVALID_SCREEN_DYNAMIC_DATA city',
    ]);
  });

  it('never throws on any text, and marks places inside of it', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.constantFrom('${data.name}', '${form.city}', '${screen.OTHER.data.note}', '${', '}', '`', "'"),
          fc.constantFrom('${data.a-b}', '${data.list[0]}', '(', ')', ' == ', '+', ' word ', '\\', '"', '\n'),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.boolean(), (inner, backticks) => {
        const value = backticks ? `\`${inner}\`` : inner;
        const flow = flowText([
          other,
          lastScreen([input, heading(value), { type: 'TextBody', text: [value], visible: value }], {
            data,
            title: value,
          }),
        ]);
        const source = JSON.stringify(value);
        for (const { rule, span } of diagnose(parseFlow(flow))) {
          if (ids.has(rule)) expect(source).toContain(flow.slice(span.start, span.end));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leaves actions to the rules on actions', () => {
    const payload = { a: '${data.nope}', b: 'Hello ${data.nope}', c: '`word`', d: '${screen.GHOST.data.x}' };
    const link = { type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'data_exchange', payload } };
    expect(findings([link])).toEqual([]);
  });
});

describe('references among other text', () => {
  it('warns, marks the reference and knows the expression', () => {
    const [found] = check([heading("It's ${data.name} & ${form.city}!")]);
    expect(found).toMatchObject({
      rule: 'reference-in-text',
      severity: 'warning',
      facts: { expression: "`'It\\'s ' ${data.name} ' & ' ${form.city} '!'`" },
    });
    expect(findings([heading(String(found!.facts['expression']))])).toEqual([]);
  });

  it('knows no expression before 6.0, nor in RichText', () => {
    expect(check([heading('Hello ${data.name}')], '5.1')[0]!.facts).toEqual({});
    expect(check([{ type: 'RichText', text: 'Hello ${data.name}' }])[0]!.facts).toEqual({});
  });

  it.each([
    [heading('${data.name'), 'warning'],
    [heading('Hello ${data.name'), 'warning'],
    [{ type: 'TextBody', text: ['Hello ${data.name}'] }, 'warning'],
    [{ type: 'RichText', text: ['Hello ${data.name}'] }, 'warning'],
    [{ type: 'TextBody', text: 'x', visible: '${data.flag} x' }, 'error'],
    [{ type: 'TextBody', text: 'x', visible: '${data.flag' }, 'error'],
  ])('finds %j', (component, severity) => {
    expect(check([component])).toMatchObject([{ rule: 'reference-in-text', severity }]);
  });
});

describe('types of what is bound', () => {
  const property = (type: string, key: string, value: string): Json => ({
    type,
    ...(type === 'TextBody' ? { text: 'x' } : { name: 'x', label: 'x' }),
    [key]: value,
  });

  it.each([
    [heading('${data.user.grown}'), '"text" needs string; ${data.user.grown} is boolean.'],
    [heading('${data.words}'), '"text" needs string; ${data.words} is string[].'],
    [heading('${screen.OTHER.form.agree}'), '"text" needs string; ${screen.OTHER.form.agree} is boolean.'],
    [property('TextBody', 'visible', '${form.city}'), '"visible" needs boolean; ${form.city} is string.'],
    [property('TextInput', 'max-chars', '${data.name}'), '"max-chars" needs number; ${data.name} is string.'],
    [
      property('Dropdown', 'data-source', '${data.words}'),
      '"data-source" needs object[]; ${data.words} is string[].',
    ],
    [
      property('Dropdown', 'data-source', '${data.ids}'),
      'The items of ${data.ids} need "title", which their declaration lacks.',
    ],
    [
      property('Dropdown', 'data-source', '${data.bare}'),
      'The items of ${data.bare} need "id", which their declaration lacks.',
    ],
    [
      property('NavigationList', 'list-items', '${data.list}'),
      'The items of ${data.list} need "main-content", which their declaration lacks.',
    ],
    [
      property('PhotoPicker', 'error-message', '${data.flag}'),
      '"error-message" needs one of string | object; ${data.flag} is boolean.',
    ],
    [
      property('TextBody', 'text', '${data.ids}'),
      '"text" needs one of string | string[]; ${data.ids} is object[].',
    ],
  ])('finds %j', (component, sentence) => {
    expect(check([component])).toMatchObject([{ code: 'INVALID_SCREEN_DYNAMIC_DATA', severity: 'error' }]);
    expect(sentences([component])).toEqual([sentence]);
  });

  it('only warns of the optional properties of items', () => {
    const [found] = check([property('NavigationList', 'list-items', '${data.rows}')]);
    expect(found).toMatchObject({ rule: 'reference-type', severity: 'warning' });
    expect(english(found!.message)).toBe(
      '"enabled" of ${data.rows} should be boolean, but is declared as string.',
    );
  });

  it('knows what a fix needs, and where the value is declared', () => {
    const [found] = check([property('Dropdown', 'data-source', '${data.ids}')]);
    expect(found!.facts).toMatchObject({
      key: 'ids',
      screen: 'LAST',
      missing: 'title',
      missingType: 'string',
    });
    expect(found!.related).toMatchObject([{ path: 'screens[1].data.ids' }]);
  });

  it('says nothing more of what leads nowhere or is declared wrongly', () => {
    const odd = { odd: { type: 'text', __example__: 1 } };
    expect(findings([heading('${data.odd}')], '7.3', { data: odd })).toEqual([]);
    expect(findings([property('TextBody', 'visible', '${data.nope}')])).toHaveLength(1);
  });
});

describe('expressions', () => {
  it.each([
    [heading('`Hello ${data.name}`'), "Put text inside backticks in single quotes: 'Hello'."],
    [{ type: 'TextBody', text: ['`${data.name} === 1`'] }, 'WhatsApp does not know ===; write ==.'],
    [heading('`${data.name} === 1`'), 'WhatsApp does not know ===; write ==.'],
    [heading("`'Hello ' + ${data.name}`"), /^\+ adds numbers only/],
    [heading('`${data.age} + 1`'), '"text" needs string; this expression gives number.'],
    [heading("`${screen.OTHER.form.agree} && ''`"), '&& needs boolean; this is string.'],
    [
      { type: 'TextBody', text: 'x', visible: "`'yes'`" },
      '"visible" needs boolean; this expression gives string.',
    ],
    [
      { type: 'If', condition: '`${data.age}`', then: [heading('x')] },
      '"condition" needs boolean; this expression gives number.',
    ],
  ])('refuses %j', (component, sentence) => {
    expect(check([component])).toMatchObject([{ code: 'INVALID_PROPERTY_VALUE', severity: 'error' }]);
    expect(sentences([component])[0]).toMatch(sentence);
  });

  it('warns of hyphens inside, not of bindings', () => {
    const calendar = { type: 'CalendarPicker', name: 'p', label: {}, mode: 'range' };
    const reference = '${form.p.start-date}';
    expect(findings([calendar, heading(reference)])).toEqual([]);
    expect(findings([calendar, heading(`\`'From ' ${reference}\``)])).toEqual([
      'reference-hyphen-in-expression HYPHEN_IN_EXPRESSION text',
    ]);
  });

  it('leaves RichText to its own rule', () => {
    expect(findings([{ type: 'RichText', text: '`word`' }])).toEqual([]);
  });
});

describe('versions', () => {
  it.each([
    ['5.1', heading("`'Hello ' ${data.name}`"), 'REFERENCE_IN_TEXT'],
    ['3.1', heading('${screen.OTHER.data.note}'), 'REFERENCE_IN_TEXT'],
    ['3.1', heading('${form.city}'), 'REFERENCE_IN_TEXT'],
    ['3.1', { type: 'TextBody', text: 'x', visible: '${form.city}' }, 'PATTERN_MISMATCH'],
  ])('finds what %s does not know in %j', (version, component, code) => {
    expect(check([component], version)).toContainEqual(
      expect.objectContaining({ rule: 'reference-too-new', code }),
    );
  });

  it('knows from when on it is right', () => {
    expect(findings([heading('${screen.OTHER.data.note}')], '4.0')).toEqual([]);
    expect(findings([heading('${form.city}')], '4.0')).toEqual([]);
    expect(findings([heading("`'Hello ' ${data.name}`")], '6.0')).toEqual([]);
  });
});

describe('names', () => {
  it('warns of keys that references cannot name', () => {
    const entry = { type: 'string', __example__: '' };
    expect(
      findings([], '7.3', {
        data: { 'a-b': entry, 'a b': entry, 'a`': entry, a_b: entry, required: ['a_b'] },
      }),
    ).toEqual([
      'data-key-not-referenceable INVALID_SCREEN_DYNAMIC_DATA a-b',
      'data-key-not-referenceable INVALID_SCREEN_DYNAMIC_DATA a b',
      'data-key-not-referenceable INVALID_SCREEN_DYNAMIC_DATA a`',
    ]);
  });

  it('hints at inputs of other branches', () => {
    const inner = { type: 'TextInput', name: 'inner', label: 'Inner' };
    const branches = (then: Json[], others: Json[]): Json => ({
      type: 'If',
      condition: '${data.flag}',
      then,
      else: others,
    });
    expect(findings([branches([inner], [heading('${form.inner}')])])).toEqual([
      'reference-to-other-branch INPUT_IN_OTHER_BRANCH text',
    ]);
    expect(findings([branches([inner, heading('${form.inner}')], [heading('x')])])).toEqual([]);
    expect(findings([branches([inner], [heading('x')]), heading('${form.inner}')])).toEqual([]);
  });
});

describe('hostile texts', () => {
  it('tells of the first references only', () => {
    const many = (piece: string): number => check([heading(`\`${piece.repeat(5000)}\``)]).length;
    expect(many('${data.nope} ')).toBeLessThanOrEqual(mostReferences);
    expect(many('${nope} ')).toBeLessThanOrEqual(mostReferences);
    expect(many('word ${')).toBeLessThanOrEqual(mostReferences);
  });
});
