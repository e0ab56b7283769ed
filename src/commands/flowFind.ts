import { l10n } from 'vscode';
import { askChoice } from '../accounts/steps';
import type { FlowRef } from '../flows/types';
import { withLateProgress } from '../platform/progress';
import type { Command, Parts } from './command';
import { pickFlow } from './flowPick';

export const flowFind: Command = async (parts) => {
  const ref = await pickFlow(parts, l10n.t('Find Flow'));
  if (ref === undefined || (await parts.explorer.reveal(ref))) return;
  const flow = await withLateProgress(l10n.t('Looking for flow {0}', ref.flowId), (signal) =>
    parts.flows.read(ref, { signal }),
  );
  await offer(parts, ref, flow.name ?? ref.flowId);
};

/** CAMS knows a flow that the list does not show. */
async function offer(parts: Parts, ref: FlowRef, name: string): Promise<void> {
  const action = await askChoice<() => Promise<void>>({
    title: l10n.t('Found {0}', name),
    placeholder: l10n.t('This flow is not in the list'),
    choices: [
      { label: l10n.t('Open Flow JSON'), value: () => parts.documents.open(ref) },
      { label: l10n.t('Preview Flow'), value: () => parts.previews.open(ref) },
      { label: l10n.t('Add to List'), value: () => addToList(parts, ref) },
    ],
  });
  if (typeof action === 'function') await action();
}

async function addToList({ flows, explorer }: Parts, ref: FlowRef): Promise<void> {
  await flows.store(ref).add(ref.flowId);
  await explorer.reveal(ref);
}
