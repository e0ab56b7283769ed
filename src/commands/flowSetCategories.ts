import { l10n } from 'vscode';
import { back } from '../accounts/steps';
import type { Command } from './command';
import { editFlow } from './lifecycle/editFlow';
import { askCategories } from './lifecycle/questions';

export const flowSetCategories: Command = (parts, args) =>
  editFlow(parts, args, async (flow, wish, problem) => {
    const categories = await askCategories(
      { title: l10n.t('Categories of {0}', flow.name ?? flow.ref.flowId) },
      { picked: wish.categories ?? flow.categories ?? [], offered: flow.categories, problem },
    );
    return categories === back ? back : { categories };
  });
