import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowForget: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref !== undefined) await parts.flows.store(ref).forget(ref.flowId);
};
