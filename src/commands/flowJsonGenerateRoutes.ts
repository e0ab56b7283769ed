import type { Command } from './command';

export const flowJsonGenerateRoutes: Command = async ({ language }, args) => {
  const { refactor } = await language();
  await refactor.generateRoutes(args);
};
