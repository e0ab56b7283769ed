import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { flowText, footer, foundBy, lastScreen, navigate, screen, type Json } from '../../support';

const link = (to: Json): Json => ({ type: 'EmbeddedLink', text: 'More', 'on-click-action': to });
const string = { type: 'string', __example__: 'x' };

function fromTo(action: Json, target: Json = {}, top: Json = {}): string {
  return flowText([screen([footer(action)]), lastScreen([], target)], top);
}

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const click = 'screens[0].layout.children[0].on-click-action';

describe('the target of navigate', () => {
  it('may be any other screen', () => {
    expect(foundBy('navigate-target-unknown', fromTo(navigate('LAST')))).toEqual([]);
    expect(foundBy('navigate-target-self', fromTo(navigate('LAST')))).toEqual([]);
  });

  it('must exist, and the one that was meant is named', () => {
    const [found] = of('navigate-target-unknown', fromTo(navigate('LATS')));
    expect(found).toMatchObject({
      code: 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
      severity: 'error',
      path: `${click}.next.name`,
      facts: { screen: 'LATS', suggestion: 'LAST' },
    });
    expect(of('navigate-target-unknown', fromTo(navigate('QUITE_DIFFERENT')))[0]!.facts).toEqual({
      screen: 'QUITE_DIFFERENT',
    });
  });

  it.each(['${data.next}', '`${data.next}`', '', ' '])('is not looked for where it is %j', (name) => {
    expect(of('navigate-target-unknown', fromTo(navigate(name)))).toEqual([]);
  });

  it('is not the own screen', () => {
    const text = flowText([screen([link(navigate('FIRST')), footer(navigate('LAST'))]), lastScreen()]);
    const [found] = of('navigate-target-self', text);
    expect(found).toMatchObject({ path: `${click}.next.name`, severity: 'error' });
    expect(found!.related.map(({ path }) => path)).toEqual(['screens[0].id']);
  });

  it('is looked at in the rows of a list too', () => {
    const list = {
      type: 'NavigationList',
      name: 'list',
      'list-items': [{ id: 'a', 'main-content': { title: 'A' }, 'on-click-action': navigate('GONE') }],
    };
    const text = flowText([screen([list]), lastScreen()]);
    expect(foundBy('navigate-target-unknown', text)).toEqual([
      'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME screens[0].layout.children[0].list-items[0].on-click-action.next.name',
    ]);
  });

  it('is of the type screen', () => {
    const [found] = of(
      'navigate-next-type',
      fromTo({ name: 'navigate', next: { type: 'page', name: 'LAST' }, payload: {} }),
    );
    expect(found).toMatchObject({
      severity: 'warning',
      path: `${click}.next.type`,
      facts: { suggestion: 'screen' },
    });
    expect(of('navigate-next-type', fromTo(navigate('LAST')))).toEqual([]);
  });
});

describe('a navigate Footer on a terminal screen', () => {
  const text = (version: string): string =>
    flowText([screen([footer(navigate('LAST'))], { terminal: true }), lastScreen()], { version });

  it.each([
    ['7.2', 'warning'],
    ['7.3', 'error'],
  ])('in %s: %s', (version, severity) => {
    expect(of('navigate-on-terminal-screen', text(version))).toMatchObject([
      { code: 'MISSING_FOOTER_ON_TERMINAL_SCREEN', severity, path: `${click}.name` },
    ]);
  });

  it('is no other component, and no other screen', () => {
    const fine = flowText([
      screen([link(navigate('OTHER')), footer({ name: 'complete' })], { terminal: true }),
      screen([footer(navigate('FIRST'))], { id: 'OTHER' }),
    ]);
    expect(of('navigate-on-terminal-screen', fine)).toEqual([]);
  });
});

