import type { Command } from './command';

export const flowSaveJsonAs: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.saveJsonAs');
};
