import type { Command } from './command';

export const flowsSort: Command = async () => {
  throw new Error('not built yet: camsFlows.flows.sort');
};
