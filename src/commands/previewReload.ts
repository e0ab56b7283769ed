import type { Command } from './command';

export const previewReload: Command = async ({ previews }) => {
  previews.active?.reload();
  return Promise.resolve();
};
