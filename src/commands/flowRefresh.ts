import type { Command } from './command';

export const flowRefresh: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.refresh');
};
