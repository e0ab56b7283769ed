import type { Command } from './command';

export const accountRename: Command = async () => {
  throw new Error('not built yet: camsFlows.account.rename');
};
