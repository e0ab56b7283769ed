import type { Command } from './command';
import { flowTargets } from './flowTargets';
import { publishOne } from './lifecycle/publishOne';
import { stepMany } from './lifecycle/stepMany';

export const flowPublish: Command = async (parts, args) => {
  const [first, ...others] = await flowTargets(parts, args);
  if (first === undefined) return;
  if (others.length > 0) await stepMany(parts, 'publish', [first, ...others]);
  else await parts.lifecycle.alone(first, () => publishOne(parts, first));
};
