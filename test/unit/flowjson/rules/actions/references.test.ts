import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { asExpression } from '../../../../../src/flowjson/expression/joinedText';
import { flowText, footer, foundBy, lastScreen, navigate, screen, type Json } from '../../support';

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const input = { type: 'TextInput', name: 'full_name', label: 'Name' };
const string = { type: 'string', __example__: 'x' };
const user = {
  type: 'object',
  properties: { name: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } },
  __example__: {},
};

/** A terminal screen with an input and data, whose Footer sends this value. */
const sending = (value: unknown, version = '7.3', action: Json = { name: 'complete' }): string =>
  flowText(
    [
      screen([input, footer({ ...action, payload: { value } })], {
        terminal: true,
        data: { city: string, user, loose: { type: 'object', __example__: {} } },
      }),
    ],
    { version },
  );
const at = 'screens[0].layout.children[1].on-click-action.payload.value';
const unknown = 'payload-reference-unknown';

describe('references in payloads', () => {
  it.each([
    '${form.full_name}',
    '${data.city}',
    '${data.user}',
    '${data.user.name}',
    "`'Hi ' ${form.full_name}`",
    'plain',
    'costs $5 {or so}',
    7,
  ])('may be %j', (value) => {
    const rules = diagnose(parseFlow(sending(value))).filter(({ rule }) => rule.startsWith('payload-'));
    expect(rules).toEqual([]);
  });

  it.each([
    ['${form.full_nmae}', '${form.full_name}'],
    ['${form.city}', '${data.city}'],
    ['${data.ctiy}', '${data.city}'],
    ['${data.full_name}', '${form.full_name}'],
    ['${data.zzz}', undefined],
    ['${form.zzz}', undefined],
  ])('%s does not exist; %s was meant', (value, suggestion) => {
    const [found] = of(unknown, sending(value));
    expect(found).toMatchObject({ code: 'INVALID_ON_CLICK_ACTION_PAYLOAD', severity: 'error', path: at });
    expect(found!.facts['suggestion']).toBe(suggestion);
  });

  it('do not read a Form', () => {
    const form = { type: 'Form', name: 'order', children: [input] };
    const text = flowText([
      screen([form, footer({ name: 'complete', payload: { a: '${form.order}' } })], { terminal: true }),
    ]);
    const [found] = of(unknown, text);
    expect(found).toMatchObject({
      severity: 'error',
      related: [{ path: 'screens[0].layout.children[0].name' }],
    });
  });

  it.each([
    ['${data.user.nmae}', 'error'],
    ['${data.city.name}', 'error'],
    ['${data.loose.name}', 'warning'],
    ['${data.user.tags.first}', 'warning'],
  ])('into parts: %s is an %s', (value, severity) => {
    expect(of(unknown, sending(value))).toMatchObject([{ severity, path: at }]);
  });

  it.each([
    ['7.2', { name: 'complete' }, 'INVALID_ON_CLICK_ACTION_PAYLOAD', 'error'],
    ['7.1', { name: 'complete' }, 'INVALID_ACTION_PAYLOAD_PROPERTY', 'warning'],
    ['7.1', { name: 'data_exchange' }, 'INVALID_ACTION_PAYLOAD_PROPERTY', 'warning'],
    ['7.3', navigate('FIRST'), 'INVALID_ACTION_PAYLOAD_PROPERTY', 'error'],
  ])('inside of expressions, in %s with %j: %s', (version, action, code, severity) => {
    const text = sending("`'x' ${data.nope}`", version, action);
    const [found] = of(unknown, text);
    expect(found).toMatchObject({ code, severity, path: at });
    expect(text.slice(found!.span.start, found!.span.end)).toBe('${data.nope}');
  });

  it('are looked at in the payload of update_data', () => {
    const consent = {
      type: 'OptIn',
      name: 'terms',
      label: 'I agree',
      'on-select-action': { name: 'update_data', payload: { city: '${data.nope}', more: '`${data.nope}`' } },
    };
    const text = flowText([lastScreen([consent], { data: { city: string, more: string } })]);
    expect(foundBy(unknown, text)).toEqual([
      'INVALID_ON_CLICK_ACTION_PAYLOAD screens[0].layout.children[0].on-select-action.payload.city',
      'INVALID_ACTION_PAYLOAD_PROPERTY screens[0].layout.children[0].on-select-action.payload.more',
    ]);
  });

  it('are looked at in addresses and names of screens', () => {
    const link = (action: Json): Json => ({ type: 'EmbeddedLink', text: 'x', 'on-click-action': action });
    const text = flowText([
      screen([link({ name: 'open_url', url: '${data.nope}' }), link(navigate('${data.nope}'))]),
      lastScreen(),
    ]);
    expect(of(unknown, text).map(({ code, severity, path }) => [code, severity, path])).toEqual([
      ['INVALID_SCREEN_DYNAMIC_DATA', 'error', 'screens[0].layout.children[0].on-click-action.url'],
      ['INVALID_SCREEN_DYNAMIC_DATA', 'warning', 'screens[0].layout.children[1].on-click-action.next.name'],
    ]);
  });
});

