import type { Command } from './command';

export const localPreviewSavePicture: Command = async ({ local }) => {
  (await local()).previews.active?.picture('screen', 'save');
};
