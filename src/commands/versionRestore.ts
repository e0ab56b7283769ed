import * as vscode from 'vscode';
import { tabOf } from '../documents/flowTabs';
import { flowRefOf } from '../documents/flowUri';
import type { Version } from '../documents/history/history';
import { exactTime } from '../documents/history/versionTexts';
import { labelOf } from '../documents/sentences';
import type { Flow, FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import { setStatusBarMessage } from '../platform/messages';
import { withLateProgress } from '../platform/progress';
import type { Command, Parts } from './command';
import { refusalOf } from './lifecycle/states';
import { versionTarget } from './versions/target';
import { workingCopy } from './versions/workingCopy';

/**
 * Puts the text of a version into the editor, as an edit like any other: the person sees it, can undo it, and saves it
 * or not. What they had not saved yet is one step of undo away, so there is nothing to ask.
 */
export const versionRestore: Command = async (parts, args) => {
  const version = await versionTarget(parts, args, vscode.l10n.t('Restore which version?'));
  if (version === undefined) return;
  const bytes = await parts.history.read(version);
  const document = await openWorkingCopy(parts, version);
  const said = await replace(document, new TextDecoder().decode(bytes), version);
  await vscode.window.showTextDocument(document, { preview: false });
  setStatusBarMessage(said, 10_000);
};

async function openWorkingCopy(parts: Parts, { ref }: Version): Promise<vscode.TextDocument> {
  const uri = await workingCopy(parts, ref);
  if (flowRefOf(uri) === undefined) return vscode.workspace.openTextDocument(uri);
  const flow = await described(parts, ref);
  const refusal = flow && refusalOf('edit', flow);
  if (refusal !== undefined) throw refusal;
  await parts.documents.open(ref);
  return vscode.workspace.openTextDocument(tabOf(ref)?.uri ?? uri);
}

/** With its status, if that can be had. */
async function described({ flows }: Parts, ref: FlowRef): Promise<Flow | undefined> {
  const known = flows.get(ref);
  if (known?.status !== undefined) return known;
  const title = vscode.l10n.t('Reading {0}', labelOf(ref, known?.name));
  return withLateProgress(title, (signal) =>
    flows.read(ref, { signal }).catch((error: unknown) => {
      if (isCancelled(error)) throw error;
      return known;
    }),
  );
}

async function replace(document: vscode.TextDocument, text: string, { at }: Version): Promise<string> {
  const before = document.getText();
  if (before === text) return vscode.l10n.t('The editor shows this version already.');
  const all = new vscode.Range(document.positionAt(0), document.positionAt(before.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, all, text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('The editor did not take the text of this version.'));
  }
  return vscode.l10n.t('The version of {0} is in the editor. Save it, or undo.', exactTime(at));
}
