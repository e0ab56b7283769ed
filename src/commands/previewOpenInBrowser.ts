import type { Command } from './command';

export const previewOpenInBrowser: Command = async () => {
  throw new Error('not built yet: camsFlows.preview.openInBrowser');
};
