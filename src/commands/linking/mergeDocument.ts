import * as vscode from 'vscode';
import { flowRefOf, nameIn } from '../../documents/flowUri';
import { versionUri } from '../../documents/history/versionUri';
import { meaningOf } from '../../documents/meaning';
import { labelOf } from '../../documents/sentences';
import type { FlowRef } from '../../flows/types';
import { showInformationMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { hasMergeEditor, openMergeEditor } from './mergeEditor';

/** Lets a person decide, change by change, between what they typed into a flow's tab and what lies on CAMS now. */
export async function mergeDocument(parts: Parts, uri: vscode.Uri): Promise<void> {
  const ref = flowRefOf(uri)!;
  const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const label = labelOf(ref, parts.flows.get(ref)?.name);
  if (document?.isDirty !== true) {
    tell(vscode.l10n.t('There is nothing to merge: {0} has no changes here that are not saved.', label));
    return;
  }
  const started = parts.documents.baseOf(uri);
  const base = started && (started.bytes ?? (await parts.history.find(ref, started.meaning)));
  const title = vscode.l10n.t('Preparing to merge {0}', label);
  const remote = await withLateProgress(title, (signal) => parts.documents.download(ref, { signal }));
  if (started?.meaning === meaningOf(remote)) {
    tell(vscode.l10n.t('There is nothing to merge: {0} has changed only here. Save it.', label));
    return;
  }
  if (base === undefined || !(await hasMergeEditor())) return compareInstead(parts, { ref, uri, remote });
  await mergeInEditor(parts, { ref, document, base });
}

/**
 * The tab gives up its text, which the history has by then, for what lies on CAMS: so the merge is based on that, and
 * the result is saved as any other change of it is.
 */
async function mergeInEditor(
  parts: Parts,
  { ref, document, base }: { ref: FlowRef; document: vscode.TextDocument; base: Uint8Array },
): Promise<void> {
  const { uri } = document;
  const keep = async (bytes: Uint8Array, origin: 'base' | 'overwritten') =>
    versionUri({ ref, id: (await parts.history.keep(ref, bytes, origin)).id }, nameIn(uri));
  let own: string;
  let ownUri: vscode.Uri;
  // Somebody may type on while the disk writes.
  do {
    own = document.getText();
    ownUri = await keep(Buffer.from(own), 'overwritten');
  } while (document.getText() !== own);
  await vscode.window.showTextDocument(document, { preview: false });
  // What was seen a moment ago is not good enough: the merge is about what lies there now.
  parts.documents.refresh(ref);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  // VS Code has said why CAMS could not be read.
  if (document.isDirty) return;
  const remoteUri = await keep(Buffer.from(document.getText()), 'base');
  parts.merges.begin(uri, {
    completed: () => undefined,
    abandoned: () => void offerOwnText(document, own),
  });
  await openMergeEditor({
    base: await keep(base, 'base'),
    remote: { uri: remoteUri, title: vscode.l10n.t('On CAMS') },
    own: { uri: ownUri, title: vscode.l10n.t('Yours') },
    result: uri,
  });
}

async function compareInstead(
  parts: Parts,
  { ref, uri, remote }: { ref: FlowRef; uri: vscode.Uri; remote: Uint8Array },
): Promise<void> {
  const version = await parts.history.keep(ref, remote, 'base');
  const left = versionUri({ ref, id: version.id }, nameIn(uri));
  const title = vscode.l10n.t('{0}: on CAMS ↔ yours', nameIn(uri));
  await vscode.commands.executeCommand('vscode.diff', left, uri, title);
  tell(
    vscode.l10n.t(
      'Bring into your text on the right what you want from the left, then save it. VS Code asks once more: choose Overwrite.',
    ),
  );
}

async function offerOwnText(document: vscode.TextDocument, own: string): Promise<void> {
  const restore = vscode.l10n.t('Put It Back');
  const sentence = vscode.l10n.t(
    'The merge was closed without saving. The tab shows what lies on CAMS; your text is in the Flow History.',
  );
  if ((await showInformationMessage(sentence, restore)) !== restore) return;
  const opened = await vscode.workspace.openTextDocument(document.uri);
  const whole = new vscode.Range(new vscode.Position(0, 0), opened.positionAt(opened.getText().length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, whole, own);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(opened, { preview: false });
}

/** Does not wait for an answer. */
function tell(sentence: string): void {
  void showInformationMessage(sentence);
}
