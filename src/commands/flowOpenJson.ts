import * as vscode from 'vscode';
import type { Command } from './command';
import { pickFlow } from './flowPick';
import { flowTarget } from './flowTarget';

export const flowOpenJson: Command = async (parts, args) => {
  // From the palette the flow in front would be the target, whose JSON is what the person is looking at.
  const anotherOne = args.length === 0 && parts.previews.active === undefined;
  const ref = anotherOne
    ? await pickFlow(parts, vscode.l10n.t('Open the JSON of which flow?'))
    : await flowTarget(parts, args);
  if (ref !== undefined) await parts.documents.open(ref);
};
