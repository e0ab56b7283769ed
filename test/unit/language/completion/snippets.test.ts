import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import {
  allowedIn,
  atLeast,
  before,
  componentsFor,
  versions,
  type Version,
} from '../../../../src/flowjson/catalogue';
import { english } from '../../../../src/flowjson/message';
import { flowText, footer, lastScreen, navigate, screen, type Json } from '../../flowjson/support';
import { insert, labels, proposed, taken } from './typed';

/** Marks the place where something is put in. */
const here = { type: 'HERE' };
const mark = (text: string): string => text.replace(/\{\s*"type": "HERE"\s*\}/, '¦');
const without = (text: string): string =>
  text.replace(/,\s*\{\s*"type": "HERE"\s*\}|\{\s*"type": "HERE"\s*\},?/, '');

const errors = (text: string): string[] =>
  diagnose(parseFlow(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, message, path }) => `${code} ${path}: ${english(message)}`)
    .sort();

const data = { flag: { type: 'boolean', __example__: true }, word: { type: 'string', __example__: 'a' } };
const wanted = {
  word: { type: 'string', __example__: 'a' },
  list: { type: 'array', items: { type: 'string' }, __example__: [] },
};
const text = { type: 'TextBody', text: 'a' };

/** A clean flow of a version whose first screen has these children; the second one wants data. */
function flow(version: Version, children: readonly Json[], top: Json = {}): string {
  const first = screen(children, { id: 'FIRST', data });
  return flowText([first, lastScreen([], { data: wanted })], { version, ...top });
}

const next = footer(navigate('LAST', { word: '${data.word}', list: [] }));
const condition = '${data.flag}';

/** The lists that components may stand in, each in a screen that is otherwise as clean as it can be. */
const places: Record<string, (version: Version) => string | undefined> = {
  'beside others': (version) => flow(version, [text, here, next]),
  first: (version) => flow(version, [here, text, next]),
  'with no Footer yet': (version) => flow(version, [text, here]),
  alone: (version) => flow(version, [here]),
  'in a Form': (version) => flow(version, [{ type: 'Form', name: 'form', children: [here, next] }]),
  'beside a Form': (version) => flow(version, [{ type: 'Form', name: 'form', children: [text] }, here, next]),
  'in an If': (version) =>
    before(version, '4.0') ? undefined : flow(version, [{ type: 'If', condition, then: [text, here] }, next]),
  'in an If without a Footer': (version) =>
    before(version, '4.0') ? undefined : flow(version, [{ type: 'If', condition, then: [text, here] }]),
  'in the third If': (version) =>
    before(version, '4.0')
      ? undefined
      : flow(version, [
          {
            type: 'If',
            condition,
            then: [{ type: 'If', condition, then: [{ type: 'If', condition, then: [text, here] }] }],
          },
          next,
        ]),
  'in a Switch': (version) =>
    before(version, '4.0')
      ? undefined
      : flow(version, [{ type: 'Switch', value: '${data.word}', cases: { a: [text, here] } }, next]),
  'on a terminal screen': (version) => flowText([lastScreen([text, here], { data })], { version }),
  'on a terminal screen without a Footer': (version) =>
    flowText([screen([text, here], { id: 'LAST', terminal: true, data })], { version }),
  'with a routing model': (version) =>
    flow(version, [text, here], {
      data_api_version: '3.0',
      routing_model: { FIRST: ['LAST'], LAST: [] },
      ...(before(version, '3.0') && { data_channel_uri: 'https://example.com' }),
    }),
  'above RichText': (version) =>
    atLeast(version, '5.1') ? flow(version, [{ type: 'RichText', text: 'a' }, here]) : undefined,
  'below a NavigationList': (version) =>
    atLeast(version, '6.2')
      ? flow(version, [
          {
            type: 'NavigationList',
            name: 'navigation_list',
            'list-items': [{ id: 'a', 'main-content': { title: 'A' } }],
            'on-click-action': navigate('LAST', { word: 'a', list: [] }),
          },
          here,
        ])
      : undefined,
  'below two Images and a PhotoPicker': (version) =>
    atLeast(version, '4.0')
      ? flow(version, [
          { type: 'EmbeddedLink', text: 'a', 'on-click-action': navigate('LAST', { word: 'a', list: [] }) },
          { type: 'EmbeddedLink', text: 'a', 'on-click-action': navigate('LAST', { word: 'a', list: [] }) },
          { type: 'PhotoPicker', name: 'photo_picker', label: 'a' },
          here,
          next,
        ])
      : undefined,
};

describe.each(Object.keys(places))('components %s', (name) => {
  it.each(versions.map((version) => version.name))('leave no error behind in %s', (version) => {
    const written = places[name]!(version);
    if (written === undefined) return;
    const clean = errors(without(written));
    for (const proposal of proposed(mark(written)).filter(({ kind }) => kind === 'component')) {
      const after = insert(mark(written).replace('¦', ''), proposal);
      const added = errors(after).filter((error) => !clean.includes(error));
      expect(added, `${proposal.label}\n${after}`).toEqual([]);
    }
  });
});

