import type { Command } from './command';

export const flowCopyJson: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.copyJson');
};
