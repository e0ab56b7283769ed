import { l10n } from 'vscode';
import { back } from '../accounts/steps';
import type { Command } from './command';
import { flowTarget } from './flowTarget';
import { flowForPerson } from './lifecycle/current';
import { replaceJson } from './lifecycle/replaceJson';
import { askSource } from './lifecycle/sources';

export const flowReplaceJson: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  await parts.lifecycle.alone(ref, async () => {
    const flow = await flowForPerson(parts, ref, 'edit');
    const title = l10n.t('Replace JSON of {0}', flow.name ?? ref.flowId);
    const source = await askSource(parts, { title }, { clone: false });
    if (source !== back) await replaceJson(parts, flow, source);
  });
};
