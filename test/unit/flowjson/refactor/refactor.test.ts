import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { english } from '../../../../src/flowjson/message';
import { extractToData, literalAt, nameFor } from '../../../../src/flowjson/refactor/extract';
import { moveComponent } from '../../../../src/flowjson/refactor/move';
import { routesFromActions, sortRoutes } from '../../../../src/flowjson/refactor/routes';
import { upgrade } from '../../../../src/flowjson/refactor/upgrade';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import { remove } from '../../../../src/flowjson/model/edits';
import { items, properties } from '../../../../src/flowjson/text/nodes';
import { endpointFlow, formFlow, plainFlow, textOf, type FlowValue } from '../mutants/bases';
import { flowText, footer, lastScreen, navigate, screen } from '../support';

const errors = (text: string): string[] =>
  diagnose(parseFlow(text))
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message }) => `${code} ${path}: ${english(message)}`);

describe('taking things away', () => {
  it('leaves JSON behind, without just these, whichever of them go together', () => {
    const objects = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 });
    fc.assert(
      fc.property(
        objects,
        fc.integer({ min: 0, max: 31 }),
        fc.constantFrom(undefined, 2, '\t'),
        (keys, mask, indent) => {
          const value = {
            screens: [],
            x: Object.fromEntries(keys.map((key) => [key, { [key]: 1 }])),
            list: keys,
          };
          const text = JSON.stringify(value, undefined, indent);
          const flow = parseFlow(text);
          const gone = (_: unknown, index: number): boolean => (mask & (1 << index)) !== 0;
          const nodes = [
            ...properties(flow.property('x'))
              .map(({ node }) => node)
              .filter(gone),
            ...items(flow.property('list')).filter(gone),
          ];
          const left = keys.filter((key, index) => !gone(key, index));
          expect(JSON.parse(applyEdits(text, remove(flow, ...nodes)))).toEqual({
            screens: [],
            x: Object.fromEntries(left.map((key) => [key, { [key]: 1 }])),
            list: left,
          });
        },
      ),
    );
  });
});

describe('upgrading', () => {
  const old = (change: (flow: FlowValue) => void = () => undefined): string => {
    const flow = plainFlow('4.0');
    change(flow);
    return textOf(flow);
  };

  it('writes the version and leaves a clean flow clean', () => {
    for (const base of [plainFlow, endpointFlow, formFlow]) {
      const text = textOf(base('5.1'));
      const { edits, open, done, news } = upgrade(parseFlow(text), '7.3');
      const after = applyEdits(text, edits);
      expect(after).toBe(textOf(base('7.3')));
      expect(open).toEqual([]);
      expect(done.map(english)).toEqual(['Write version 7.3']);
      expect(news.map(({ name }) => name)).toEqual(['6.0', '6.1', '6.2', '6.3', '7.0', '7.1', '7.2', '7.3']);
    }
  });

  it('rewrites what changed in between: the endpoint, dates, blank texts', () => {
    const text = old((flow) => {
      flow.version = '2.1';
      flow['data_channel_uri'] = 'https://example.com';
      flow.screens[0]!.layout.children.unshift({
        type: 'DatePicker',
        name: 'day',
        label: 'Day',
        'helper-text': ' ',
        'min-date': '1704067200000',
        'unavailable-dates': ['1704153600000'],
      });
    });
    const { edits, notes, done } = upgrade(parseFlow(text), '7.3');
    const after = JSON.parse(applyEdits(text, edits)) as FlowValue;
    expect(after.version).toBe('7.3');
    expect(after).not.toHaveProperty('data_channel_uri');
    expect(after.screens[0]!.layout.children[0]).toEqual({
      type: 'DatePicker',
      name: 'day',
      label: 'Day',
      'min-date': '2024-01-01',
      'unavailable-dates': ['2024-01-02'],
    });
    expect(done).toHaveLength(4);
    expect(notes.map(english).join(' ')).toContain('endpoint address');
  });

  it('lists what only a person can decide, in the new text', () => {
    const text = old((flow) => {
      flow.screens[1]!.layout.children.pop();
    });
    const { edits, open } = upgrade(parseFlow(text), '7.3');
    expect(open.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'MISSING_FOOTER_ON_TERMINAL_SCREEN screens[1]',
    ]);
    const after = applyEdits(text, edits);
    expect(after.slice(open[0]!.span.start, open[0]!.span.end)).toContain('"SECOND"');
  });

  it('says when select actions begin or cease to run on render', () => {
    const text = (version: string): string =>
      flowText(
        [
          lastScreen([
            {
              type: 'Dropdown',
              name: 'pick',
              label: 'Pick',
              'data-source': [{ id: 'a', title: 'A' }],
              'on-select-action': { name: 'data_exchange', payload: {} },
            },
          ]),
        ],
        { version, data_api_version: '3.0', routing_model: { LAST: [] } },
      );
    expect(upgrade(parseFlow(text('5.1')), '6.3').notes.map(english)[0]).toContain('also run');
    expect(upgrade(parseFlow(text('6.3')), '7.3').notes.map(english)[0]).toContain('no longer run');
    expect(upgrade(parseFlow(text('5.1')), '7.3').notes).toEqual([]);
  });
});

