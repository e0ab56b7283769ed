import * as vscode from 'vscode';
import { REMOTE, versionUri } from '../../documents/history/versionUri';
import { meaningOf } from '../../documents/meaning';
import { isLive } from '../../documents/statuses';
import { ConflictError } from '../../documents/write/writing';
import type { Flow } from '../../flows/types';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { jsonForPerson, nameOf, unsaved } from './current';
import type { Source } from './sources';

/** Puts other JSON into a flow: into its tab where that has changes of its own, else onto CAMS, over what the person was told of. */
export async function replaceJson(parts: Parts, flow: Flow, source: Source): Promise<void> {
  const { ref } = flow;
  const label = nameOf(parts, ref);
  const bytes = source.bytes!;
  let remote = await jsonForPerson(parts, ref);
  for (let changed = false; ; changed = true) {
    const open = unsaved(ref);
    if (open !== undefined) return putIntoTab(open, label, bytes);
    if (remote !== undefined && meaningOf(remote) === meaningOf(bytes)) {
      setStatusBarMessage(vscode.l10n.t('{0} has this JSON already', label), 5_000);
      return;
    }
    if (remote !== undefined && !(await agreesToReplace(flow, label, source, changed))) return;
    const over = [remote === undefined ? undefined : meaningOf(remote)];
    try {
      const { readBack } = await withProgress(vscode.l10n.t('Replacing the JSON of {0}', label), (signal) =>
        parts.writer.write({ ref, bytes, over }, { signal }),
      );
      tell(label, readBack === 'same');
      break;
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      remote = error.remote;
    }
  }
  parts.documents.refresh(ref);
  void parts.lifecycle.lookAfresh(ref, { lane: 'visible' }).catch(() => undefined);
}

async function agreesToReplace(
  flow: Flow,
  label: string,
  source: Source,
  changed: boolean,
): Promise<boolean> {
  const [replace, compare] = [vscode.l10n.t('Replace'), vscode.l10n.t('Compare')];
  const question = vscode.l10n.t('Replace the JSON of {0} by {1}?', label, source.label);
  const detail = [
    ...(changed
      ? [
          vscode.l10n.t(
            'It has changed on CAMS meanwhile: what lies there now was not in the last comparison.',
          ),
        ]
      : []),
    vscode.l10n.t('What lies on CAMS is kept in the Flow History on this computer.'),
    ...(isLive(flow.status)
      ? [
          vscode.l10n.t(
            'The flow is {0}: CAMS either refuses this, or makes it a draft again, which has to be published again.',
            flow.status ?? '',
          ),
        ]
      : []),
  ].join('\n\n');
  const choice = await showWarningMessage(question, { modal: true, detail }, replace, compare);
  if (choice !== compare) return choice === replace;
  await showDifference(flow, source);
  // Not modal: the person reads the comparison first.
  return (await showWarningMessage(question, replace)) === replace;
}

async function showDifference({ ref, name }: Flow, { bytes, uri, label }: Source): Promise<void> {
  const content = new TextDecoder().decode(bytes);
  const right = uri ?? (await vscode.workspace.openTextDocument({ language: 'json', content })).uri;
  const left = versionUri({ ref, id: REMOTE }, name);
  const title = vscode.l10n.t('{0}: CAMS now ↔ {1}', name ?? ref.flowId, label);
  await vscode.commands.executeCommand('vscode.diff', left, right, title);
}

/** The person's own changes are not thrown away: the new text is one more of them, and Undo takes it back. */
async function putIntoTab(document: vscode.TextDocument, label: string, bytes: Uint8Array): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.positionAt(document.getText().length);
  edit.replace(
    document.uri,
    new vscode.Range(new vscode.Position(0, 0), end),
    new TextDecoder().decode(bytes),
  );
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
  void showInformationMessage(
    vscode.l10n.t(
      '{0} has changes that are not saved, so the new JSON is in its tab only. Save it to put it onto CAMS; Undo brings back your text.',
      label,
    ),
  );
}

function tell(label: string, isShown: boolean): void {
  if (isShown) setStatusBarMessage(vscode.l10n.t('Replaced the JSON of {0}', label), 5_000);
  else {
    void showWarningMessage(
      vscode.l10n.t(
        'CAMS has accepted the JSON of {0}, but does not show it yet. Look at it again in a moment.',
        label,
      ),
    );
  }
}
