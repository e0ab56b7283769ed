import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowPreview: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref !== undefined) await parts.previews.open(ref);
};
