import * as vscode from 'vscode';
import { labelOf } from '../documents/sentences';
import { sizeOf } from '../documents/size';
import { setStatusBarMessage } from '../platform/messages';
import { withLateProgress } from '../platform/progress';
import type { Command } from './command';
import { flowTarget } from './flowTarget';

export const flowCopyJson: Command = async (parts, args) => {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  const label = labelOf(ref, parts.flows.get(ref)?.name);
  const bytes = await withLateProgress(vscode.l10n.t('Downloading {0}', label), (signal) =>
    parts.documents.text(ref, { signal }),
  );
  // Decoding drops a byte order mark: it belongs to files, not into the middle of whatever this is pasted to.
  await vscode.env.clipboard.writeText(new TextDecoder().decode(bytes));
  setStatusBarMessage(vscode.l10n.t('Copied {0}: {1}', label, sizeOf(bytes)), 5_000);
};
