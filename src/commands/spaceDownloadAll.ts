import type { Command } from './command';

export const spaceDownloadAll: Command = async () => {
  throw new Error('not built yet: camsFlows.space.downloadAll');
};
