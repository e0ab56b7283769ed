import type { Command } from './command';

export const accountRenew: Command = async () => {
  throw new Error('not built yet: camsFlows.account.renew');
};