describe('references to other screens in payloads', () => {
  const text = (value: string, version = '7.3'): string =>
    flowText(
      [
        screen([input, footer(navigate('LAST'))]),
        screen([footer({ name: 'complete', payload: { value } })], { id: 'LAST', terminal: true }),
      ],
      { version },
    );
  const rule = 'payload-reference-elsewhere';
  const path = 'screens[1].layout.children[0].on-click-action.payload.value';

  it('lead to what exists', () => {
    expect(of(rule, text('${screen.FIRST.form.full_name}'))).toEqual([]);
    expect(of(rule, text('${screen.FIRST.form.full_nam}'))).toMatchObject([
      {
        code: 'INVALID_ON_CLICK_ACTION_PAYLOAD',
        path,
        facts: { suggestion: '${screen.FIRST.form.full_name}' },
      },
    ]);
    expect(of(rule, text('${screen.GONE.form.full_name}'))).toMatchObject([
      { path, facts: { screen: 'GONE' } },
    ]);
    expect(of(rule, text('${screen.FIRST.data.x}'))).toMatchObject([{ path, severity: 'error' }]);
  });

  it('do not lead to the own screen', () => {
    expect(of('payload-reference-own-screen', text('${screen.LAST.data.x}'))).toMatchObject([
      { code: 'INVALID_SCREEN_DYNAMIC_DATA', path, facts: { suggestion: '${data.x}' } },
    ]);
    expect(of(rule, text('${screen.LAST.data.x}'))).toEqual([]);
  });

  it('do not exist before 4.0', () => {
    const [found] = of('payload-reference-malformed', text('${screen.FIRST.form.full_name}', '3.1'));
    expect(found).toMatchObject({ severity: 'error', path });
    expect(of('payload-reference-malformed', text('${screen.FIRST.form.full_name}', '4.0'))).toEqual([]);
  });
});

