import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { flowText, footer, found, foundBy, lastScreen, navigate, oneScreen, screen } from '../../support';

const relatedOf = (rule: string, text: string): string[] =>
  diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.rule === rule)
    .flatMap(({ related }) => related.map(({ path }) => path));
const input = { type: 'TextInput', name: 'secret', label: 'Secret' };

describe('screen ids', () => {
  it('stand once', () => {
    const rule = 'screen-id-duplicate';
    const text = flowText([screen([]), lastScreen(), screen([]), screen([])]);
    expect(foundBy(rule, text)).toEqual([
      'DUPLICATE_SCREEN_IDS screens[2].id',
      'DUPLICATE_SCREEN_IDS screens[3].id',
    ]);
    expect(relatedOf(rule, text)).toEqual(['screens[0].id', 'screens[0].id']);
    expect(foundBy(rule, flowText([screen([]), lastScreen()]))).toEqual([]);
  });

  it('are not SUCCESS', () => {
    const reserved = (id: string): string[] =>
      found(oneScreen([], { id }), ({ rule }) => rule === 'screen-id-reserved');
    expect(reserved('SUCCESS')).toEqual(['error SCREEN_ID_IS_RESERVED_KEYWORD screens[0].id']);
    expect(reserved('success')).toEqual(['error SCREEN_ID_IS_RESERVED_KEYWORD screens[0].id']);
    expect(reserved('Success')).toEqual(['warning SCREEN_ID_IS_RESERVED_KEYWORD screens[0].id']);
    expect(reserved('SUCCESSFUL')).toEqual([]);
  });
});

describe('terminal screens', () => {
  it('are needed', () => {
    const rule = 'terminal-screen-missing';
    expect(foundBy(rule, oneScreen([]))).toEqual([]);
    expect(foundBy(rule, oneScreen([], { terminal: false }))).toEqual(['MISSING_TERMINAL_SCREEN screens']);
    expect(foundBy(rule, flowText([screen([])]))).toEqual(['MISSING_TERMINAL_SCREEN screens']);
  });

  it('are not missed while there are none to see or one says so badly', () => {
    const rule = 'terminal-screen-missing';
    expect(foundBy(rule, flowText([]))).toEqual([]);
    expect(foundBy(rule, oneScreen([], { terminal: 'true' }))).toEqual([]);
  });

  it('count as success, at least one', () => {
    const rule = 'terminal-success';
    const failing = lastScreen([], { success: false });
    expect(foundBy(rule, flowText([failing]))).toEqual(['INVALID_PROPERTY_VALUE screens[0].success']);
    const two = flowText([failing, lastScreen([], { id: 'OTHER', success: false })]);
    expect(foundBy(rule, two)).toEqual(['INVALID_PROPERTY_VALUE screens[0].success']);
    expect(relatedOf(rule, two)).toEqual(['screens[1].success']);
    expect(foundBy(rule, flowText([failing, lastScreen([], { id: 'OTHER' })]))).toEqual([]);
    expect(foundBy(rule, flowText([failing, lastScreen([], { id: 'OTHER', success: true })]))).toEqual([]);
  });

  it('have a Footer', () => {
    const missing = (children: Record<string, unknown>[], version: string): string[] =>
      found(
        flowText([screen(children, { terminal: true })], { version }),
        ({ rule }) => rule === 'terminal-footer-missing',
      );
    const end = footer({ name: 'complete', payload: {} });
    expect(missing([], '7.3')).toEqual(['error MISSING_FOOTER_ON_TERMINAL_SCREEN screens[0]']);
    expect(missing([], '7.2')).toEqual(['warning MISSING_FOOTER_ON_TERMINAL_SCREEN screens[0]']);
    expect(missing([end], '7.3')).toEqual([]);
    expect(missing([{ type: 'Form', name: 'form', children: [end] }], '7.3')).toEqual([]);
    expect(missing([{ type: 'If', condition: '${data.x}', then: [end], else: [end] }], '7.3')).toEqual([]);
    expect(foundBy('terminal-footer-missing', flowText([screen([])]))).toEqual([]);
  });
});

