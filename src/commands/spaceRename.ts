import type { Command } from './command';

export const spaceRename: Command = async () => {
  throw new Error('not built yet: camsFlows.space.rename');
};
