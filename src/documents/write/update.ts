import type { Accounts } from '../../accounts/accounts';
import type { CallOptions, Receipt, Session } from '../../cams/types';
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
  const request = { flowId: ref.flowId, custSpaceId: ref.spaceId || undefined, filePath };
  let update: Update | undefined;
  const call = accounts.call(ref.accountId, async (cams, session) => {
    const controller = new AbortController();
    const abort = () => controller.abort(new CancelledError());
    signal?.addEventListener('abort', abort, { once: true });
    const letGo = () => signal?.removeEventListener('abort', abort);
    try {
      const options = { signal: controller.signal, lane };
      update = { receipt: await cams.updateFlowJson(told(session, letGo), request, options) };
    } catch (error) {
      update = { error };
    } finally {
      letGo();
    }
  });
  // An account that changed during the call makes a cancelled one of it: what CAMS said before counts.
  await call.catch((error: unknown) => (update ??= { error }));
  return update!;
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
