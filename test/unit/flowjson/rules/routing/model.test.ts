import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { english } from '../../../../../src/flowjson/message';
import { flowText, found, foundBy } from '../../support';
import { modelled, stop } from './flows';

const inRouting = (text: string): string[] => found(text, ({ code }) => code === 'INVALID_ROUTING_MODEL');
const letters = 'ABCDEFGHIJK'.split('');
const code = 'INVALID_ROUTING_MODEL';

describe('a routing model', () => {
  it('that is right is left alone', () => {
    expect(inRouting(modelled('A B C!', { A: ['B', 'C'], B: ['C'], C: [] }))).toEqual([]);
    expect(inRouting(modelled('A!', {}))).toEqual([]);
  });

  it('names every screen that is not terminal', () => {
    const rule = 'routing-model-missing-screen';
    expect(foundBy(rule, modelled('A B C!', { A: ['C'], C: [] }))).toEqual([`${code} routing_model`]);
    expect(foundBy(rule, modelled('A B C!', { A: ['B', 'C'] }))).toEqual([]);
    const [diagnosis] = diagnose(parseFlow(modelled('A B D C!', { A: ['C'] }))).filter(
      (one) => one.rule === rule,
    );
    expect(english(diagnosis!.message)).toContain('B, D');
    expect(diagnosis!.facts).toEqual({ screens: 'B D' });
    expect(diagnosis!.related.map(({ path }) => path)).toEqual(['screens[1].id', 'screens[2].id']);
  });

  it('names only screens that exist, and says which one was meant', () => {
    const text = modelled('FIRST LAST!', { FIRST: ['LAST', 'LST'], FRIST: [] });
    expect(foundBy('routing-model-unknown-screen', text)).toEqual([`${code} routing_model.FRIST`]);
    expect(foundBy('routing-model-unknown-target', text)).toEqual([`${code} routing_model.FIRST[1]`]);
    const facts = diagnose(parseFlow(text)).map((diagnosis) => diagnosis.facts);
    expect(facts).toContainEqual({ screen: 'FRIST', suggestion: 'FIRST' });
    expect(facts).toContainEqual({ screen: 'LST', suggestion: 'LAST' });
    expect(foundBy('routing-model-disconnected', text)).toEqual([]);
  });

  it('holds together', () => {
    const rule = 'routing-model-disconnected';
    expect(foundBy(rule, modelled('A B C!', { A: ['B'], B: [], C: [] }))).toEqual([`${code} routing_model`]);
    expect(foundBy(rule, modelled('A B C!', { A: ['B'], B: [] }))).toEqual([`${code} routing_model`]);
    expect(foundBy(rule, modelled('A B C!', { A: ['C'], B: ['C'] }))).toEqual([]);
  });

  it('has a beginning', () => {
    const circle = { A: ['B'], B: ['C'], C: ['A'] };
    const rule = 'routing-model-no-entry';
    for (const [version, severity] of [
      ['6.2', 'error'],
      ['6.3', 'warning'],
      ['7.2', 'warning'],
      ['7.3', 'error'],
    ] as const) {
      const text = modelled('A B C!', circle, version);
      expect(found(text, (diagnosis) => diagnosis.rule === rule)).toEqual([
        `${severity} ${code} routing_model`,
      ]);
    }
    expect(foundBy(rule, modelled('A B C!', { A: ['B'], B: ['C'] }))).toEqual([]);
  });

  it('has a beginning that no navigate leads to, from 7.3 on', () => {
    const text = (version: string) =>
      flowText([stop('A', 'B'), stop('B!', 'A')], {
        version,
        data_api_version: '3.0',
        routing_model: { A: ['B'], B: [] },
      });
    expect(foundBy('routing-model-no-entry', text('7.3'))).toEqual([`${code} routing_model`]);
    expect(foundBy('routing-model-no-entry', text('6.2'))).toEqual([]);
  });

  it('leads no screen to itself', () => {
    const rule = 'routing-model-own-screen';
    expect(foundBy(rule, modelled('A B!', { A: ['A', 'B'] }))).toEqual([`${code} routing_model.A[0]`]);
    expect(foundBy(rule, modelled('A B!', { A: ['B'] }))).toEqual([]);
  });

  it('has at most 10 targets for a screen', () => {
    const rule = 'routing-model-too-many-targets';
    const screens = `S ${letters.map((letter) => `${letter}!`).join(' ')}`;
    expect(foundBy(rule, modelled(screens, { S: letters }))).toEqual([`${code} routing_model.S`]);
    expect(foundBy(rule, modelled(screens, { S: [...letters.slice(0, 10), 'A'] }))).toEqual([]);
  });

  it('leads forward only', () => {
    const rule = 'routing-model-backward-route';
    const text = modelled('E A B!', { E: ['A'], A: ['B'], B: ['A'] });
    expect(foundBy(rule, text)).toEqual([`${code} routing_model.B[0]`]);
    const diagnosis = diagnose(parseFlow(text)).find((one) => one.rule === rule)!;
    expect(diagnosis.related.map(({ path }) => path)).toEqual(['routing_model.A[0]']);
    expect(foundBy(rule, modelled('E A B!', { E: ['A'], A: ['A', 'B'] }))).toEqual([]);
  });

  it('may be anything while it is typed', () => {
    for (const model of [[], 'A', 7, null, { A: 'B' }, { A: [1, null, {}] }, { A: { B: [] } }]) {
      expect(() => diagnose(parseFlow(modelled('A B!', model as never)))).not.toThrow();
    }
    const model = '{"__proto__": ["constructor"], "constructor": ["A"]}';
    const text = modelled('A B!', {}).replace('"routing_model": {}', `"routing_model": ${model}`);
    expect(foundBy('routing-model-unknown-screen', text)).toHaveLength(2);
  });
});

