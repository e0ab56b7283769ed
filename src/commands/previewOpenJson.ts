import type { Command } from './command';

export const previewOpenJson: Command = async ({ previews, documents }) => {
  if (previews.active !== undefined) await documents.open(previews.active.ref);
};
