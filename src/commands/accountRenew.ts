import { renewKeys } from '../accounts/signIn';
import { accountTarget } from './accountTarget';
import type { Command } from './command';

/** Without an account named, those come first whose keys no longer work. */
export const accountRenew: Command = async (parts, args) => {
  const { accounts } = parts;
  const broken = accounts.all.filter(({ state }) => state !== 'ready');
  const account = await accountTarget(parts, args, broken.length > 0 ? broken : accounts.all);
  if (account === undefined) return;
  await renewKeys(accounts, account);
};
