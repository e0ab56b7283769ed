import { l10n } from 'vscode';
import { back } from '../accounts/steps';
import type { Command } from './command';
import { editFlow } from './lifecycle/editFlow';
import { askName } from './lifecycle/questions';

export const flowRename: Command = (parts, args) =>
  editFlow(parts, args, async (flow, wish, problem) => {
    const name = await askName(
      { title: l10n.t('Rename {0}', flow.name ?? flow.ref.flowId) },
      {
        value: wish.name ?? flow.name ?? '',
        store: parts.flows.store(flow.ref),
        ownId: flow.ref.flowId,
        problem,
      },
    );
    return name === back ? back : { name };
  });
