import type { Accounts } from '../accounts/accounts';
import { situationOf } from '../cams/errors';
import type { CallOptions, FlowSummary } from '../cams/types';
import { throwIfCancelled } from '../platform/cancellation';
import { inSpace } from './requests';
import { listPages, PAGE_SIZE } from './listing';
import { alike } from './properties';
import type { SpaceRef } from './types';

type Calls = Pick<Accounts, 'call'>;

/** The flows of a space that have this name now. Whether FlowName finds parts of names is not documented: only the whole name counts. */
export async function flowsNamed(
  accounts: Calls,
  space: SpaceRef,
  name: string,
  { signal, lane }: CallOptions,
): Promise<FlowSummary[]> {
  const found: FlowSummary[] = [];
  const ask = (index: number, stop: AbortSignal) =>
    accounts.call(space.accountId, (cams, session) => {
      const request = { flowName: name, index, size: PAGE_SIZE, ...inSpace(space) };
      return cams.listFlows(session, request, { lane, signal: stop });
    });
  for await (const page of listPages(ask, signal ?? new AbortController().signal)) found.push(...page);
  throwIfCancelled(signal);
  return found.filter(({ flowName }) => alike(flowName, name));
}

/** Their IDs. None for who may not list flows, and so cannot look for a lost one either. */
export async function idsNamed(
  accounts: Calls,
  space: SpaceRef,
  name: string,
  options: CallOptions,
): Promise<string[]> {
  try {
    return (await flowsNamed(accounts, space, name, options)).map(({ flowId }) => flowId);
  } catch (error) {
    if (situationOf(error) === 'permission') return [];
    throw error;
  }
}
