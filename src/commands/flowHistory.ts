import type { Command } from './command';
import { historyTarget } from './versions/target';

export const flowHistory: Command = async (parts, args) => {
  const ref = await historyTarget(parts, args);
  if (ref !== undefined) await parts.historyView.show(ref);
};
