import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { english } from '../../../../../src/flowjson/message';
import { conditionRules } from '../../../../../src/flowjson/rules/conditions';
import { flowText, lastScreen, screen, type Json } from '../../support';

const ids = new Set(conditionRules.map(({ id }) => id));
const data = {
  b: { type: 'boolean', __example__: true },
  s: { type: 'string', __example__: '' },
  n: { type: 'number', __example__: 1 },
  l: { type: 'array', items: { type: 'string' }, __example__: [] },
};
const options = ['cat', 'dog'].map((id) => ({ id, title: id }));
const radio = { type: 'RadioButtonsGroup', name: 'animal', label: 'Animal', 'data-source': options };
const bound = { type: 'Dropdown', name: 'bound', label: 'Bound', 'data-source': '${data.l}' };
const body = { type: 'TextBody', text: 'x' };

let text = '';
function check(component: Json, version = '7.3'): Diagnosis[] {
  text = flowText([screen([], { id: 'OTHER', data }), lastScreen([radio, bound, component], { data })], {
    version,
  });
  return diagnose(parseFlow(text)).filter(({ rule }) => ids.has(rule));
}

const condition = (value: unknown): Json => ({ type: 'If', condition: value, then: [body] });
const marked = (found: readonly Diagnosis[]): string[] =>
  found.map(({ span }) => text.slice(span.start, span.end));

describe('conditions', () => {
  it.each([
    '${data.b}',
    '!${data.b}',
    "${data.s} == 'x'",
    "(${data.s} == 'x') && !${screen.OTHER.data.b}",
    '${screen.OTHER.data.n} >= 5',
    "${form.animal} != ''",
    '${data.nope}',
    '`${data.n} + 1 > 2`',
    true,
  ])('has nothing to say about %s', (value) => {
    expect(check(condition(value))).toEqual([]);
  });

  // Rows 88 to 94 of Meta's table, with the stretch that is marked.
  it.each([
    [' ', ' '],
    ['( )', '( )'],
    ['573 == 376', '573 == 376'],
    ['${data.b})', ')'],
    ['(${data.b}', '('],
    ["${data.s} == 'x", "'x"],
    ['${data.b} ${data.b}', '${data.b} ${data.b}'],
    ["${data.s} = 'x'", '='],
    ['${data.n} == 05', '05'],
    ['${data.b} # ${data.b}', '#'],
    ["${data.s} == 'x' && ${data.b}", "${data.s} == 'x'"],
    ['${data.s} || ${data.b}', '${data.s}'],
    ['${data.s} == 5', '${data.s} == 5'],
    ['${screen.OTHER.data.s} == 5', '${screen.OTHER.data.s} == 5'],
    ['${data.s} == abc', 'abc'],
    ['${data.b} &&', '&&'],
    ['${data.n} > -a', '-a'],
    ['((${data.s}))', '((${data.s}))'],
    ['${screen.OTHER.data.l}', '${screen.OTHER.data.l}'],
    ['true', 'true'],
  ])('refuses %s', (value, stretch) => {
    const found = check(condition(value));
    expect(found).toMatchObject([
      {
        code: 'INVALID_PROPERTY_VALUE',
        severity: 'error',
        path: 'screens[1].layout.children[2].condition',
      },
    ]);
    expect(marked(found)).toEqual([stretch]);
  });

  it('offers the parentheses that are missing', () => {
    const [found] = check(condition("${data.s} == 'x' && ${data.b}"));
    expect(found!.facts).toEqual({ suggestion: "(${data.s} == 'x')" });
  });

  it('marks the place in the source also behind escapes', () => {
    const found = check(condition('${data.s} == "x"'));
    expect(marked(found)).toEqual(['\\"x\\"']);
  });

  it('reads backticks as plain text before they exist', () => {
    expect(check(condition('`${data.b}`'), '5.1')).not.toEqual([]);
  });
});

describe('comparisons with options', () => {
  it.each([
    "${form.animal} == 'cat'",
    "${form.animal} != ''",
    "${form.bound} == 'whatever'",
    "`${form.animal} == 'dog' || 'cat' == ${form.animal}`",
  ])('has nothing to say about %s', (value) => {
    expect(check(condition(value))).toEqual([]);
  });

  it.each([
    ["(${form.animal} == 'cat') || !(${form.animal} == 'dgo')", "'dgo'", "'dog'"],
    ["`!('cta' == ${form.animal})`", "'cta'", "'cat'"],
    ["${form.animal} == 'parrot'", "'parrot'", undefined],
  ])('warns of %s', (value, stretch, suggestion) => {
    const found = check(condition(value));
    expect(found).toMatchObject([{ code: 'COMPARED_OPTION_UNKNOWN', severity: 'warning' }]);
    expect(marked(found)).toEqual([stretch]);
    expect(found[0]!.facts['suggestion']).toBe(suggestion);
  });
});

describe('Switch', () => {
  const choose = (value: string, ...keys: string[]): Json => ({
    type: 'Switch',
    value,
    cases: Object.fromEntries(keys.map((key) => [key, [body]])),
  });

  it.each([
    choose('${form.animal}', 'cat', 'dog', 'default'),
    choose('${form.bound}', 'whatever'),
    choose('${data.s}', 'whatever'),
    choose('${data.b}', 'true'),
    choose('${data.nope}', 'x'),
    choose('${screen.OTHER.data.s}', 'x'),
    choose("`${data.s} 'x'`", 'x'),
  ])('has nothing to say about %j', (component) => {
    expect(check(component)).toEqual([]);
  });

  it.each([
    ['${data.n}', 'number'],
    ['${data.l}', 'string[]'],
    ['${screen.OTHER.data.n}', 'number'],
    ['`${data.n} + 1`', 'number'],
  ])('warns that %s equals no case', (value, type) => {
    const found = check(choose(value, 'x'));
    expect(found).toMatchObject([{ code: 'SWITCH_VALUE_TYPE', severity: 'warning' }]);
    expect(english(found[0]!.message)).toContain(type);
  });

  it('warns of a case that is no option, and knows which was meant', () => {
    const found = check(choose('${form.animal}', 'cat', 'dgo', 'parrot'));
    expect(found).toMatchObject([
      { code: 'SWITCH_CASE_UNREACHABLE', facts: { suggestion: 'dog' } },
      { code: 'SWITCH_CASE_UNREACHABLE', facts: {} },
    ]);
    expect(marked(found)).toEqual(['"dgo"', '"parrot"']);
  });
});

describe('a condition in backticks', () => {
  it('is told once that expressions come with 6.0', () => {
    const [first, ...others] = check(condition('`${data.s} == 5`'), '5.1');
    expect(first?.rule).toBe('condition-syntax');
    expect(english(first!.message)).toContain('from 6.0 on');
    expect(others).toEqual([]);
    expect(check(condition("`${data.s} == 'x'`"), '6.0')).toEqual([]);
  });
});
