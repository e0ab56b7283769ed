import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../src/flowjson/diagnosis';
import type { Flow } from '../../../src/flowjson/model/flow';
import { valueOf, type Node } from '../../../src/flowjson/text/nodes';
import { focusOf } from '../../../src/language/focus';
import { good } from './flows';

/** What is underlined when something is said about this node. */
function underlined(flow: Flow, node: Node, span = flow.tree.span(node)): string {
  const { start, end } = focusOf(flow, { node, span } as Diagnosis);
  return flow.tree.text.slice(start, end);
}

describe('what is underlined', () => {
  const flow = parseFlow(good);
  const screen = flow.screens[0]!;
  const layout = valueOf(screen.node, 'layout')!;

  it('is all of what stands on one line', () => {
    expect(underlined(flow, flow.property('version')!)).toBe('"7.3"');
    const action = screen.actions()[0]!.node;
    expect(underlined(flow, action)).toBe('{ "name": "complete", "payload": {} }');
  });

  it('is the type of a component, the id of a screen', () => {
    expect(underlined(flow, screen.components[0]!.node)).toBe('"Footer"');
    expect(underlined(flow, layout)).toBe('"SingleColumnLayout"');
    expect(underlined(flow, screen.node)).toBe('"ONLY"');
  });

  it('is the key of what has no name', () => {
    expect(underlined(flow, valueOf(layout, 'children')!)).toBe('"children"');
    expect(underlined(flow, flow.tree.screensNode!)).toBe('"screens"');
    expect(underlined(flow, layout.parent!)).toBe('"layout"');
  });

  it('is the opening brace where there is no key either', () => {
    expect(underlined(flow, flow.tree.top!)).toBe('{');
    const nameless = parseFlow('{ "screens": [ {\n "id": 5 } ] }');
    expect(underlined(nameless, nameless.screens[0]!.node)).toBe('{');
    const empty = parseFlow('{ "screens": [ {\n "id": "" } ] }');
    expect(underlined(empty, empty.screens[0]!.node)).toBe('{');
  });

  it('is the part of a text that is meant', () => {
    const version = flow.property('version')!;
    const { start } = flow.tree.span(version);
    expect(underlined(flow, version, { start: start + 1, end: start + 2 })).toBe('7');
  });
});
