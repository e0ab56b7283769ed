import type { Command } from './command';

export const flowJsonCheckAll: Command = async ({ language }) => {
  const { workspaceCheck } = await language();
  await workspaceCheck.run();
};
