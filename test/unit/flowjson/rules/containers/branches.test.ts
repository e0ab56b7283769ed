import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { english } from '../../../../../src/flowjson/message';
import { flowText, footer, found, foundBy, screen, type Json } from '../../support';

const body: Json = { type: 'TextBody', text: 'Some text' };
const end = footer({ name: 'complete', payload: {} });
const when = (then: Json[], otherwise?: Json[]): Json => ({
  type: 'If',
  condition: '${data.yes}',
  then,
  ...(otherwise && { else: otherwise }),
});
const cases = (all: Record<string, Json[]>): Json => ({ type: 'Switch', value: '${data.x}', cases: all });
const plain = (...children: Json[]): string => flowText([screen(children)]);
const at = 'screens[0].layout.children[0]';
const says = (rule: string, text: string): string[] =>
  diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.rule === rule)
    .map(({ severity, code, path, message }) => `${severity} ${code} ${path} ${english(message)}`);

describe('Footers in the branches of an If', () => {
  const rule = 'footer-in-one-if-branch';
  const code = 'warning MISSING_FOOTER_IN_IF_ELSE_BRANCHES';

  it('stand in both or in none', () => {
    expect(foundBy(rule, plain(when([end], [end])))).toEqual([]);
    expect(foundBy(rule, plain(when([body], [body]), end))).toEqual([]);
    expect(foundBy(rule, plain(when([body]), end))).toEqual([]);
  });

  it('need an else', () => {
    expect(says(rule, plain(when([end])))).toEqual([
      `${code} ${at} One branch of this If has a Footer: add "else" with a Footer too.`,
    ]);
  });

  it('are missed in either branch', () => {
    expect(says(rule, plain(when([end], [body])))).toEqual([expect.stringContaining(`"else" has none`)]);
    expect(says(rule, plain(when([body], [end])))).toEqual([expect.stringContaining(`"then" has none`)]);
  });

  it('count in a Switch or an inner If too', () => {
    expect(foundBy(rule, plain(when([cases({ a: [end], b: [end] })], [end])))).toEqual([]);
    expect(foundBy(rule, plain(when([when([end], [end])], [body])))).toHaveLength(1);
  });
});

describe('Footers in the cases of a Switch', () => {
  const rule = 'footer-in-some-cases';

  it('stand in all or in none', () => {
    expect(foundBy(rule, plain(cases({ a: [end], default: [end] })))).toEqual([]);
    expect(foundBy(rule, plain(cases({ a: [body], b: [] }), end))).toEqual([]);
  });

  it('are missed in some, also in an empty one', () => {
    const text = plain(cases({ a: [end], b: [body], c: [] }));
    expect(says(rule, text)).toEqual([
      `warning MISSING_FOOTER_IN_SWITCH_BRANCHES ${at} Some cases of this Switch have a Footer; add one to: b, c.`,
    ]);
    const related = diagnose(parseFlow(text)).find((one) => one.rule === rule)!.related;
    expect(related.map(({ path }) => path)).toEqual([`${at}.cases.b`, `${at}.cases.c`]);
  });
});

describe('nested Ifs', () => {
  const nested = (levels: number, innermost: Json): Json =>
    levels === 0 ? innermost : when([nested(levels - 1, innermost)]);

  it('have no Footer', () => {
    const rule = 'footer-in-nested-if';
    expect(found(plain(nested(2, end)), (one) => one.rule === rule)).toEqual([
      `warning INVALID_COMPONENT_PLACEMENT ${at}.then[0].then[0]`,
    ]);
    expect(foundBy(rule, plain(nested(1, end)))).toEqual([]);
    expect(foundBy(rule, plain(when([cases({ a: [end] })])))).toEqual([]);
  });

  it('are at most three levels deep', () => {
    const rule = 'if-too-deep';
    expect(foundBy(rule, plain(nested(3, body)))).toEqual([]);
    expect(foundBy(rule, plain(nested(6, body)))).toEqual([
      `MAXIMUM_IF_NESTING ${at}.then[0].then[0].then[0]`,
    ]);
  });

  it('may be anything while they are typed', () => {
    for (const branch of [null, 'x', {}, [null, 1, []], { then: [] }]) {
      const text = plain({ type: 'If', then: branch, else: [end] }, { type: 'Switch', cases: branch });
      expect(() => diagnose(parseFlow(text))).not.toThrow();
    }
  });
});
