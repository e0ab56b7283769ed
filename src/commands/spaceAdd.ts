import type { Command } from './command';

export const spaceAdd: Command = async () => {
  throw new Error('not built yet: camsFlows.space.add');
};
