import * as vscode from 'vscode';
import type { Flow } from '../../flowjson/model/flow';
import { stringOf, valueOf } from '../../flowjson/text/nodes';
import { entryOf } from '../../player/player';
import { withoutIcons } from '../../platform/messages';

/** Asks for a screen of a flow, in the order of the text. */
export async function pickScreen(flow: Flow, inFront: string | undefined): Promise<string | undefined> {
  const entry = entryOf(flow);
  const items = flow.screens.flatMap(({ id, node, terminal }) => {
    if (id === undefined) return [];
    const marks = [
      ...(id === inFront ? [vscode.l10n.t('in front')] : []),
      ...(id === entry ? [vscode.l10n.t('entry')] : []),
      ...(terminal ? [vscode.l10n.t('terminal')] : []),
    ];
    const title = stringOf(valueOf(node, 'title')) ?? '';
    const description = [...(title === '' ? [] : [withoutIcons(title)]), ...marks].join(' · ');
    return [{ id, label: withoutIcons(id), description }];
  });
  const placeHolder = vscode.l10n.t('Which screen?');
  const picked = await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  return picked?.id;
}
