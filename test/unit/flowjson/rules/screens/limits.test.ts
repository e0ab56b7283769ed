import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { flowText, footer, found, foundBy, lastScreen, oneScreen, screen, type Json } from '../../support';

const times = (count: number, component: Json): Json[] => Array.from({ length: count }, () => component);
const text: Json = { type: 'TextBody', text: 'Some text' };
const image: Json = { type: 'Image', src: 'AAAA' };
const done = footer({ name: 'complete', payload: {} });
const either = (then: Json[], otherwise: Json[] = [text]): Json => ({
  type: 'If',
  condition: '${data.yes}',
  then,
  else: otherwise,
});
const cases = (all: Record<string, Json[]>): Json => ({ type: 'Switch', value: '${data.x}', cases: all });
const plain = (children: Json[], version = '7.3'): string => flowText([screen(children)], { version });

describe('the number of screens', () => {
  const many = (count: number): string =>
    flowText(times(count, { id: 'A', title: 'A', layout: { type: 'SingleColumnLayout', children: [] } }));

  it('is at most 100', () => {
    expect(foundBy('too-many-screens', many(100))).toEqual([]);
    expect(foundBy('too-many-screens', many(101))).toEqual(['MAX_SCREENS_NUMBER screens']);
  });
});

describe('the number of components of a screen', () => {
  const counted = (children: Json[]): string[] =>
    found(plain(children), ({ rule }) => rule === 'too-many-components');
  const code = 'MAX_ALLOWED_COMPONENTS_PER_SCREEN screens[0]';

  it('is better at most 50, and at most 100', () => {
    expect(counted(times(50, text))).toEqual([]);
    expect(counted(times(51, text))).toEqual([`warning ${code}`]);
    expect(counted(times(100, text))).toEqual([`warning ${code}`]);
    expect(counted(times(101, text))).toEqual([`error ${code}`]);
  });

  it('does not count Forms', () => {
    expect(counted([{ type: 'Form', name: 'form', children: times(50, text) }])).toEqual([]);
  });

  it('counts the fullest branch', () => {
    expect(counted([either(times(49, text), times(49, text))])).toEqual([]);
    expect(counted([either(times(10, text), times(50, text))])).toEqual([`warning ${code}`]);
  });
});

describe('the number of components of one type', () => {
  const rule = 'too-many-of-one-type';
  const at = (index: number): string => `screens[0].layout.children[${index}]`;

  it.each<[string, number, Json, string]>([
    ['Footer', 1, done, 'MAX_FOOTER_PER_SCREEN'],
    ['EmbeddedLink', 2, { type: 'EmbeddedLink', text: 'More' }, 'MAX_EMBEDDED_LINK_PER_SCREEN'],
    ['Image', 3, image, 'MAX_IMAGE_PER_SCREEN'],
    ['OptIn', 5, { type: 'OptIn', name: 'a', label: 'A' }, 'MAX_OPT_IN_PER_SCREEN'],
    ['PhotoPicker', 1, { type: 'PhotoPicker' }, 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
    ['NavigationList', 2, { type: 'NavigationList' }, 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
    ['ImageCarousel', 2, { type: 'ImageCarousel' }, 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
    ['RichText', 1, { type: 'RichText' }, 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
    ['Form', 1, { type: 'Form', name: 'form', children: [] }, 'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN'],
  ])('%s is at most %i', (_type, max, component, code) => {
    expect(foundBy(rule, plain(times(max, component)))).toEqual([]);
    expect(foundBy(rule, plain(times(max + 1, component)))).toEqual([`${code} ${at(max)}`]);
  });

  it('counts both pickers together', () => {
    expect(foundBy(rule, plain([{ type: 'PhotoPicker' }, { type: 'DocumentPicker' }]))).toEqual([
      `COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN ${at(1)}`,
    ]);
  });

  it('counts Forms from 7.0 on', () => {
    const forms = times(2, { type: 'Form', name: 'form', children: [] });
    expect(foundBy(rule, plain(forms, '6.3'))).toEqual([]);
    // One inside of another is misplaced, which is said by another rule.
    expect(foundBy(rule, plain([{ ...forms[0], children: [forms[1]] }]))).toEqual([]);
  });

  it('takes the fullest branch and adds up what stands side by side', () => {
    expect(foundBy(rule, plain([either(times(2, image), times(3, image))]))).toEqual([]);
    expect(foundBy(rule, plain([either([image]), either([text], times(2, image)), image]))).toEqual([
      `MAX_IMAGE_PER_SCREEN ${at(2)}`,
    ]);
    expect(foundBy(rule, plain([either([cases({ a: [image], b: times(4, image) })])]))).toEqual([
      `MAX_IMAGE_PER_SCREEN ${at(0)}.then[0].cases.b[3]`,
    ]);
  });

  it('sees a Footer beside those in the branches', () => {
    expect(foundBy(rule, oneScreen([cases({ a: [done], b: [done] })]))).toEqual([
      `MORE_THAN_ONE_FOOTER ${at(1)}`,
    ]);
    expect(foundBy(rule, plain([either([done], [done])]))).toEqual([]);
  });

  it('points to the others', () => {
    const [diagnosis] = diagnose(parseFlow(plain(times(4, image)))).filter((one) => one.rule === rule);
    expect(diagnosis!.related.map(({ path }) => path)).toEqual([at(0), at(1), at(2)]);
  });
});

describe('the number of carousels', () => {
  const carousel = { type: 'ImageCarousel' };

  it('is at most three in a flow', () => {
    const rule = 'too-many-carousels';
    const text = (first: number, version = '7.3'): string =>
      flowText([screen(times(first, carousel)), lastScreen(times(2, carousel))], { version });
    expect(foundBy(rule, text(1))).toEqual([]);
    expect(foundBy(rule, text(2))).toEqual([
      'COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN screens[1].layout.children[1]',
    ]);
    expect(foundBy(rule, text(2, '7.0'))).toEqual([]);
  });
});
