import type { Command } from './command';

export const helpLog: Command = async () => {
  throw new Error('not built yet: camsFlows.help.log');
};
