import type { Command } from './command';

export const localPreviewGoToScreen: Command = async ({ local }) => {
  await (await local()).previews.active?.pickScreen();
};