it('proposes every component of a version somewhere', () => {
  for (const { name: version } of versions) {
    const found = Object.values(places).flatMap((place) => {
      const written = place(version);
      return written === undefined
        ? []
        : labels(mark(written), 'component').map((label) => label.split(' ')[0]!);
    });
    const wantedTypes = componentsFor(version).map(({ type }) => type);
    expect([...new Set(found)].sort(), version).toEqual([...wantedTypes].sort());
  }
});

it('proposes nothing that the place does not take', () => {
  const inSwitch = labels(mark(places['in a Switch']!('7.3')!), 'component').map(
    (label) => label.split(' ')[0],
  );
  expect(inSwitch.length).toBeGreaterThan(10);
  for (const type of inSwitch) expect(allowedIn('switch', '7.3')).toContain(type);
});

describe('a whole component', () => {
  const list = flow('7.3', [text, here, next]);

  it.each(['"¦"', '"Dat¦"', 'Dat¦', '{¦}', '{ Dat¦ }'])('takes the place of %s', (half) => {
    const marked = list.replace(/\{\s*"type": "HERE"\s*\}/, () => half);
    expect(errors(taken(marked, 'DatePicker'))).toEqual([]);
  });

  it('gets the commas that it needs', () => {
    const behind = list.replace(/,\s*\{\s*"type": "HERE"\s*\}/, ' ¦');
    expect(errors(taken(behind, 'TextBody'))).toEqual([]);
    const touching = list.replace(/,\s*\{\s*"type": "HERE"\s*\}/, '¦');
    expect(errors(taken(touching, 'TextBody'))).toEqual([]);
  });

  it('has a name that is free', () => {
    const one = taken(mark(list), 'TextInput');
    const two = one.replace(/(\{\s*"type": "Footer")/, '¦$1');
    expect(taken(two, 'TextInput')).toContain('"name": "text_input_2"');
  });

  it('brings the payload that the next screen wants', () => {
    const footers = proposed(mark(flow('7.3', [text, here]))).filter(({ label }) =>
      label.startsWith('Footer'),
    );
    expect(footers.map(({ label }) => label)).toEqual(['Footer navigate LAST']);
    const after = JSON.parse(insert(mark(flow('7.3', [text, here])).replace('¦', ''), footers[0]!)) as {
      screens: Json[];
    };
    expect(JSON.stringify(after.screens[0])).toContain('"payload":{"word":"${data.word}","list":[]}');
  });
});

describe('entries of lists', () => {
  it.each([
    ['CheckboxGroup', 'data-source', 'option', '5.0'],
    ['ChipsSelector', 'data-source', 'chip', '6.3'],
    ['ImageCarousel', 'images', 'image', '7.1'],
    ['NavigationList', 'list-items', 'list item', '6.2'],
  ] as const)('of %s leave no error behind', (type, key, label, since) => {
    for (const { name: version } of versions.filter((one) => atLeast(one.name, since))) {
      const start = type === 'NavigationList' ? flow(version, [here]) : flow(version, [here, next]);
      const whole = proposed(mark(start)).find((one) => one.label.split(' ')[0] === type)!;
      const clean = insert(mark(start).replace('¦', ''), whole);
      const marked = clean.replace(new RegExp(`("${key}": \\[)`), '$1¦');
      expect(errors(taken(marked, label)), version).toEqual(errors(clean));
    }
  });
});

describe('whole screens', () => {
  it.each(versions.map((version) => version.name))('make a flow of nothing in %s', (version) => {
    for (const label of ['screen terminal', 'screen form']) {
      const whole = taken(`{ "version": "${version}", "screens": [¦] }`, label);
      expect(errors(whole).filter((error) => !error.includes('VERSION'))).toEqual([]);
    }
  });

  it('only lack a way to them in a flow that has others', () => {
    const others = flow('7.3', [text, next]);
    for (const label of ['screen', 'screen terminal', 'screen form']) {
      const after = taken(others.replace('"screens": [', '"screens": [¦'), label);
      for (const error of errors(after)) expect(error).toMatch(/ROUTING_MODEL|NAVIGATE|NAVIGATION/);
      expect(JSON.parse(after)).toMatchObject({ screens: [{ id: 'SCREEN_A' }, {}, {}] });
    }
  });
});

describe('entries of the data model', () => {
  it.each(['string', 'number', 'boolean', 'object', 'string[]', 'options'])(
    'of type %s leave no error behind',
    (type) => {
      for (const { name: version } of versions) {
        const whole = flow(version, [text, next]);
        const marked = whole.replace('"data": {', '"data": {¦');
        expect(errors(taken(marked, `data ${type}`)), version).toEqual(errors(whole));
      }
    },
  );
});
