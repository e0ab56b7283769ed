import type { Command } from './command';

export const flowsClearFilter: Command = async () => {
  throw new Error('not built yet: camsFlows.flows.clearFilter');
};
