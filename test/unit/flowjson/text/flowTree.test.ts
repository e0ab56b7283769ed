import fc from 'fast-check';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FlowTree } from '../../../../src/flowjson/text/flowTree';
import { originOf } from '../../../../src/flowjson/text/movedNode';
import { deepestNesting } from '../../../../src/flowjson/text/nesting';
import {
  plainValue,
  properties,
  stringsBelow,
  valueOf,
  type Node,
} from '../../../../src/flowjson/text/nodes';
import { flowText, lastScreen, screen } from '../support';

const sample = fs.readFileSync('test/simulator/flows/appointment-booking.json', 'utf8');

/** Everything a tree says, so that two trees can be compared. */
function told(tree: FlowTree): unknown {
  const nodes: unknown[] = [];
  const visit = (node: Node): void => {
    nodes.push([
      tree.path(node),
      tree.span(node),
      node.type,
      node.type === 'string' ? node.value : undefined,
    ]);
    node.children?.forEach(visit);
  };
  if (tree.top) visit(tree.top);
  tree.screens.forEach(visit);
  return { nodes, problems: tree.problems, tooDeep: tree.tooDeep };
}

describe('the tree of a flow', () => {
  it('knows where everything stands, although each screen is a tree of its own', () => {
    const tree = FlowTree.parse(sample);
    expect(tree.screens.length).toBeGreaterThan(1);
    for (const [index, root] of tree.screens.entries()) {
      expect(root.offset).toBe(0);
      const id = valueOf(root, 'id')!;
      expect(tree.source(id)).toBe(JSON.stringify(id.value));
      expect(tree.path(id)).toBe(`screens[${index}].id`);
      expect(tree.nodeAt(tree.span(id).start + 1)).toBe(id);
    }
    expect(JSON.parse(sample)).toMatchObject({ screens: tree.screens.map(plainValue) });
  });

  it('gives a property, its key and its value the same path', () => {
    const tree = FlowTree.parse(flowText([screen([{ type: 'TextBody', text: 'x' }])]));
    const layout = properties(tree.screens[0]).find(({ key }) => key === 'layout')!;
    const paths = [layout.node, layout.keyNode, layout.value!].map((node) => tree.path(node));
    expect(paths).toEqual(['screens[0].layout', 'screens[0].layout', 'screens[0].layout']);
    const text = [...stringsBelow(tree.screens[0]!)].find(({ value }) => value === 'x')!;
    expect(tree.path(text)).toBe('screens[0].layout.children[0].text');
  });

  it('finds a place inside a string with escapes', () => {
    const text = flowText([screen([{ type: 'TextBody', text: 'a\n"b" ${data.c}' }])]);
    const tree = FlowTree.parse(text);
    const node = [...stringsBelow(tree.screens[0]!)].find(({ value }) => String(value).includes('data.c'))!;
    const from = String(node.value).indexOf('${');
    const span = tree.spanInside(node, from, String(node.value).length);
    expect(text.slice(span.start, span.end)).toBe('${data.c}');
  });

  it('keeps the nodes of screens that did not change', () => {
    const before = FlowTree.parse(sample);
    const edited = sample.replace('"title": "', '"title": "New ');
    const after = FlowTree.parse(edited, before);
    const kept = after.screens.filter((root, index) => root === before.screens[index]);
    expect(kept).toHaveLength(before.screens.length - 1);
  });

  it('keeps them too when a screen is added in front, and after a moment of broken text', () => {
    const one = flowText([screen([]), lastScreen()]);
    const two = flowText([screen([], { id: 'NEW' }), screen([]), lastScreen()]);
    const before = FlowTree.parse(one);
    const grown = FlowTree.parse(two, before);
    expect(grown.screens.slice(1).map((root, index) => root === before.screens[index])).toEqual([true, true]);
    const broken = FlowTree.parse(two.replace('"version": "7.3"', '"version": "7.3'), grown);
    expect(broken.problems.length).toBeGreaterThan(0);
    const mended = FlowTree.parse(two, broken);
    expect(mended.screens.map((root, index) => root === grown.screens[index])).toEqual([true, true, true]);
  });

  it('does not let two screens with the same text share nodes', () => {
    const text = flowText([screen([]), screen([])]);
    const again = FlowTree.parse(`${text} `, FlowTree.parse(flowText([screen([])])));
    expect(new Set(again.screens).size).toBe(2);
    expect(again.screens.map((root) => again.path(root))).toEqual(['screens[0]', 'screens[1]']);
  });

  it('refuses nesting that would break recursive readers, and says so', () => {
    expect(FlowTree.parse('['.repeat(deepestNesting + 1)).tooDeep).toBe(true);
    expect(FlowTree.parse('['.repeat(100_000)).tooDeep).toBe(true);
    expect(FlowTree.parse('['.repeat(deepestNesting)).tooDeep).toBe(false);
    expect(FlowTree.parse(JSON.stringify({ a: '{[\\"'.repeat(1000) })).tooDeep).toBe(false);
    expect(FlowTree.parse('"unfinished {\n' + '['.repeat(300)).tooDeep).toBe(true);
  });

  it.each([
    '',
    ' ',
    'null',
    '[]',
    '{',
    '{"screens":',
    '{"screens":[',
    '{"screens":[1,{"id"',
    '"x',
    '{"screens":{}}',
  ])('reads %j without complaint', (text) => {
    const tree = FlowTree.parse(text);
    for (let offset = 0; offset <= text.length; offset += 1) tree.nodeAt(offset);
    expect(told(tree)).toBeDefined();
  });
});

