import type { Span } from '../../flowjson/text/span';
import { resolvedType, typeOfReference } from '../../flowjson/expression/resolve';
import { typeName } from '../../flowjson/expression/valueTypes';
import type { Flow } from '../../flowjson/model/flow';
import { exampleOf, sourceOf } from '../context/describe';
import { inLine } from '../context/passage';

/** What stands behind a binding, at an offset of the text. */
export interface ExampleHint {
  readonly offset: number;
  /** The example, or the type where there is none. */
  readonly text: string;
}

/** The longest hint, in characters. */
const longest = 30;

/** The examples of the values that are bound within a stretch of the text. */
export function examplesIn(flow: Flow, { start, end }: Span): ExampleHint[] {
  const hints: ExampleHint[] = [];
  for (const screen of flow.screens) {
    const around = flow.tree.span(screen.node);
    if (around.end < start || around.start > end) continue;
    for (const { node, to, context } of screen.references()) {
      const at = flow.tree.span(node).end;
      if (context !== 'binding' || to === undefined || at < start || at > end) continue;
      const resolution = typeOfReference(flow, screen, to);
      const example = resolution.is === 'data' ? exampleOf(resolution.screen, to.path) : undefined;
      const text = example
        ? inLine(sourceOf(flow, example, 200), longest)
        : typeName(resolvedType(resolution));
      if (text !== 'unknown') hints.push({ offset: at, text });
    }
  }
  return hints;
}
