import { diagnoseInSteps } from '../flowjson/analyse';
import type { Diagnosis } from '../flowjson/diagnosis';
import type { Flow } from '../flowjson/model/flow';
import { inSlices } from './slices';

/** A flow never changes (a text that changes gives a new one), so what the rules found in it stays true. */
const known = new WeakMap<Flow, readonly Diagnosis[]>();

/** What the rules find in a flow, without holding anybody up; undefined when it was cancelled. */
export async function findInSlices(
  flow: Flow,
  isCancelled: () => boolean,
): Promise<readonly Diagnosis[] | undefined> {
  const before = known.get(flow);
  if (before !== undefined) return before;
  const found = await inSlices(diagnoseInSteps(flow), isCancelled);
  if (found) known.set(flow, found);
  return found;
}
