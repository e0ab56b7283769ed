import type { CallOptions } from '../cams/types';
import { isCamsError, situationOf } from '../cams/errors';
import { isListingRefused, type Accounts, type Listing } from './accounts';
import type { Keys } from './keys';
import { listInstances } from './spaces';

/** What a harmless call with new keys has told. */
export interface CheckedKeys {
  readonly keys: Keys;
  /** Where the keys were tried, and where they will be used. */
  readonly endpoint: string;
  readonly listing: Listing;
  /**
   * The keys seem right, but CAMS answered with this error: their account has not activated CAMS, or
   * something that nobody has documented. The person decides.
   */
  readonly doubt?: unknown;
}

/**
 * Tries new keys with ListInstance: it changes nothing, tells the spaces, and even its refusal for lack
 * of permission comes only after the keys were found right. Rejects when they are not, or cannot be told.
 */
export async function checkKeys(
  accounts: Accounts,
  keys: Keys,
  endpoint: string,
  options: CallOptions,
): Promise<CheckedKeys> {
  return accounts.callWith(keys, endpoint, async (cams, session) => {
    // A role comes first: what STS refuses says nothing of CAMS.
    await session.credential(options.signal);
    try {
      return { keys, endpoint, listing: await listInstances(cams, session, options) };
    } catch (error) {
      if (isListingRefused(error)) return { keys, endpoint, listing: 'refused' };
      if (situationOf(error) === 'notSubscribed') return { keys, endpoint, listing: 'unknown', doubt: error };
      // Not everybody's CAMS may have ListInstance, which is the youngest of the operations.
      if (!['service', 'notFound', 'malformed', 'wrongSpace'].includes(situationOf(error) ?? '')) throw error;
    }
    try {
      await cams.listFlows(session, { index: 1, size: 1 }, options);
      return { keys, endpoint, listing: 'refused' };
    } catch (error) {
      // Both come after the signature was found right.
      const isProof = ['permission', 'wrongSpace'].includes(situationOf(error) ?? '');
      if (isProof) return { keys, endpoint, listing: 'refused' };
      if (isFromService(error)) return { keys, endpoint, listing: 'refused', doubt: error };
      throw error;
    }
  });
}

/** A refusal by CAMS itself, not by a gateway that does not know it, nor because it is down. */
function isFromService(error: unknown): boolean {
  const isWrongAddress = /^(InvalidApi|InvalidProduct|InvalidVersion|NoSuchVersion|InvalidProtocol)/;
  return (
    isCamsError(error) &&
    error.situation === 'service' &&
    (error.httpStatus ?? 500) < 500 &&
    !isWrongAddress.test(error.code ?? '')
  );
}

/**
 * Asks CAMS for a single flow of a space: rejects when the space belongs to somebody else. A key that may
 * not list flows cannot tell; its flows can still be opened by ID.
 */
export async function checkSpace(
  accounts: Accounts,
  accountId: string,
  spaceId: string,
  options: CallOptions,
): Promise<void> {
  const custSpaceId = spaceId === '' ? undefined : spaceId;
  try {
    await accounts.call(accountId, (cams, session) =>
      cams.listFlows(session, { custSpaceId, index: 1, size: 1 }, options),
    );
  } catch (error) {
    if (!(isCamsError(error) && error.situation === 'permission' && error.operation === 'ListFlow'))
      throw error;
  }
}
