import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../../src/flowjson/diagnosis';
import { flowText, footer, foundBy, lastScreen, navigate, screen, type Json } from '../../support';

function of(rule: string, text: string): Diagnosis[] {
  return diagnose(parseFlow(text)).filter((diagnosis) => diagnosis.rule === rule);
}

const photos = (more: Json = {}): Json => ({ type: 'PhotoPicker', name: 'photos', label: 'Photos', ...more });
const files = (more: Json = {}): Json => ({ type: 'DocumentPicker', name: 'files', label: 'Files', ...more });
const payload = 'screens[0].layout.children[1].on-click-action.payload';

const answering = (picker: Json, values: Json, version = '7.3', action = 'complete'): string =>
  flowText([screen([picker, footer({ name: action, payload: values })], { terminal: true })], { version });

describe('files of pickers', () => {
  it('do not travel to the next screen', () => {
    const text = flowText([
      screen([photos(), footer(navigate('SECOND', { a: '${form.photos}' }))]),
      screen([footer(navigate('LAST', { b: { c: ['${screen.FIRST.form.photos}'] } }))], { id: 'SECOND' }),
      lastScreen(),
    ]);
    expect(foundBy('picker-in-navigate', text)).toEqual([
      `INVALID_ON_CLICK_ACTION_PAYLOAD ${payload}.a`,
      'INVALID_ON_CLICK_ACTION_PAYLOAD screens[1].layout.children[0].on-click-action.payload.b.c[0]',
    ]);
    expect(of('picker-in-navigate', text)[0]).toMatchObject({
      severity: 'error',
      facts: { key: 'a', suggestion: '${screen.FIRST.form.photos}' },
      related: [{ path: 'screens[0].layout.children[0].name' }],
    });
  });

  it('are not confused with other inputs', () => {
    const input = { type: 'TextInput', name: 'photos', label: 'x' };
    const text = flowText([
      screen([input, footer(navigate('LAST', { a: '${form.photos}' }))]),
      lastScreen([{ ...photos(), name: 'other' }]),
    ]);
    expect(of('picker-in-navigate', text)).toEqual([]);
  });

  it.each(['complete', 'data_exchange'])('stand directly in the payload of %s', (action) => {
    const nested = answering(
      photos(),
      { a: { b: '${form.photos}' }, c: "`'x' ${form.photos}`" },
      '7.3',
      action,
    );
    expect(foundBy('picker-nested', nested)).toEqual([
      `INVALID_ON_CLICK_ACTION_PAYLOAD ${payload}.a.b`,
      `INVALID_ON_CLICK_ACTION_PAYLOAD ${payload}.c`,
    ]);
    expect(of('picker-nested', answering(photos(), { a: '${form.photos}' }, '7.3', action))).toEqual([]);
  });
});

describe('how much an answer carries, from 5.0', () => {
  const totals = (limits: Json): string[] =>
    foundBy('picker-totals', answering(photos(limits), { a: '${form.photos}' }));
  const told = [`INVALID_ON_CLICK_ACTION_PAYLOAD ${payload}.a`];

  it.each([
    [{}, told],
    [{ 'max-uploaded-photos': 11, 'max-file-size-kb': 1 }, told],
    [{ 'max-uploaded-photos': 10, 'max-file-size-kb': 10240 }, []],
    [{ 'max-uploaded-photos': 10, 'max-file-size-kb': 10241 }, told],
    [{ 'max-uploaded-photos': 4 }, []],
    [{ 'max-uploaded-photos': 5 }, told],
    [{ 'max-uploaded-photos': 'many' }, []],
  ])('%j', (limits, expected) => {
    expect(totals(limits)).toEqual(expected);
  });

  it('is counted over all pickers, each once', () => {
    const limits = { 'max-uploaded-photos': 6, 'max-file-size-kb': 100 };
    const two = (last: Json): string =>
      flowText([
        screen([photos(limits), footer(navigate('LAST'))]),
        screen(
          [
            files({ 'max-uploaded-documents': 6, 'max-file-size-kb': 100 }),
            footer({ name: 'complete', payload: last }),
          ],
          { id: 'LAST', terminal: true },
        ),
      ]);
    const found = of('picker-totals', two({ a: '${screen.FIRST.form.photos}', b: '${form.files}' }));
    expect(found).toMatchObject([{ path: 'screens[1].layout.children[1].on-click-action.payload' }]);
    expect(found[0]!.related.map(({ path }) => path)).toEqual([
      'screens[0].layout.children[0]',
      'screens[1].layout.children[0]',
    ]);
    expect(of('picker-totals', two({ a: '${form.files}', b: '${form.files}' }))).toEqual([]);
  });

  it('is not counted in what goes to the endpoint', () => {
    expect(of('picker-totals', answering(photos(), { a: '${form.photos}' }, '7.3', 'data_exchange'))).toEqual(
      [],
    );
  });
});

describe('how much an answer carries, before 5.0', () => {
  it('is one file', () => {
    const single = (limits: Json, version = '4.0'): string[] =>
      foundBy('picker-single-file', answering(files(limits), { a: '${form.files}' }, version));
    expect(single({})).toEqual([`INVALID_ON_CLICK_ACTION_PAYLOAD ${payload}.a`]);
    expect(single({ 'max-uploaded-documents': 2 })).toHaveLength(1);
    expect(single({ 'max-uploaded-documents': 1 })).toEqual([]);
    expect(single({}, '5.0')).toEqual([]);
  });

  it('is one picker', () => {
    const text = flowText(
      [
        screen([photos({ 'max-uploaded-photos': 1 }), footer(navigate('LAST'))]),
        screen(
          [
            files({ 'max-uploaded-documents': 1 }),
            footer({ name: 'complete', payload: { a: '${screen.FIRST.form.photos}', b: '${form.files}' } }),
          ],
          { id: 'LAST', terminal: true },
        ),
      ],
      { version: '4.0' },
    );
    expect(foundBy('picker-single-file', text)).toEqual([
      'INVALID_ON_CLICK_ACTION_PAYLOAD screens[1].layout.children[1].on-click-action.payload',
    ]);
  });
});
