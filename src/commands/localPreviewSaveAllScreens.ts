import type { Command } from './command';

export const localPreviewSaveAllScreens: Command = async ({ local }) => {
  (await local()).previews.active?.picture('all', 'save');
};