describe('the routing model', () => {
  it('follows the actions', () => {
    expect(routesFromActions(parseFlow(textOf(plainFlow())))).toEqual({ FIRST: ['SECOND'], SECOND: [] });
  });

  it('is sorted by the order of the screens', () => {
    const flow = endpointFlow();
    flow.routing_model = { THIRD: [], SECOND: ['THIRD'], FIRST: ['THIRD', 'SECOND'], OTHER: [] };
    const text = textOf(flow);
    const sorted = applyEdits(text, sortRoutes(parseFlow(text)));
    expect(Object.entries((JSON.parse(sorted) as FlowValue).routing_model!)).toEqual([
      ['FIRST', ['SECOND', 'THIRD']],
      ['SECOND', ['THIRD']],
      ['THIRD', []],
      ['OTHER', []],
    ]);
  });
});

describe('extracting a value to data', () => {
  const text = textOf(plainFlow());
  const extract = (of: string, needle: string): string => {
    const flow = parseFlow(of);
    const literal = literalAt(flow, of.indexOf(needle) + 1)!;
    return applyEdits(of, extractToData(flow, literal, nameFor(literal)));
  };

  it('declares it with its type and example, binds it', () => {
    const after = JSON.parse(extract(text, '"Your name"')) as FlowValue;
    expect(after.screens[0]!.data['full_name_label']).toEqual({ type: 'string', __example__: 'Your name' });
    expect(after.screens[0]!.layout.children[1]!['label']).toBe('${data.full_name_label}');
  });

  it('hands it over wherever the flow navigates to the screen, and leaves the flow clean', () => {
    const flow = plainFlow();
    flow.screens[1]!.layout.children.unshift({ type: 'TextHeading', text: 'Thanks' });
    const after = extract(textOf(flow), '"Thanks"');
    expect((JSON.parse(after) as FlowValue).screens[0]!.layout.children[3]!['on-click-action']).toMatchObject(
      {
        payload: { text: 'Thanks' },
      },
    );
    expect(errors(after)).toEqual([]);
  });

  it('makes a data model where there is none', () => {
    const after = extract(flowText([lastScreen([{ type: 'TextBody', text: 'Hi' }])]), '"Hi"');
    expect((JSON.parse(after) as FlowValue).screens[0]!.data).toEqual({
      text: { type: 'string', __example__: 'Hi' },
    });
    expect(errors(after)).toEqual([]);
  });

  it('is offered for values that may be bound, and for nothing else', () => {
    const flow = parseFlow(text);
    const offered = (needle: string): boolean => literalAt(flow, text.indexOf(needle) + 1) !== undefined;
    expect(offered('"Your name"')).toBe(true);
    expect(offered('"full_name"')).toBe(false);
    expect(offered('"TextInput"')).toBe(false);
    expect(offered('"${data.welcome}"')).toBe(false);
    expect(offered('"SECOND"')).toBe(false);
  });
});

describe('moving a component to another screen', () => {
  const text = flowText([
    screen(
      [
        { type: 'TextInput', name: 'city', label: '${data.ask}' },
        { type: 'TextBody', text: '${form.city}' },
        footer(navigate('LAST')),
      ],
      { data: { ask: { type: 'string', __example__: 'Where?' } } },
    ),
    lastScreen([{ type: 'TextBody', text: '${screen.FIRST.form.city}' }]),
  ]);

  it('takes references along in both directions', () => {
    const flow = parseFlow(text);
    const [input] = flow.screens[0]!.components;
    const after = applyEdits(text, moveComponent(flow, input!, flow.screens[1]!));
    const [first, second] = (JSON.parse(after) as FlowValue).screens;
    expect(first!.layout.children[0]).toEqual({ type: 'TextBody', text: '${screen.LAST.form.city}' });
    expect(second!.layout.children.slice(0, 2)).toEqual([
      { type: 'TextBody', text: '${form.city}' },
      { type: 'TextInput', name: 'city', label: '${screen.FIRST.data.ask}' },
    ]);
    expect(errors(after)).toEqual([]);
  });

  it('and back again gives the same flow', () => {
    const flow = parseFlow(text);
    const there = applyEdits(text, moveComponent(flow, flow.screens[0]!.components[0]!, flow.screens[1]!));
    const between = parseFlow(there);
    const input = between.screens[1]!.components.find(({ name }) => name === 'city')!;
    const back = JSON.parse(
      applyEdits(there, moveComponent(between, input, between.screens[0]!)),
    ) as FlowValue;
    const sameButOrder = (value: FlowValue): unknown =>
      value.screens.map(({ layout }) => layout.children.map((child) => JSON.stringify(child)).sort());
    expect(sameButOrder(back)).toEqual(sameButOrder(JSON.parse(text) as FlowValue));
  });
});
