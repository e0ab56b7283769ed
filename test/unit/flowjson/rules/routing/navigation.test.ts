import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { english } from '../../../../../src/flowjson/message';
import { flowText, footer, found, foundBy, lastScreen, navigate, screen, type Json } from '../../support';
import { linked, modelled, stop } from './flows';

const code = 'INVALID_ROUTING_MODEL';
const says = (rule: string, text: string): string[] =>
  diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.rule === rule)
    .map(({ message, path }) => `${path}: ${english(message)}`);

describe('screens without a routing model', () => {
  const rule = 'navigation-disconnected';

  it('hang together', () => {
    expect(foundBy(rule, linked({ A: 'B C', B: 'C', 'C!': '' }))).toEqual([]);
    expect(foundBy(rule, linked({ 'A!': '' }))).toEqual([]);
  });

  it('without a link are told from those linked among themselves', () => {
    const told = says(rule, linked({ A: 'B', 'B!': '', ALONE: '', C: 'D', 'D!': '' }));
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/^screens\[2\]: No navigate action leads to ALONE/);
    expect(told[1]).toMatch(/^screens\[3\]: No navigate action links C/);
    expect(told[2]).toMatch(/^screens\[4\]: No navigate action links D/);
  });

  it('are the odd ones out, even in the first place', () => {
    expect(foundBy(rule, linked({ ALONE: '', A: 'B', 'B!': '' }))).toEqual([`${code} screens[0]`]);
    expect(foundBy(rule, linked({ A: '', 'B!': '' }))).toEqual([`${code} screens[1]`]);
  });

  it('are not judged while a link leads nowhere, or where the data says', () => {
    expect(foundBy(rule, linked({ A: 'TYPO', 'B!': '' }))).toEqual([]);
    expect(foundBy(rule, linked({ A: '${data.next}', 'B!': '' }))).toEqual([]);
    const list = { type: 'NavigationList', name: 'list', 'list-items': '${data.rows}' };
    expect(foundBy(rule, flowText([screen([list]), lastScreen()]))).toEqual([]);
  });

  it('are not judged where an endpoint waits for its model', () => {
    expect(foundBy(rule, linked({ A: '', 'B!': '' }, '7.3', { data_api_version: '3.0' }))).toEqual([]);
  });

  it('have a beginning', () => {
    const circle = { A: 'B', B: 'C', 'C!': 'A' };
    const entry = (version: string): string[] =>
      found(linked(circle, version), (diagnosis) => diagnosis.rule === 'navigation-no-entry');
    expect(entry('6.2')).toEqual([`error ${code} screens`]);
    expect(entry('7.0')).toEqual([`warning ${code} screens`]);
    expect(entry('7.3')).toEqual([`error ${code} screens`]);
    expect(foundBy('navigation-no-entry', linked({ A: 'A B', 'B!': '' }))).toEqual([]);
  });

  it('need no beginning beside a NavigationList', () => {
    const list = {
      type: 'NavigationList',
      name: 'list',
      'list-items': [],
      'on-click-action': navigate('LAST'),
    };
    const text = (component: Record<string, unknown>): string =>
      flowText([screen([component]), lastScreen([], { layout: { children: [footer(navigate('FIRST'))] } })]);
    expect(foundBy('navigation-no-entry', text(list))).toEqual([]);
    expect(foundBy('navigation-no-entry', text(footer(navigate('LAST'))))).toHaveLength(1);
  });

  it('lead to at most 10 others each', () => {
    const letters = 'BCDEFGHIJKL'.split('');
    const screens = Object.fromEntries(letters.map((letter) => [`${letter}!`, '']));
    const rule = 'navigation-too-many-targets';
    expect(foundBy(rule, linked({ A: letters.join(' '), ...screens }))).toEqual([`${code} screens[0]`]);
    expect(foundBy(rule, linked({ A: `A ${letters.slice(1).join(' ')} C`, ...screens }))).toEqual([]);
  });
});

