import type { Command } from './command';
import { flowTargets } from './flowTargets';
import { deleteOne } from './lifecycle/endOne';
import { stepMany } from './lifecycle/stepMany';

export const flowDelete: Command = async (parts, args) => {
  const [first, ...others] = await flowTargets(parts, args);
  if (first === undefined) return;
  if (others.length > 0) await stepMany(parts, 'delete', [first, ...others]);
  else await parts.lifecycle.alone(first, () => deleteOne(parts, first));
};
