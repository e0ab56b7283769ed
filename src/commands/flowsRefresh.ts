import type { Command } from './command';

export const flowsRefresh: Command = async () => {
  throw new Error('not built yet: camsFlows.flows.refresh');
};