describe('the payload of navigate against the data of the next screen', () => {
  const data = { name: string, age: { type: 'number', __example__: 1 } };

  it('has the same keys', () => {
    const text = fromTo(navigate('LAST', { name: 'Ada', age: 3 }), { data });
    expect([...of('navigate-unknown-key', text), ...of('navigate-missing-key', text)]).toEqual([]);
  });

  it('needs a declaration for each key', () => {
    const [typo, extra] = of(
      'navigate-unknown-key',
      fromTo(navigate('LAST', { naem: 'Ada', age: 3, quite_other: 1 }), { data }),
    );
    expect(typo).toMatchObject({
      code: 'INVALID_NAVIGATE_ACTION_PAYLOAD',
      path: `${click}.payload.naem`,
      facts: { key: 'naem', screen: 'LAST', suggestion: 'name' },
    });
    expect(typo!.related.map(({ path }) => path)).toEqual(['screens[1].data.name']);
    expect(extra!.facts).toEqual({ key: 'quite_other', screen: 'LAST' });
  });

  it('gets a suggestion for a few unknown keys, not for thousands', () => {
    const keys = Array.from({ length: 500 }, (_, index) => [`first_name_${index}`, 1] as const);
    const found = of(
      'navigate-unknown-key',
      fromTo(navigate('LAST', Object.fromEntries(keys)), { data: { first_name: string } }),
    );
    expect(found).toHaveLength(500);
    expect(found.filter(({ facts }) => facts['suggestion'])).toHaveLength(50);
  });

  it('supplies what is declared', () => {
    const [found] = of('navigate-missing-key', fromTo(navigate('LAST', {}), { data }));
    expect(found).toMatchObject({
      code: 'INVALID_NAVIGATE_ACTION_PAYLOAD',
      path: `${click}.payload`,
      facts: { screen: 'LAST', keys: 'name, age' },
    });
    expect(found!.related.map(({ path }) => path)).toEqual(['screens[1].data.name', 'screens[1].data.age']);
  });

  it('has a code of its own for a payload that is missing', () => {
    const action = { name: 'navigate', next: { type: 'screen', name: 'LAST' } };
    expect(foundBy('navigate-missing-key', fromTo(action, { data }))).toEqual([
      `MISSING_NAVIGATION_ACTION_PAYLOAD ${click}`,
    ]);
    expect(foundBy('navigate-missing-key', fromTo(action))).toEqual([]);
  });

  it('takes nothing for a screen without data', () => {
    expect(foundBy('navigate-unknown-key', fromTo(navigate('LAST', { name: 'Ada' })))).toEqual([
      `INVALID_NAVIGATE_ACTION_PAYLOAD ${click}.payload`,
    ]);
    expect(foundBy('navigate-unknown-key', fromTo(navigate('LAST')))).toEqual([]);
  });

  it('does not ask for the list of required entries', () => {
    const text = fromTo(navigate('LAST', { name: 'Ada' }), { data: { name: string, required: ['name'] } });
    expect(of('navigate-missing-key', text)).toEqual([]);
  });

  it.each([
    ['5.1', 'error'],
    ['6.0', 'warning'],
    ['7.2', 'warning'],
    ['7.3', 'error'],
  ])('in %s: %s', (version, severity) => {
    const text = fromTo(navigate('LAST', { other: 'x' }), { data: { name: string } }, { version });
    expect(of('navigate-unknown-key', text)).toMatchObject([{ severity }]);
    expect(of('navigate-missing-key', text)).toMatchObject([{ severity }]);
  });

  it('says nothing where something is no object', () => {
    const odd = [navigate('LAST', 'x' as unknown as Json), navigate('LAST', [] as unknown as Json)];
    for (const action of odd) {
      const text = fromTo(action, { data });
      expect([...of('navigate-unknown-key', text), ...of('navigate-missing-key', text)]).toEqual([]);
    }
    expect(of('navigate-unknown-key', fromTo(navigate('LAST', { a: 1 }), { data: [] }))).toEqual([]);
  });
});
