import type { Command } from './command';
import { flowDocument } from './flowDocument';

export const localPreviewOpenAnother: Command = async (parts, args) => {
  const { previews } = await parts.local();
  await previews.open(flowDocument(parts, args), true);
};
