import type { Command } from './command';

export const helpWalkthrough: Command = async () => {
  throw new Error('not built yet: camsFlows.help.walkthrough');
};
