import type { Command } from './command';

export const flowAdd: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.add');
};
