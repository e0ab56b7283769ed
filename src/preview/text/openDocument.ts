import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { baseName } from '../../platform/baseName';
import type { Log } from '../../platform/log';

/** The document with the text of a flow, opened if need be; rejects with a sentence where there is none. */
export async function openDocument(uri: vscode.Uri, log: Log): Promise<vscode.TextDocument> {
  const open = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (open !== undefined) return open;
  const file = baseName(uri);
  // VS Code would make a new, empty one.
  if (uri.scheme === 'untitled') {
    throw new AdviceError(
      vscode.l10n.t('"{0}" is no longer open.', file),
      vscode.l10n.t('It was never saved, so there is no file to read it from.'),
    );
  }
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    log.warn(`local preview: a text could not be opened: ${String(error)}`);
    throw new AdviceError(
      vscode.l10n.t('"{0}" could not be opened.', file),
      vscode.l10n.t('It may have been moved or deleted, or its account may be signed out.'),
    );
  }
}

export function noFlow(
  uri: vscode.Uri,
  advice: string = vscode.l10n.t('A local preview runs Flow JSON.'),
): AdviceError {
  const file = baseName(uri);
  return new AdviceError(vscode.l10n.t('"{0}" holds no WhatsApp Flow.', file), advice);
}
