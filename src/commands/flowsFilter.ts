import type { Command } from './command';

export const flowsFilter: Command = async () => {
  throw new Error('not built yet: camsFlows.flows.filter');
};
