import * as vscode from 'vscode';
import { openDocuments } from '../documents/flowTabs';
import { flowUri } from '../documents/flowUri';
import { REMOTE, versionUri } from '../documents/history/versionUri';
import { labelOf } from '../documents/sentences';
import type { Command } from './command';
import { flowTarget } from './flowTarget';

/** What lies on CAMS now beside the text in the tab. */
export const flowCompare: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  const name = parts.flows.get(ref)?.name;
  const shown = openDocuments(ref);
  const uri = (shown.find(({ isDirty }) => isDirty) ?? shown[0])?.uri ?? flowUri(ref, name);
  await vscode.commands.executeCommand(
    'vscode.diff',
    versionUri({ ref, id: REMOTE }, name),
    uri,
    vscode.l10n.t('{0}: CAMS now ↔ here', labelOf(ref, name)),
  );
};
