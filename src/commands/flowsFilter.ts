import * as vscode from 'vscode';
import type { Command } from './command';

/** While somebody types, the tree follows after a pause this long, in milliseconds. */
const TYPING_PAUSE = 200;

export const flowsFilter: Command = async ({ explorer }) => {
  const before = explorer.filter;
  const input = vscode.window.createInputBox();
  input.title = vscode.l10n.t('Filter Flows');
  input.prompt = vscode.l10n.t(
    'Words from the name, the ID or the status. Escape brings back what was shown before.',
  );
  input.placeholder = vscode.l10n.t('for example: booking draft');
  input.value = before;
  let typing: NodeJS.Timeout | undefined;
  const chosen = await new Promise<string>((resolve) => {
    input.onDidChangeValue((value) => {
      clearTimeout(typing);
      typing = setTimeout(() => explorer.setFilter(value), TYPING_PAUSE);
    });
    input.onDidAccept(() => resolve(input.value));
    input.onDidHide(() => resolve(before));
    input.show();
  });
  clearTimeout(typing);
  input.dispose();
  explorer.setFilter(chosen);
};