describe('routes', () => {
  const ends = (text: string): string[] => says('route-without-end', text);

  it('end at a terminal screen', () => {
    expect(ends(linked({ A: 'B', 'B!': '' }))).toEqual([]);
    expect(ends(modelled('A B C!', { A: ['B', 'C'], B: ['C'] }))).toEqual([]);
  });

  it('that stop or turn in a circle are a warning at the screen concerned', () => {
    expect(ends(linked({ A: 'B C', B: 'D', 'C!': '', D: 'B' }))).toEqual([
      expect.stringContaining('screens[1].id: From B the routes only lead on to D'),
      expect.stringContaining('screens[3].id: From D the routes only lead on to B'),
    ]);
    const exchanging = screen([footer({ name: 'data_exchange' })]);
    const text = flowText([exchanging, lastScreen()], {
      data_api_version: '3.0',
      routing_model: { LAST: ['FIRST'] },
    });
    expect(found(text, ({ rule }) => rule === 'route-without-end')).toEqual([
      `warning ${code} screens[0].id`,
    ]);
  });

  it('may lead to a page that is only read: a remark, at the last of several', () => {
    const text = linked({ A: 'B D', B: 'C', C: '', 'D!': '' });
    expect(ends(text)).toEqual([expect.stringContaining('screens[2].id: People can only go back from C')]);
    expect(found(text, ({ rule }) => rule === 'route-without-end')).toEqual([`info ${code} screens[2].id`]);
  });

  it('are not judged where no screen is terminal: that is to be mended first', () => {
    expect(ends(linked({ A: 'B', B: '' }))).toEqual([]);
  });

  it('lead to every screen, as advice', () => {
    const rule = 'screen-unreachable';
    expect(foundBy(rule, linked({ A: 'C', B: 'C', 'C!': '' }))).toEqual(['UNREACHABLE_SCREEN screens[1].id']);
    expect(foundBy(rule, modelled('A B C!', { A: ['C'], B: ['C'] }))).toEqual([
      'UNREACHABLE_SCREEN screens[1].id',
    ]);
    expect(foundBy(rule, linked({ A: 'B', B: 'C', 'C!': '' }))).toEqual([]);
  });
});

describe('navigation from inside an If', () => {
  const rule = 'routing-model-advised';
  const branch = (type: string) => ({
    type,
    condition: '${data.yes}',
    then: [footer(navigate('LAST'))],
    else: [footer(navigate('LAST'))],
  });

  it('is better declared: said once', () => {
    expect(foundBy(rule, flowText([screen([branch('If')]), lastScreen()]))).toEqual([
      'ROUTING_MODEL_ADVISED screens[0].layout.children[0].then[0].on-click-action.name',
    ]);
  });

  it('is fine with a model, and anywhere else', () => {
    const model = { routing_model: { FIRST: ['LAST'] } };
    expect(foundBy(rule, flowText([screen([branch('If')]), lastScreen()], model))).toEqual([]);
    expect(foundBy(rule, flowText([screen([footer(navigate('LAST'))]), lastScreen()]))).toEqual([]);
  });
});

describe('an action that cannot be read', () => {
  const errors = (text: string): string[] => found(text, ({ severity }) => severity === 'error');
  const flow = (first: Json, version = '7.3'): string =>
    flowText([screen([first], { id: 'A', title: 'A' }), stop('B!')], { version });
  const at = 'screens[0].layout.children[0]';

  it.each([
    ['an unknown name', footer({ name: 'navigat' }), `INVALID_ENUM_VALUE ${at}.on-click-action.name`],
    ['no name', footer({}), `MISSING_REQUIRED_PROPERTY ${at}.on-click-action`],
    [
      'a place it may not have',
      footer({ name: 'open_url', url: 'https://example.com' }),
      `INVALID_ENUM_VALUE ${at}.on-click-action.name`,
    ],
    [
      'no object',
      { type: 'Footer', label: 'x', 'on-click-action': 'navigate' },
      `INVALID_PROPERTY_TYPE ${at}.on-click-action`,
    ],
    ['no action', { type: 'Footer', label: 'x' }, `MISSING_REQUIRED_PROPERTY ${at}`],
    [
      'an endpoint to ask, which is not there',
      footer({ name: 'data_exchange' }),
      `MISSING_REQUIRED_PROPERTY ${at}.on-click-action`,
    ],
  ])('leaves no screen apart: %s', (_, first, expected) => {
    expect(errors(flow(first))).toEqual([`error ${expected}`]);
  });

  it('nor does a screen without readable components', () => {
    const text = flowText([{ id: 'A', title: 'A' }, stop('B!')]);
    expect(errors(text)).toEqual(['error MISSING_REQUIRED_PROPERTY screens[0]']);
  });

  it('does not hide a screen that is really apart', () => {
    expect(errors(flow({ type: 'TextBody', text: 'x' }))).toEqual(['error INVALID_ROUTING_MODEL screens[1]']);
  });
});
