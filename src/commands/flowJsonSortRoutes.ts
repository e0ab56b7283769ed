import type { Command } from './command';

export const flowJsonSortRoutes: Command = async ({ language }, args) => {
  const { refactor } = await language();
  await refactor.sortRoutes(args);
};
