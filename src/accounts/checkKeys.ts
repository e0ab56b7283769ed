import type { CallOptions } from '../cams/types';
import { isCamsError } from '../cams/errors';
import { isListingRefused, type Accounts, type Listing } from './accounts';
import type { Keys } from './keys';
import { listInstances } from './spaces';

/** What a harmless call with new keys has told. */
export interface CheckedKeys {
  readonly keys: Keys;
  /** Where the keys were tried, and where they will be used. */
  readonly endpoint: string;
  readonly listing: Listing;
  /** The keys are right, but their account has not activated CAMS: the error that says so. */
  readonly notSubscribed?: unknown;
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
      if (!isCamsError(error)) throw error;
      if (error.situation === 'notSubscribed')
        return { keys, endpoint, listing: 'unknown', notSubscribed: error };
      // Not everybody's CAMS may have ListInstance, which is the youngest of the operations.
      if (!['service', 'notFound', 'malformed'].includes(error.situation)) throw error;
    }
    try {
      await cams.listFlows(session, { index: 1, size: 1 }, options);
      return { keys, endpoint, listing: 'refused' };
    } catch (error) {
      if (provesKeys(error)) return { keys, endpoint, listing: 'refused' };
      throw error;
    }
  });
}

/** Refusals that come after the signature was found right. */
function provesKeys(error: unknown): boolean {
  if (!isCamsError(error)) return false;
  if (error.situation === 'permission' || error.situation === 'wrongSpace') return true;
  const wrongAddress = /^(InvalidApi|InvalidProduct|InvalidVersion|NoSuchVersion|InvalidProtocol)/;
  return (
    error.situation === 'service' && (error.httpStatus ?? 500) < 500 && !wrongAddress.test(error.code ?? '')
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
