import type { Command } from './command';

export const accountSignOut: Command = async () => {
  throw new Error('not built yet: camsFlows.account.signOut');
};
