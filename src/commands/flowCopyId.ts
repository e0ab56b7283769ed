import type { Command } from './command';

export const flowCopyId: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.copyId');
};
