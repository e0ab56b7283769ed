import type { Accounts } from '../accounts/accounts';
import type { Cams } from '../cams/cams';
import type { Session } from '../cams/types';
import { isCancelled } from '../platform/cancellation';
import type { SpaceRef } from './types';

type Operation<T> = (cams: Cams, session: Session) => Promise<T>;

/**
 * A change of CAMS. When the account is changed while it is under way, its answer counts all the same: what was done is done,
 * and what may have been done is no plain cancellation.
 */
export async function change<T>(
  accounts: Pick<Accounts, 'call'>,
  { accountId }: SpaceRef,
  operation: Operation<T>,
): Promise<T> {
  let answer: Promise<T> | undefined;
  try {
    return await accounts.call(accountId, (cams, session) => (answer = operation(cams, session)));
  } catch (error) {
    if (answer !== undefined && isCancelled(error)) return answer;
    throw error;
  }
}
