import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { foundBy, oneScreen, type Json } from '../../support';

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const update = (payload: Json): Json => ({ name: 'update_data', payload });
const dropdown = (more: Json, option: Json = {}): Json => ({
  type: 'Dropdown',
  name: 'kind',
  label: 'Kind',
  'data-source': [{ id: 'a', title: 'A', ...option }],
  ...more,
});
const data = { city: { type: 'string', __example__: 'x' }, shown: { type: 'boolean', __example__: true } };
const component = 'screens[0].layout.children[0]';

describe('update_data', () => {
  it('sets what its own screen declares', () => {
    const text = oneScreen(
      [dropdown({ 'on-select-action': update({ city: 'Jakarta', ctiy: 'x', quite_other: true }) })],
      { data },
    );
    expect(foundBy('update-data-unknown-key', text)).toEqual([
      `INVALID_UPDATE_DATA_ACTION_PAYLOAD ${component}.on-select-action.payload.ctiy`,
      `INVALID_UPDATE_DATA_ACTION_PAYLOAD ${component}.on-select-action.payload.quite_other`,
    ]);
    expect(of('update-data-unknown-key', text).map(({ facts }) => facts)).toEqual([
      { key: 'ctiy', screen: 'LAST', suggestion: 'city' },
      { key: 'quite_other', screen: 'LAST' },
    ]);
  });

  it('sets nothing on a screen without data', () => {
    expect(
      of('update-data-unknown-key', oneScreen([dropdown({ 'on-select-action': update({ a: 1 }) })])),
    ).toHaveLength(1);
  });

  it('does not set an entry to itself', () => {
    const text = (city: unknown): string =>
      oneScreen([dropdown({}, { 'on-select-action': update({ city }) })], { data });
    expect(foundBy('update-data-self', text('${data.city}'))).toEqual([
      `INVALID_UPDATE_DATA_ACTION_PAYLOAD ${component}.data-source[0].on-select-action.payload.city`,
    ]);
    // With the id of the screen in it, that is what is wrong first.
    expect(of('update-data-self', text('${screen.LAST.data.city}'))).toEqual([]);
    expect(of('update-data-self', text('${data.shown}'))).toEqual([]);
    expect(of('update-data-self', text('${screen.OTHER.data.city}'))).toEqual([]);
    expect(of('update-data-self', text(3))).toEqual([]);
  });
});

describe('select actions', () => {
  it('stand on the component or on its options', () => {
    const both = oneScreen(
      [dropdown({ 'on-select-action': update({}) }, { 'on-select-action': update({}) })],
      { data },
    );
    const [found] = of('select-actions-exclusive', both);
    expect(found).toMatchObject({ severity: 'error', path: `${component}.on-select-action` });
    expect(found!.related.map(({ path }) => path)).toEqual([`${component}.data-source[0].on-select-action`]);
  });

  it('of different kinds do not exclude each other', () => {
    const text = oneScreen(
      [dropdown({ 'on-select-action': update({}) }, { 'on-unselect-action': update({}) })],
      { data },
    );
    expect(of('select-actions-exclusive', text)).toEqual([]);
  });
});

describe('the address of open_url', () => {
  const told = (url: unknown): Diagnosis[] =>
    of(
      'open-url-https',
      oneScreen([{ type: 'EmbeddedLink', text: 'x', 'on-click-action': { name: 'open_url', url } }]),
    );

  it.each(['https://example.com', '${data.address}', "`'https://' ${data.host}`", 'no address', 7])(
    'may be %j, or is wrong for somebody else',
    (url) => {
      expect(told(url)).toEqual([]);
    },
  );

  it.each([
    ['http://example.com', 'https://example.com'],
    ['HTTPS://example.com', 'https://example.com'],
    ['mailto:ada@example.com', undefined],
    ['https://', undefined],
  ])('opens nothing with %s', (url, suggestion) => {
    expect(told(url)).toMatchObject([
      { severity: 'warning', path: `${component}.on-click-action.url`, provenance: 'observed' },
    ]);
    expect(told(url)[0]!.facts['suggestion']).toBe(suggestion);
  });
});
