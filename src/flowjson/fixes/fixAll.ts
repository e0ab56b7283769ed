import { diagnose, parseFlow } from '../analyse';
import type { Diagnosis } from '../diagnosis';
import type { Flow } from '../model/flow';
import { commonEnds } from '../text/commonEnds';
import { applyEdits, type Edit } from '../text/edit';
import { fixesFor, type Fix } from './index';

/** More rounds than this are not made: what is left can be mended by asking again. */
const mostRounds = 50;

/**
 * Mends everything that some kinds of fixes can mend in a flow. Fixes that get in each other's way are made one after the
 * other, on what the earlier ones left.
 *
 * @returns edits of the flow's text that do not overlap; none where nothing can be mended
 */
export function fixAll(flow: Flow, kinds: readonly string[]): readonly Edit[] {
  let now = flow;
  let left = candidates(now, kinds);
  let edits: readonly Edit[] = [];
  for (let round = 1; left.length > 0 && round <= mostRounds; round += 1) {
    const together = apart(left.map((fix) => fix.edits()));
    const text = applyEdits(now.tree.text, together);
    const next = parseFlow(text, now);
    const after = candidates(next, kinds);
    // A fix that brings up the next one of its kind would go on for ever.
    if (after.length >= left.length) break;
    edits = round === 1 ? together : difference(flow.tree.text, text);
    now = next;
    left = after;
  }
  return edits;
}

/** The fix of one of these kinds for each diagnosis that has one. */
export function candidates(
  flow: Flow,
  kinds: readonly string[],
  found: readonly Diagnosis[] = diagnose(flow),
): Fix[] {
  return found.flatMap(
    (diagnosis) => fixesFor(flow, diagnosis).find(({ kind }) => kinds.includes(kind)) ?? [],
  );
}

/** The edits of as many fixes as do not touch each other. */
function apart(fixes: readonly (readonly Edit[])[]): Edit[] {
  const taken: Edit[] = [];
  for (const edits of fixes) {
    const touches = edits.some((edit) =>
      taken.some((other) => edit.start <= other.end && other.start <= edit.end),
    );
    if (!touches) taken.push(...edits);
  }
  return taken;
}

function difference(before: string, after: string): Edit[] {
  const { prefix, suffix } = commonEnds(before, after);
  return [{ start: prefix, end: before.length - suffix, text: after.slice(prefix, after.length - suffix) }];
}
