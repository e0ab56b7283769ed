import type { Command } from './command';

export const previewCopyLink: Command = async () => {
  throw new Error('not built yet: camsFlows.preview.copyLink');
};
