import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { fixers, fixesFor } from '../../../../src/flowjson/fixes';
import {
  insertItem,
  remove,
  replace,
  setProperties,
  setProperty,
} from '../../../../src/flowjson/model/edits';
import { fixAll } from '../../../../src/flowjson/fixes/fixAll';
import { english } from '../../../../src/flowjson/message';
import type { Flow } from '../../../../src/flowjson/model/flow';
import { rules } from '../../../../src/flowjson/rules';
import { applyEdits, type Edit } from '../../../../src/flowjson/text/edit';
import { valueOf } from '../../../../src/flowjson/text/nodes';
import { flowText, footer, lastScreen, navigate, oneScreen, screen } from '../support';
import { cases } from './cases';

const edited = (flow: Flow, edits: readonly Edit[]): string => applyEdits(flow.tree.text, edits);

/** The text after the fix of that kind for the first diagnosis that offers it. */
function fixed(text: string, kind: string): string {
  const flow = parseFlow(text);
  const fixes = diagnose(flow).flatMap((diagnosis) => fixesFor(flow, diagnosis));
  return edited(flow, fixes.find((fix) => fix.kind === kind)!.edits());
}

describe('fixes', () => {
  it('are for rules that exist', () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect(Object.keys(fixers).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('never throw, whatever half of a flow is there', () => {
    const texts = Object.values(cases);
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(20), (text, at, cut) => {
        const start = at % Math.max(1, text.length);
        const flow = parseFlow(text.slice(0, start) + text.slice(start + cut));
        for (const diagnosis of diagnose(flow)) for (const fix of fixesFor(flow, diagnosis)) fix.edits();
      }),
      { numRuns: 300 },
    );
  });

  it('declare data with the type that is needed, and hand it over', () => {
    const text = flowText([
      screen([footer(navigate('LAST'))]),
      lastScreen([
        { type: 'TextBody', text: '${data.name}' },
        { type: 'TextInput', name: 'a', label: 'A', enabled: '${data.on}' },
      ]),
    ]);
    const both = fixed(fixed(text, 'declare-data'), 'declare-data');
    const flow = JSON.parse(both) as { screens: Record<string, unknown>[] };
    expect(flow.screens[1]!['data']).toEqual({
      name: { type: 'string', __example__: 'Example' },
      on: { type: 'boolean', __example__: true },
    });
    expect(JSON.stringify(flow.screens[0])).toContain('"payload":{"name":"Example","on":true}');
    expect(diagnose(parseFlow(both)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('hand over what is entered under the same name', () => {
    const text = flowText([
      screen([{ type: 'TextInput', name: 'name', label: 'Name' }, footer(navigate('LAST'))]),
      lastScreen([{ type: 'TextBody', text: '${data.name}' }], {
        data: { name: { type: 'string', __example__: 'Ada' } },
      }),
    ]);
    expect(fixed(text, 'add-payload-keys')).toContain('"name": "${form.name}"');
  });

  it('say in their titles what they do', () => {
    const flow = parseFlow(oneScreen([{ type: 'TextBody', text: 'x', visable: true }]));
    const titles = diagnose(flow).flatMap((one) => fixesFor(flow, one).map(({ title }) => english(title)));
    expect(titles).toEqual(['Rename to "visible"', 'Remove "visable"']);
  });

  it('set limits of several pickers so that all their files may be sent', () => {
    const picker = (name: string) => ({ type: 'PhotoPicker', name, label: name, 'min-uploaded-photos': 8 });
    const text = flowText([
      screen([picker('a'), footer(navigate('LAST'))]),
      screen(
        [picker('b'), footer({ name: 'complete', payload: { a: '${screen.FIRST.form.a}', b: '${form.b}' } })],
        { id: 'LAST', terminal: true },
      ),
    ]);
    const after = fixed(text, 'set-picker-limits');
    expect(after.match(/"max-uploaded-photos": 5/g)).toHaveLength(2);
    expect(after.match(/"min-uploaded-photos": 5/g)).toHaveLength(2);
    expect(diagnose(parseFlow(after)).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('all of a kind', () => {
  const body = (text: string, more = {}) => ({ type: 'TextBody', text, ...more });

  it('are mended at once, neighbours too', () => {
    const wrong = { visable: true, a: 1, b: 2 };
    const flow = parseFlow(oneScreen([body('x', wrong), body('y', wrong), body('z')]));
    const after = edited(flow, fixAll(flow, ['remove-property']));
    expect(diagnose(parseFlow(after)).filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(JSON.parse(after)).toEqual(JSON.parse(oneScreen([body('x'), body('y'), body('z')])));
  });

  it('leave everything else as it is', () => {
    const text = oneScreen([body('x', { visible: 'true', markdwn: true })]);
    const flow = parseFlow(text);
    expect(edited(flow, fixAll(flow, ['mend-quotes']))).toBe(text.replace('"true"', 'true'));
  });

  it('get different names where they must be unique', () => {
    const input = { type: 'TextInput', name: 'a', label: 'A' };
    const flow = parseFlow(oneScreen([input, input, input]));
    const after = parseFlow(edited(flow, fixAll(flow, ['make-name-unique'])));
    expect([...after.screens[0]!.named().keys()]).toEqual(['a', 'a_2', 'a_3']);
  });

  it('are none where nothing is to be mended', () => {
    const flow = parseFlow(oneScreen([body('x')]));
    expect(fixAll(flow, ['mend-quotes', 'remove-property'])).toEqual([]);
  });
});

describe('edits', () => {
  const top = (flow: Flow) => flow.tree.top!;

  it('write as the lines around are written', () => {
    const flow = parseFlow(
      '{\r\n\t"version": "7.3",\r\n\t"a": { "b": 1 },\r\n\t"c": {},\r\n\t"screens": []\r\n}',
    );
    const at = (key: string) => valueOf(top(flow), key)!;
    expect(edited(flow, setProperty(flow, at('a'), 'd', [1, { e: 2 }]))).toContain(
      '{ "b": 1, "d": [1, { "e": 2 }] }',
    );
    expect(edited(flow, setProperty(flow, at('c'), 'd', 2))).toContain('\t"c": {\r\n\t\t"d": 2\r\n\t},\r\n');
    expect(edited(flow, setProperty(flow, top(flow), 'x', { y: 1 }, 'screens'))).toContain(
      '\r\n\t"x": {\r\n\t\t"y": 1\r\n\t},\r\n\t"screens"',
    );
    expect(edited(flow, insertItem(flow, at('screens'), 1))).toContain('"screens": [\r\n\t\t1\r\n\t]');
  });

  it('add no white space to a text without any', () => {
    const flow = parseFlow('{"version":"7.3","screens":[]}');
    const edits = setProperties(flow, top(flow), { a: { b: 1 }, c: [1, 2] });
    expect(edited(flow, edits)).toBe('{"version":"7.3","screens":[],"a":{"b":1},"c":[1,2]}');
  });

  it('replace what stands there and take it away', () => {
    const flow = parseFlow('{ "version": "7.3", "a": [1, 2, 3], "screens": [] }');
    const list = valueOf(top(flow), 'a')!;
    const [one, two, three] = list.children!;
    expect(edited(flow, remove(flow, one!, two!))).toContain('"a": [3]');
    expect(edited(flow, remove(flow, two!, three!))).toContain('"a": [1]');
    expect(edited(flow, remove(flow, list))).toBe('{ "version": "7.3", "screens": [] }');
    expect(edited(flow, replace(flow, list, { b: 'x' }))).toContain('"a": { "b": "x" }');
  });
});
