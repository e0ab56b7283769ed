import type { Accounts } from '../../accounts/accounts';
import { isCamsError } from '../../cams/errors';
import type { CallOptions } from '../../cams/types';
import { oneFlow } from '../../flows/requests';
import type { FlowRef } from '../../flows/types';
import type { Look } from './writing';

/** The JSON of a flow as CAMS has it now, byte for byte: kept nowhere. */
export async function download(
  accounts: Pick<Accounts, 'call'>,
  ref: FlowRef,
  options?: CallOptions,
): Promise<Uint8Array> {
  const asset = await accounts.call(ref.accountId, (cams, session) =>
    cams.getFlowJson(session, oneFlow(ref), options),
  );
  return asset.bytes;
}

/** The same; undefined when it has none. */
export async function lookAt(
  accounts: Pick<Accounts, 'call'>,
  ref: FlowRef,
  options?: CallOptions,
): Promise<Uint8Array | undefined> {
  try {
    return await download(accounts, ref, options);
  } catch (error) {
    if (hasNoJson(error)) return undefined;
    throw error;
  }
}

/** The same, and when CAMS was asked: waiting for a turn in the quota does not count. */
export async function datedLookAt(
  accounts: Pick<Accounts, 'call'>,
  ref: FlowRef,
  options?: CallOptions,
): Promise<Look> {
  let at = Date.now();
  const remote = await lookAt(accounts, ref, { ...options, onSent: () => void (at = Date.now()) });
  return { remote, at };
}

/** True for CAMS's answer that the flow has no JSON. */
export function hasNoJson(error: unknown): boolean {
  return isCamsError(error) && error.situation === 'malformed' && error.reason === 'noJson';
}
