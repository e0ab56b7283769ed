import { isNode } from '../explorer/nodes';
import type { Command } from './command';

export const flowsRefresh: Command = async ({ explorer }, [node]) => {
  const isBranch = isNode(node) && (node.kind === 'account' || node.kind === 'space');
  await explorer.refresh(isBranch ? node : undefined);
};
