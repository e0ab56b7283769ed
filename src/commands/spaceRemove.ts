import type { Command } from './command';

export const spaceRemove: Command = async () => {
  throw new Error('not built yet: camsFlows.space.remove');
};
