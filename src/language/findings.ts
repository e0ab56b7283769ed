import { diagnose, diagnoseInSteps } from '../flowjson/analyse';
import type { Diagnosis } from '../flowjson/diagnosis';
import type { Flow } from '../flowjson/model/flow';
import { inSlices } from './slices';

/** A flow never changes (a text that changes gives a new one), so what the rules found in it stays true. */
const known = new WeakMap<Flow, readonly Diagnosis[]>();

/** What the rules find in a flow, at once: for a person who waits, as for quick fixes. */
export function findingsOf(flow: Flow): readonly Diagnosis[] {
  return known.get(flow) ?? remember(flow, diagnose(flow));
}

/** The same without holding anybody up; undefined when it was cancelled. */
export async function findInSlices(
  flow: Flow,
  isCancelled: () => boolean,
): Promise<readonly Diagnosis[] | undefined> {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const found = await inSlices(diagnoseInSteps(flow), isCancelled);
  return found && remember(flow, found);
}

function remember(flow: Flow, found: readonly Diagnosis[]): readonly Diagnosis[] {
  known.set(flow, found);
  return found;
}
