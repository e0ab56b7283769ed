import * as vscode from 'vscode';
import type { Link } from '../../links/types';
import { showWarningMessage } from '../../platform/messages';
import { pathOf, someOf } from './texts';

/** True when no editor holds a text of these files that is not on the disk. Asks to save where one does. */
export async function savedOnDisk(links: readonly Link[]): Promise<boolean> {
  const files = new Set(links.map(({ file }) => file.toString()));
  const unsaved = vscode.workspace.textDocuments.filter(
    ({ uri, isDirty }) => isDirty && files.has(uri.toString()),
  );
  if (unsaved.length === 0) return true;
  const save = unsaved.length === 1 ? vscode.l10n.t('Save') : vscode.l10n.t('Save All');
  const choice = await showWarningMessage(
    vscode.l10n.t('Save your changes first?'),
    {
      modal: true,
      detail: vscode.l10n.t(
        'What counts is what is saved. Not saved yet: {0}.',
        someOf(unsaved.map(({ uri }) => pathOf(uri))),
      ),
    },
    save,
  );
  if (choice !== save) return false;
  const saved = await Promise.all(unsaved.map((document) => document.save()));
  return saved.every(Boolean);
}
