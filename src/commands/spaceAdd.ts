import { addSpace } from '../accounts/askSpace';
import { accountTarget } from './accountTarget';
import type { Command } from './command';

export const spaceAdd: Command = async (parts, args) => {
  const account = await accountTarget(parts, args);
  if (account !== undefined) await addSpace(parts.accounts, account);
};
