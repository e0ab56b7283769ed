import type { Command } from './command';

export const previewOpenJson: Command = async () => {
  throw new Error('not built yet: camsFlows.preview.openJson');
};
