import type { Command } from './command';

export const flowJsonUpgrade: Command = async ({ language }, args) => {
  const { refactor } = await language();
  await refactor.upgrade(args);
};
