import type { Command } from './command';

export const flowOpenJson: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.openJson');
};
