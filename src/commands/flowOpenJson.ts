import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowOpenJson: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref !== undefined) await parts.documents.open(ref);
};