describe('reading again after an edit', () => {
  const edit = fc.record({
    at: fc.nat(sample.length),
    drop: fc.nat(12),
    text: fc.oneof(
      fc.constantFrom('', 'x', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', '{}', '"a": 1,', '{"id":"N"},'),
      fc.string({ maxLength: 8 }),
    ),
  });

  it('says the same as reading for the first time, whatever was typed', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = sample;
        let tree = FlowTree.parse(text);
        for (const { at, drop, text: typed } of edits) {
          text = text.slice(0, at) + typed + text.slice(at + drop);
          tree = FlowTree.parse(text, tree);
          expect(told(tree)).toEqual(told(FlowTree.parse(text)));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says the same at every key of a person who types in one place', () => {
    const key = fc.constantFrom('x', '"', '{', '}', '[', ']', ',', ':', '\\', '\n', ' ', '1', 'backspace');
    fc.assert(
      fc.property(fc.nat(sample.length), fc.array(key, { minLength: 3, maxLength: 12 }), (place, keys) => {
        let text = sample;
        let at = place;
        let tree = FlowTree.parse(text);
        for (const typed of keys) {
          const from = typed === 'backspace' ? Math.max(0, at - 1) : at;
          const added = typed === 'backspace' ? '' : typed;
          text = text.slice(0, from) + added + text.slice(at);
          at = from + added.length;
          tree = FlowTree.parse(text, tree);
          expect(told(tree)).toEqual(told(FlowTree.parse(text)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('sees what is wrong between items that stay where they are', () => {
    const text = flowText([
      screen(Array.from({ length: 4 }, () => ({ type: 'TextBody', text: 'x'.repeat(90) }))),
    ]);
    for (const { index } of text.matchAll(/\},/g)) {
      const next = `${text.slice(0, index + 1)} ${text.slice(index + 2)}`;
      expect(told(FlowTree.parse(next, FlowTree.parse(text)))).toEqual(told(FlowTree.parse(next)));
    }
  });

  it('lets a number between items grow', () => {
    for (const { index } of sample.matchAll(/(?<=\},)/g)) {
      let tree = FlowTree.parse(sample);
      for (const typed of ['1', '11', '112']) {
        const text = sample.slice(0, index) + typed + sample.slice(index);
        tree = FlowTree.parse(text, tree);
        expect(told(tree)).toEqual(told(FlowTree.parse(text)));
      }
    }
  });

  it('takes over what lies beside an edit inside of a screen, wherever it stands then', () => {
    const text = flowText([
      screen([
        { type: 'TextBody', text: 'before '.repeat(20) },
        { type: 'TextBody', text: 'here' },
        { type: 'TextBody', text: 'behind '.repeat(20) },
      ]),
    ]);
    let tree = FlowTree.parse(text);
    for (const typed of ['h', 'he', 'her', 'here and "', 'here and more']) {
      const next = text.replace('"here"', `"${typed}"`);
      tree = FlowTree.parse(next, tree);
      expect(told(tree)).toEqual(told(FlowTree.parse(next)));
    }
  });

  it('reads no more than the component in which a quotation mark is one too many', () => {
    const input = (label: string) => ({
      type: 'TextInput',
      label,
      'helper-text': 'What to write. '.repeat(9),
    });
    const text = flowText([screen(['before', 'here', 'behind'].map(input))]);
    const before = FlowTree.parse(text);
    const broken = FlowTree.parse(text.replace('"here"', '""here"'), before);
    expect(broken.problems).not.toEqual([]);
    const components = ({ screens }: FlowTree) =>
      valueOf(valueOf(screens[0], 'layout'), 'children')!.children!.map(originOf);
    const [first, , last] = components(before);
    expect(components(broken)[0]).toBe(first);
    expect(components(broken)[2]).toBe(last);
  });

  it('knows the screens again that a moment of broken text hid', () => {
    const text = flowText([screen([], { id: 'A' }), screen([], { id: 'B' }), lastScreen()]);
    const before = FlowTree.parse(text);
    const broken = FlowTree.parse(text.replace('"id":', '"id":}}]'), before);
    expect(broken.screens.length).toBeLessThan(before.screens.length);
    const mended = FlowTree.parse(text, broken);
    expect(mended.screens.map((root, index) => root === before.screens[index])).toEqual([true, true, true]);
  });
});
