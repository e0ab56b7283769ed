import type { Command } from './command';
import { flowDocument } from './flowDocument';

export const flowMapOpen: Command = async (parts, args) => {
  const { maps } = await parts.local();
  await maps.open(flowDocument(parts, args));
};
