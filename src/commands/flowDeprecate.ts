import type { Command } from './command';
import { flowTargets } from './flowTargets';
import { deprecateOne } from './lifecycle/endOne';
import { stepMany } from './lifecycle/stepMany';

export const flowDeprecate: Command = async (parts, args) => {
  const [first, ...others] = await flowTargets(parts, args);
  if (first === undefined) return;
  if (others.length > 0) await stepMany(parts, 'deprecate', [first, ...others]);
  else await parts.lifecycle.alone(first, () => deprecateOne(parts, first));
};
