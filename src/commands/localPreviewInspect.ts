import type { Command } from './command';

export const localPreviewInspect: Command = async ({ local }) => {
  (await local()).previews.active?.toggleInspect();
};
