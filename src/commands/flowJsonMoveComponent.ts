import type { Command } from './command';

export const flowJsonMoveComponent: Command = async ({ language }, args) => {
  const { refactor } = await language();
  await refactor.moveComponent(args);
};
