import type { Command } from './command';

export const flowOpenConsole: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.openConsole');
};
