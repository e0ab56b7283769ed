import { l10n } from 'vscode';
import { sentenceOf } from '../accounts/explain';
import { askText } from '../accounts/steps';
import { isCancelled } from '../platform/cancellation';
import { spaceTarget } from './accountTarget';
import type { Command } from './command';

export const flowAdd: Command = async (parts, args) => {
  const space = await spaceTarget(parts, args);
  if (space === undefined) return;
  const refOf = (flowId: string) => ({ accountId: space.accountId, spaceId: space.spaceId, flowId });
  const flowId = await askText({
    title: l10n.t('Add Flow by ID'),
    prompt: l10n.t('The flow stays in the list until you remove it. The console shows its ID.'),
    placeholder: '92675332812643…',
    validate: (text) => (/^\S+$/.test(text) ? undefined : l10n.t('A flow ID has no spaces.')),
    accept: async (text, signal) => {
      try {
        await parts.flows.read(refOf(text), { signal });
        return undefined;
      } catch (error) {
        if (isCancelled(error)) throw error;
        return sentenceOf(error);
      }
    },
  });
  if (typeof flowId !== 'string') return;
  await parts.flows.store(space).add(flowId);
  await parts.explorer.reveal(refOf(flowId));
};
