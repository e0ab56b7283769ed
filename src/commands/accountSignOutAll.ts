import type { Command } from './command';

export const accountSignOutAll: Command = async () => {
  throw new Error('not built yet: camsFlows.account.signOutAll');
};
