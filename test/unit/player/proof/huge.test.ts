import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import { mostComponents, mostItems, mostItemsOnScreen, mostKeys } from '../../../../src/player/limits';
import type { Drawn } from '../../../../src/player/player';
import { options, Run, running } from '../run';
import { below } from './driver';

const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index));
const input = (index: number): object => ({ type: 'TextInput', name: `n${index}`, label: 'N' });
const body = (text: string): object => ({ type: 'TextBody', text });
const ids = (count: number): string[] => many(count, (index) => `o${index}`);
const gapsOf = (run: Run): string[] =>
  run.all.flatMap(({ gaps }) => gaps.map(({ reason }) => english(reason)));

/** Components drawn without the note. */
const drawn = (run: Run): Drawn[] => below(run.shown.components).filter((one) => one.is !== 'placeholder');
const notes = (run: Run): Drawn[] => run.all.filter((one) => one.is === 'placeholder');

describe('a screen with far more than a screen may have', () => {
  it('shows the first components, one note about the rest, and its Footer', () => {
    const run = running([...many(5000, (index) => body(String(index)))]);
    expect(drawn(run)).toHaveLength(mostComponents);
    expect(notes(run).map(({ reason }) => english(reason!))).toEqual([
      'This screen has 5001 components. The preview shows the first 300; WhatsApp allows 50.',
    ]);
    expect(run.shown.footer?.key).toBe('5000');
    expect(run.next().told).toEqual(['completed']);
  });

  it('does so at every depth', () => {
    const form = { type: 'Form', name: 'f', children: many(5000, input) };
    const inForm = running([form]);
    expect([drawn(inForm).length, notes(inForm).length]).toEqual([mostComponents, 1]);
    expect(inForm.next().told).toEqual(['completed']);
    const nest = (depth: number): object =>
      depth === 0
        ? body('x')
        : { type: 'If', condition: '${form.n0}', then: [body('x')], else: [nest(depth - 1)] };
    const nested = running([input(0), ...many(100, () => nest(30))]);
    expect([drawn(nested).length, notes(nested).length]).toEqual([mostComponents, 1]);
    const ended = running([
      { type: 'Form', name: 'f', children: [...many(5000, input), { type: 'Footer', label: 'In the Form' }] },
    ]);
    expect(ended.shown.footer?.properties['label']).toBe('In the Form');
  });

  it('shows as many as WhatsApp enforces, whatever branches hide', () => {
    const cases = Object.fromEntries(
      many(20, (at) => [`c${at}`, many(45, (index) => input(at * 100 + index))]),
    );
    const run = running([input(9999), { type: 'Switch', value: '${form.n9999}', cases }]);
    expect(run.typed('n9999', 'c19').find('n1944')).toBeDefined();
    expect(notes(run)).toEqual([]);
  });

  it('shows the beginning of long lists, whether they are written, given or many', () => {
    const list = (source: unknown, index = 0): object => ({
      type: 'CheckboxGroup',
      name: `l${index}`,
      label: 'L',
      'data-source': source,
    });
    const data = { list: { type: 'array', items: { type: 'object' }, __example__: options(...ids(2000)) } };
    for (const run of [running([list(options(...ids(2000)))]), running([list('${data.list}')], { data })]) {
      expect(run.find('l0').options).toHaveLength(mostItems);
      expect(gapsOf(run)).toEqual(['The preview shows only the first 500 items of this list.']);
      expect(run.chosen('l0', 'o499').value('l0')).toEqual(['o499']);
    }
    const all = running(many(40, (index) => list(options(...ids(400)), index)));
    const shown = all.all.reduce((count, one) => count + one.options.length, 0);
    expect(shown).toBe(mostItemsOnScreen);
    // The same again, from what is remembered.
    expect(running([]).typed('x', 'x').all).toHaveLength(1);
    expect(all.chosen('l0', 'o1').all.reduce((count, one) => count + one.options.length, 0)).toBe(shown);
  });

  it('hands on and shows the beginning of very large data', () => {
    const keys = Object.fromEntries(ids(3000).map((id) => [id, 'x']));
    const data = Object.fromEntries(ids(3000).map((id) => [id, { type: 'string', __example__: 'x' }]));
    const run = running([], { data }, keys);
    expect(Object.keys(run.shown.data)).toHaveLength(mostKeys);
    expect(Object.keys(run.next().effect('completed').response)).toHaveLength(mostKeys + 1);
  });

  it('evaluates expressions up to a length, and says where it stops', () => {
    const long = `\`${"'x' ".repeat(1000)}\``;
    const run = running(many(40, () => body(long)));
    const broken = gapsOf(run);
    expect(broken.length).toBeGreaterThan(20);
    expect(new Set(broken)).toEqual(
      new Set(['All expressions of this screen together are too long to be evaluated in the preview.']),
    );
    expect(run.all[0]!.properties['text']).toBe('x'.repeat(1000));
  });

  it('gives up on patterns that take too long, and judges the others', () => {
    const hostile = (index: number): object => ({
      ...input(index),
      pattern: `(a|a?)+(b|a){50,90}${index}$`,
      'helper-text': 'x',
      'init-value': 'a'.repeat(3000),
      'max-chars': 5000,
    });
    const digits = { ...input(0), pattern: '[0-9]+', 'helper-text': 'x' };
    const run = running([digits, ...many(100, (index) => hostile(index + 1))]);
    const kinds = (): (string | undefined)[] => run.all.map((one) => one.input?.problems[0]?.kind);
    expect(run.typed('n0', 'x').find('n0').input?.problems[0]?.kind).toBe('pattern');
    expect(kinds().filter((kind) => kind === 'unchecked')).toHaveLength(100);
    expect(run.ready).toBe(false);
    expect(run.typed('n0', '12').ready).toBe(true);
  });

  it('hands pictures on whole', () => {
    const picture = 'iVBORw0KGgo'.repeat(100_000);
    const run = new Run(
      JSON.stringify({
        version: '7.3',
        screens: [
          {
            id: 'ONLY',
            title: 'x',
            data: { p: { type: 'string', __example__: picture } },
            layout: { type: 'SingleColumnLayout', children: [{ type: 'Image', src: '${data.p}' }, input(0)] },
          },
        ],
      }),
    );
    expect(run.typed('n0', 'x').find('Image').properties['src']).toBe(picture);
  });
});
