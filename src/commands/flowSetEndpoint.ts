import { l10n } from 'vscode';
import { back } from '../accounts/steps';
import type { Command } from './command';
import { editFlow } from './lifecycle/editFlow';
import { askEndpoint } from './lifecycle/questions';

export const flowSetEndpoint: Command = (parts, args) =>
  editFlow(parts, args, async (flow, wish, problem) => {
    const endpointUri = await askEndpoint(
      { title: l10n.t('Endpoint of {0}', flow.name ?? flow.ref.flowId) },
      {
        value: wish.endpointUri ?? flow.endpointUri ?? '',
        needed: flow.dataApiVersion !== undefined,
        problem,
      },
    );
    return endpointUri === back ? back : { endpointUri };
  });
