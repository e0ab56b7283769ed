import type { Command } from './command';

export const previewReload: Command = async () => {
  throw new Error('not built yet: camsFlows.preview.reload');
};
