import { l10n } from 'vscode';
import type { Command } from './command';
import { flowTarget } from './flowTarget';
import { newFlow } from './lifecycle/newFlow';
import { cloneSource } from './lifecycle/sources';

export const flowClone: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  const source = await cloneSource(parts, ref);
  await newFlow(parts, { title: l10n.t('Clone {0}', parts.flows.get(ref)?.name ?? ref.flowId), source });
};
