import type { Flow } from '../../flowjson/model/flow';
import type { Span } from '../../flowjson/text/span';
import type { Drawn, ShownScreen } from '../../player/player';
import type { Flag } from '../../webview/local/contract';
import type { TrackedProblem } from '../text/trackedProblems';

/** The innermost component of a screen whose text holds all of a place. */
export function componentAt(screen: ShownScreen, place: Span): Drawn | undefined {
  let found: Drawn | undefined;
  let level: readonly Drawn[] =
    screen.footer === null ? screen.components : [...screen.components, screen.footer];
  for (;;) {
    // A Footer stands beside the components, wherever it is in the text: the smaller one is the inner one.
    const inner = level.filter((one) => holds(one.place, place)).sort((a, b) => sizeOf(a) - sizeOf(b))[0];
    if (inner === undefined || (found !== undefined && sizeOf(inner) >= sizeOf(found))) return found;
    found = inner;
    level = inner.children;
  }
}

/** The screen whose text holds an offset. */
export function screenAt(flow: Flow, offset: number): string | undefined {
  return flow.screens.find(({ node }) => holds(flow.tree.span(node), { start: offset, end: offset }))?.id;
}

/**
 * What the rules say against each component of a screen, by its key; against the rest of the screen under `''`. What they
 * only mention (an input that nothing reads yet) stands in the text.
 */
export function flagsOf(
  screen: ShownScreen,
  problems: readonly TrackedProblem[],
): Readonly<Record<string, readonly Flag[]>> {
  const flags: Record<string, Flag[]> = {};
  for (const { start, end, id, severity, text, code } of problems) {
    if (severity === 'info' || !holds(screen.place, { start, end })) continue;
    (flags[componentAt(screen, { start, end })?.key ?? ''] ??= []).push({ id, severity, text, code });
  }
  return flags;
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function sizeOf({ place }: Drawn): number {
  return place.end - place.start;
}
