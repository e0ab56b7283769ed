import type { Command } from './command';

export const flowForget: Command = async () => {
  throw new Error('not built yet: camsFlows.flow.forget');
};