describe('badly formed references', () => {
  it.each(['${form.}', '${}', '${name}', '${screen.FIRST}', '${data.city', '${data city}'])('%s', (value) => {
    expect(foundBy('payload-reference-malformed', sending(value))).toEqual([
      `INVALID_ON_CLICK_ACTION_PAYLOAD ${at}`,
    ]);
  });

  it('with letters that references do not know are doubtful', () => {
    expect(of('payload-reference-malformed', sending('${data.stadt_straße}'))).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('are found inside of expressions too', () => {
    expect(foundBy('payload-expression', sending("`'x' ${form.}`"))).toEqual([
      `INVALID_ACTION_PAYLOAD_PROPERTY ${at}`,
    ]);
  });

  it.each(['Hello ${data.city}', '${data.city}${data.city}', '${data.city} '])(
    '%j stays as it is',
    (value) => {
      expect(of('payload-reference-in-text', sending(value))).toMatchObject([
        { severity: 'warning', path: at, facts: { expression: asExpression(value) } },
      ]);
      expect(of(unknown, sending(value))).toEqual([]);
    },
  );

  it.each(['`${data.city}`', '${data.city}', 'Hello'])('%j is not mixed', (value) => {
    expect(of('payload-reference-in-text', sending(value))).toEqual([]);
  });
});

describe('expressions in payloads', () => {
  it.each(["`'a' ${form.full_name}`", "`${data.city} == 'x'`", '`2 + 3`'])('%s is well formed', (value) => {
    const text = sending(value);
    expect([...of('payload-expression', text), ...of('payload-expression-types', text)]).toEqual([]);
  });

  it.each(['`Hello ${data.city}`', '`${data.city} ==`', '``', '`(1 + 2`', '`null`'])('%s is not', (value) => {
    const found = of('payload-expression', sending(value));
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({ code: 'INVALID_ACTION_PAYLOAD_PROPERTY', severity: 'error', path: at });
  });

  it('point at the operand that does not fit', () => {
    const text = sending('`1 + !${form.full_name}`');
    const [found] = of('payload-expression-types', text);
    expect(found).toMatchObject({ code: 'INVALID_ACTION_PAYLOAD_PROPERTY', path: at });
    expect(text.slice(found!.span.start, found!.span.end)).toContain('${form.full_name}');
  });

  it('may read other screens', () => {
    const text = flowText([
      screen([input, footer(navigate('LAST'))]),
      screen([footer({ name: 'complete', payload: { a: '`!${screen.FIRST.form.full_name}`' } })], {
        id: 'LAST',
        terminal: true,
      }),
    ]);
    expect(of('payload-expression-types-elsewhere', text)).toHaveLength(1);
    expect(of('payload-expression-types', text)).toEqual([]);
  });

  it('read hyphens as minus signs', () => {
    const hyphen = { type: 'TextInput', name: 'full-name', label: 'Name' };
    const told = (value: string): Diagnosis[] =>
      of(
        'payload-hyphen-in-expression',
        flowText([screen([hyphen, footer({ name: 'complete', payload: { value } })], { terminal: true })]),
      );
    expect(told("`'x' ${form.full-name}`")).toMatchObject([
      { code: 'HYPHEN_IN_EXPRESSION', severity: 'warning', path: at },
    ]);
    expect(told('${form.full-name}')).toEqual([]);
  });

  it('are not known before 6.0', () => {
    expect(of('payload-expression-too-early', sending('`${data.city}`', '5.1'))).toMatchObject([
      { severity: 'warning', path: at },
    ]);
    expect(of('payload-expression-too-early', sending('`${data.city}`', '6.0'))).toEqual([]);
    expect(of(unknown, sending('`${data.nope}`', '5.1'))).toEqual([]);
  });
});

describe('what cannot be read', () => {
  const payload = { a: '${data.x}', b: '${form.y}' };
  const flow = (more: Json): string =>
    flowText([screen([footer(navigate('LAST', payload))], more), lastScreen()]);

  it('declares, perhaps, what is referred to', () => {
    expect(foundBy('payload-reference-unknown', flow({ data: {} }))).toHaveLength(2);
    expect(foundBy('payload-reference-unknown', flow({ data: [] }))).toEqual([
      'INVALID_ON_CLICK_ACTION_PAYLOAD screens[0].layout.children[0].on-click-action.payload.b',
    ]);
  });

  it('holds, perhaps, the input of another screen', () => {
    const elsewhere = (layout: unknown): string =>
      flowText([
        screen([], { layout }),
        screen([footer({ name: 'complete', payload: { a: '${screen.FIRST.form.y}' } })], {
          id: 'LAST',
          terminal: true,
        }),
      ]);
    const rule = 'payload-reference-elsewhere';
    expect(foundBy(rule, elsewhere({ type: 'SingleColumnLayout', children: [] }))).toHaveLength(1);
    expect(foundBy(rule, elsewhere({ type: 'SingleColumnLayout' }))).toEqual([]);
  });
});
