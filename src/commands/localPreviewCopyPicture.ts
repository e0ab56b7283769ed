import type { Command } from './command';

export const localPreviewCopyPicture: Command = async ({ local }) => {
  (await local()).previews.active?.picture('screen', 'copy');
};
