import type { Command } from './command';

export const localPreviewOpenAnswers: Command = async ({ local }) => {
  await (await local()).previews.active?.openMocks();
};