describe('an endpoint', () => {
  const exchange = footer({ name: 'data_exchange' });
  const endpoint = { data_api_version: '3.0', routing_model: { FIRST: [] } };

  it('is needed for data_exchange, wherever it stands', () => {
    const rule = 'data-exchange-without-endpoint';
    const select = { ...input, type: 'Dropdown', 'on-select-action': { name: 'data_exchange', payload: {} } };
    expect(foundBy(rule, flowText([screen([select, exchange])]))).toEqual([
      'MISSING_REQUIRED_PROPERTY screens[0].layout.children[0].on-select-action',
      'MISSING_REQUIRED_PROPERTY screens[0].layout.children[1].on-click-action',
    ]);
    expect(foundBy(rule, flowText([screen([select, exchange])], endpoint))).toEqual([]);
    expect(foundBy(rule, flowText([screen([footer(navigate('LAST'))])]))).toEqual([]);
  });

  it('needs a routing model', () => {
    const rule = 'endpoint-without-routing-model';
    expect(foundBy(rule, oneScreen([], {}, { data_api_version: '3.0' }))).toEqual([
      'MISSING_REQUIRED_PROPERTY ',
    ]);
    expect(foundBy(rule, oneScreen([], {}, endpoint))).toEqual([]);
    expect(foundBy(rule, oneScreen([]))).toEqual([]);
  });

  it('is needed to refresh a screen', () => {
    const rule = 'refresh-without-endpoint';
    expect(foundBy(rule, oneScreen([], { refresh_on_back: true }))).toEqual([
      'INVALID_PROPERTY_VALUE screens[0].refresh_on_back',
    ]);
    expect(foundBy(rule, oneScreen([], { refresh_on_back: false }))).toEqual([]);
    expect(foundBy(rule, oneScreen([], { refresh_on_back: true }, endpoint))).toEqual([]);
  });
});

describe('sensitive', () => {
  const rule = 'sensitive-unknown-name';

  it('names components of the screen, also those in branches', () => {
    const branch = { type: 'If', condition: '${data.x}', then: [input] };
    expect(foundBy(rule, oneScreen([input], { sensitive: ['secret'] }))).toEqual([]);
    expect(foundBy(rule, oneScreen([branch], { sensitive: ['secret'] }))).toEqual([]);
    expect(foundBy(rule, oneScreen([input], { sensitive: ['secret', 'secrt', 'x'] }))).toEqual([
      'INVALID_SENSITIVE_FIELD screens[0].sensitive[1]',
      'INVALID_SENSITIVE_FIELD screens[0].sensitive[2]',
    ]);
  });

  it('does not name the Form, and says which name was meant', () => {
    const form = { type: 'Form', name: 'form', children: [input] };
    expect(found(oneScreen([form], { sensitive: ['form'] }), (one) => one.rule === rule)).toEqual([
      'warning INVALID_SENSITIVE_FIELD screens[0].sensitive[0]',
    ]);
    const slip = diagnose(parseFlow(oneScreen([input], { sensitive: ['secert'] })));
    expect(slip.find((one) => one.rule === rule)?.facts).toEqual({ name: 'secert', suggestion: 'secret' });
  });

  it('has neither blank names nor references, which is told once', () => {
    const text = oneScreen([input], { sensitive: ['', '${form.secret}'] });
    expect(found(text, ({ severity }) => severity === 'error')).toEqual([
      'error INVALID_SENSITIVE_FIELD screens[0].sensitive[0]',
      'error INVALID_SENSITIVE_FIELD screens[0].sensitive[1]',
    ]);
  });

  it('is not judged where it does not exist yet or is no list of names', () => {
    expect(foundBy(rule, oneScreen([input], { sensitive: ['x'] }, { version: '5.0' }))).toEqual([]);
    for (const sensitive of ['x', [1, null, {}], {}]) {
      expect(foundBy(rule, oneScreen([input], { sensitive }))).toEqual([]);
    }
  });
});
