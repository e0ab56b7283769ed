import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../../src/flowjson/diagnosis';
import { fixesFor, type Fix } from '../../../../src/flowjson/fixes';
import { english } from '../../../../src/flowjson/message';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import { isJson } from '../support';

/** Fixes that leave something to a person, who sees it at once: errors may appear that were not there before. */
const leaveSomething: ReadonlySet<string> = new Set([
  // A newer version refuses more, and only a person can decide about it (the refactoring lists it).
  'upgrade-version',
  // An example in the place of something that cannot be read at all.
  'write-sample',
  // Nobody but the author knows what leads to these screens: that they hang apart could not be said before.
  'add-to-routing-model',
  'make-screen-id-unique',
  // What the action led to before it was mistyped may now hang apart.
  'create-screen',
  // What a screen without a layout leads to could not be said before.
  'add-layout',
  // That the local form leads nowhere could not be said before; declaring it is the next fix.
  'use-local-form',
]);

/** Why a fix breaks the law; nothing if it keeps it. */
export function breaksLaw(
  text: string,
  diagnosis: Diagnosis,
  fix: Fix,
  before: readonly Diagnosis[],
): string | undefined {
  const edits = fix.edits();
  const where = `${diagnosis.rule} → ${fix.kind} (${english(fix.title)}) at ${diagnosis.path}: ${english(diagnosis.message)}`;
  if (edits.length === 0) return `${where}\n  changes nothing`;
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  if (sorted.some((edit, index) => index > 0 && edit.start < sorted[index - 1]!.end))
    return `${where}\n  overlaps itself`;
  const edited = applyEdits(text, edits);
  if (isJson(text) && !isJson(edited)) return `${where}\n  leaves no JSON: ${edited.slice(0, 3000)}`;
  const after = diagnose(parseFlow(edited));
  if (
    after.filter((one) => one.rule === diagnosis.rule).length >=
    before.filter((one) => one.rule === diagnosis.rule).length
  ) {
    const left = after
      .filter((one) => one.rule === diagnosis.rule)
      .map(({ path, message }) => `${path} ${english(message)}`);
    return `${where}\n  does not mend it: ${left.join('; ')}`;
  }
  if (leaveSomething.has(fix.kind)) return undefined;
  const errors = (all: readonly Diagnosis[], rule: string) =>
    all.filter((one) => one.rule === rule && one.severity === 'error');
  const rules = new Set(after.map(({ rule }) => rule));
  for (const rule of rules) {
    if (errors(after, rule).length <= errors(before, rule).length) continue;
    const told = errors(after, rule).map(({ path, message }) => `${path} ${english(message)}`);
    return `${where}\n  brings ${rule}: ${told.join('; ')}`;
  }
  return undefined;
}

/** Every fix for what is found in a text, tried out one by one. */
export function* fixesIn(
  text: string,
): Generator<{ diagnosis: Diagnosis; fix: Fix; found: readonly Diagnosis[] }> {
  const flow = parseFlow(text);
  const found = diagnose(flow);
  for (const diagnosis of found) {
    for (const fix of fixesFor(flow, diagnosis)) yield { diagnosis, fix, found };
  }
}