describe('a navigate action', () => {
  const rule = 'routing-model-missing-route';
  const text = (model: Json, version = '7.3', more: Json[] = []): string =>
    flowText(
      [
        { ...stop('A', 'B', 'C'), ...(more.length > 0 && { layout: { children: more } }) },
        stop('B', 'C', 'C'),
        stop('C!'),
      ],
      { version, data_api_version: '3.0', routing_model: model },
    );

  it('takes a route of the model', () => {
    expect(foundBy(rule, text({ A: ['B', 'C'], B: ['C'] }))).toEqual([]);
    expect(foundBy(rule, text({ A: ['B', 'C'], B: [] }))).toEqual([`${code} routing_model.B`]);
    expect(foundBy(rule, text({ A: ['B', 'C'] }))).toEqual([`${code} routing_model`]);
  });

  it('is pointed to from the model, each', () => {
    const diagnosis = diagnose(parseFlow(text({ A: ['B', 'C'], B: [] }))).find((one) => one.rule === rule)!;
    expect(diagnosis.facts).toEqual({ from: 'B', screen: 'C' });
    expect(diagnosis.related.map(({ path }) => path)).toEqual([
      'screens[1].layout.children[0].on-click-action.next.name',
      'screens[1].layout.children[1].on-click-action.next.name',
    ]);
  });

  it('is looked at with less severity from 6.3 to 7.2, and not beside a NavigationList', () => {
    const model = { A: ['B'], B: ['C'] };
    const severities = (version: string, more: Json[] = []): string[] =>
      diagnose(parseFlow(text(model, version, more)))
        .filter((one) => one.rule === rule)
        .map(({ severity }) => severity);
    expect(severities('6.2')).toEqual(['error']);
    expect(severities('6.3')).toEqual(['warning']);
    expect(severities('7.4')).toEqual(['error']);
    const list = {
      type: 'NavigationList',
      name: 'list',
      'list-items': [{ id: 'c', 'on-click-action': { name: 'navigate', next: { name: 'C' } } }],
    };
    expect(severities('7.3', [list])).toEqual([]);
  });
});

type Json = Record<string, unknown>;

describe('of a routing model that is not right, only the cause is told', () => {
  it('a list that is none is left to the structure', () => {
    const text = modelled('A B!', { A: 'B' as never, B: [] });
    expect(found(text)).toEqual(['error INVALID_PROPERTY_TYPE routing_model.A']);
  });

  it('an id that no screen can have is told at its screen, or where there is none once', () => {
    const pattern = (text: string): string[] => found(text, ({ severity }) => severity === 'error');
    expect(pattern(modelled('A_1 B!', { A_1: ['B'], B: [] }))).toEqual([
      'error PATTERN_MISMATCH screens[0].id',
    ]);
    expect(pattern(modelled('A B!', { A: ['B', 'C-1'], B: [], 'D-1': [] }))).toEqual([
      'error PATTERN_MISMATCH routing_model.A[1]',
      'error PROPERTY_NAME_MISMATCH routing_model.D-1',
    ]);
  });

  it('a route back is no lack of a beginning', () => {
    expect(inRouting(modelled('A B!', { A: ['B'], B: ['A'] }))).toEqual([`error ${code} routing_model.B[0]`]);
  });

  it('a route that the model lacks leaves no screen apart and no route without end', () => {
    const text = (version: string): string =>
      flowText([stop('A', 'B'), stop('B!')], {
        version,
        data_api_version: '3.0',
        routing_model: { A: [], B: [] },
      });
    expect(inRouting(text('7.3'))).toEqual([`error ${code} routing_model.A`]);
    // From 6.3 to 7.2 a missing route is not refused, but a screen apart is.
    expect(inRouting(text('7.2'))).toEqual([
      `error ${code} routing_model`,
      `warning ${code} routing_model.A`,
    ]);
  });
});
