import * as vscode from 'vscode';
import { mentionAt } from '../../flowjson/symbols/mentions';
import type { Span } from '../../flowjson/text/span';
import type { Flow } from '../../flowjson/model/flow';
import { referencesOf } from '../../flowjson/model/reference';
import type { FlowTexts } from '../flowTexts';
import { rangeOf } from '../ranges';

/** Expand Selection by meaning: name, reference, text, property, component, list, screen, flow. */
export class Selections implements vscode.SelectionRangeProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
  ): vscode.SelectionRange[] | undefined {
    const flow = this.texts.of(document);
    if (!flow) return undefined;
    return positions.map((position) => {
      const spans = spansAround(flow, document.offsetAt(position));
      const whole = new vscode.SelectionRange(rangeOf(document, { start: 0, end: flow.tree.text.length }));
      return spans.reduceRight((parent, span) => {
        const range = rangeOf(document, span);
        return parent.range.contains(range) && !parent.range.isEqual(range)
          ? new vscode.SelectionRange(range, parent)
          : parent;
      }, whole);
    });
  }
}

/** From the smallest stretch around an offset to the largest. */
function spansAround(flow: Flow, offset: number): Span[] {
  const { tree } = flow;
  const spans: Span[] = [];
  const name = mentionAt(flow, offset);
  if (name) spans.push(name.span);
  const node = tree.nodeAt(offset);
  if (node?.type === 'string') {
    for (const { start, end } of referencesOf(node)) {
      const span = tree.spanInside(node, start, end);
      if (span.start <= offset && offset <= span.end) spans.push(span);
    }
    const { start, end } = tree.span(node);
    spans.push({ start: start + 1, end: end - 1 });
  }
  for (let at = node; at; at = tree.parent(at)) spans.push(tree.span(at));
  return spans;
}
