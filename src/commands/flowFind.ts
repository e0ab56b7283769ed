import type { Command } from './command';

export const flowFind: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.find');
};
