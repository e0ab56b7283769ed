import type { Command } from './command';

export const accountImport: Command = async () => {
  throw new Error('not built yet: camsFlows.account.import');
};
