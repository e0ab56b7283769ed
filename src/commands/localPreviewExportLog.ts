import type { Command } from './command';

export const localPreviewExportLog: Command = async ({ local }) => {
  await (await local()).previews.active?.exportLog();
};
