import type { Command } from './command';

export const localPreviewRestart: Command = async ({ local }) => {
  (await local()).previews.active?.restart();
};
