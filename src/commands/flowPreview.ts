import type { Command } from './command';

export const flowPreview: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.preview');
};
