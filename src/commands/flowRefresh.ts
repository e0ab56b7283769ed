import { withViewProgress } from '../platform/progress';
import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowRefresh: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  parts.documents.refresh(ref);
  await withViewProgress(() => parts.flows.read(ref));
};
