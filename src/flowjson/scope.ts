import { recogniseFlow } from './model/recognise';
import type { Flow } from './model/flow';
import type { Screen } from './model/screen';
import { structuralProblems, type SyntaxProblem } from './text/syntaxProblems';

/** Which rules have something sensible to say about a text; the others would only report what follows from it. */
export interface Scope {
  /** No Flow JSON at all: this is said, and nothing else. */
  readonly foreign: boolean;
  /** The whole text could be read: rules that look at several screens may run. */
  readonly whole: boolean;
  /** The screens that could be read. */
  readonly screens: readonly Screen[];
}

/** Finds out what can be judged in a flow that may be half typed, or something else. */
export function scopeOf(flow: Flow): Scope {
  const { tree } = flow;
  if (recogniseFlow(tree) !== 'flow') return { foreign: true, whole: false, screens: [] };
  if (tree.top === undefined) return { foreign: false, whole: false, screens: [] };
  const problems = structuralProblems(tree);
  if (problems.length === 0) return { foreign: false, whole: true, screens: flow.screens };
  const screens = flow.property('version') === undefined ? [] : soundScreens(flow, problems);
  return { foreign: false, whole: false, screens };
}

/** The screens without a problem inside them or between them and the next one: a brace may be missing or too many. */
function soundScreens(flow: Flow, problems: readonly SyntaxProblem[]): Screen[] {
  return flow.screens.filter((screen, index) => {
    const { start } = flow.tree.span(screen.node);
    const next = flow.screens[index + 1];
    const end = next ? flow.tree.span(next.node).start : flow.tree.text.length;
    return !problems.some((problem) => problem.start >= start && problem.start < end);
  });
}
