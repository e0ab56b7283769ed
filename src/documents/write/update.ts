import type { Accounts } from '../../accounts/accounts';
import type { CallOptions, Receipt, Session } from '../../cams/types';
import { change } from '../../flows/change';
import { oneFlow } from '../../flows/requests';
import type { FlowRef } from '../../flows/types';
import { CancelledError } from '../../platform/cancellation';

/** What came of UpdateFlowJSONAsset itself, whatever happened to the account meanwhile. */
export type Update = { readonly receipt: Receipt } | { readonly error: unknown };

/**
 * Tells CAMS of a file, once. Cancelling helps until the request leaves; after that it is not cancelled any more, since
 * CAMS would carry it out all the same and nobody would hear of it.
 */
export async function update(
  accounts: Pick<Accounts, 'call'>,
  ref: FlowRef,
  filePath: string,
  { signal, lane }: CallOptions,
): Promise<Update> {
  const controller = new AbortController();
  const abort = () => controller.abort(new CancelledError());
  const letGo = () => signal?.removeEventListener('abort', abort);
  try {
    const receipt = await change(accounts, ref, (cams, session) => {
      signal?.addEventListener('abort', abort, { once: true });
      const options = { signal: controller.signal, lane };
      return cams.updateFlowJson(told(session, letGo), { ...oneFlow(ref), filePath }, options);
    });
    return { receipt };
  } catch (error) {
    return { error };
  } finally {
    letGo();
  }
}

/** The same session, which tells when its keys are taken: the last moment before a request leaves. */
function told(session: Session, leaving: () => void): Session {
  return {
    accountId: session.accountId,
    endpoint: session.endpoint,
    credential: async (signal) => {
      const credential = await session.credential(signal);
      leaving();
      return credential;
    },
  };
}
