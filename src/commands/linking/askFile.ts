import * as vscode from 'vscode';
import { askChoice, back, unlessDismissed, type Choice } from '../../accounts/steps';
import { extension, fileNameOf } from '../../documents/fileName';
import type { FlowRef } from '../../flows/types';
import { baseName } from '../../platform/baseName';
import type { Parts } from '../command';
import { pathOf } from './texts';

/** More files than this are no list to choose from. */
const MOST = 1_000;

/** A flow file of the workspace, or the place for a new one; undefined when the person picks none. */
export async function askFile(parts: Parts, ref: FlowRef): Promise<vscode.Uri | undefined> {
  const name = parts.flows.get(ref)?.name;
  const files = await vscode.workspace.findFiles(`**/*${extension}`, '**/node_modules/**', MOST);
  const choices: Choice<vscode.Uri | 'new'>[] = files
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map((file) => ({
      label: baseName(file),
      description: parts.links
        .everywhere(file)
        .map(({ environment, flowId }) => `${environment}: ${flowId}`)
        .join(', '),
      detail: pathOf(file),
      value: file,
    }));
  const newFile: Choice<'new'> = { label: vscode.l10n.t('New File…'), value: 'new' };
  const title = vscode.l10n.t('Link {0} to which file?', name ?? ref.flowId);
  const chosen =
    files.length === 0
      ? 'new'
      : await unlessDismissed(askChoice({ title, placeholder: title, choices: [newFile, ...choices] }));
  if (chosen === undefined || chosen === back) return undefined;
  return chosen === 'new' ? newPlace(parts, fileNameOf(name, ref.flowId)) : chosen;
}

/** Beside files that are linked already, if there are any. */
async function newPlace({ links }: Parts, name: string): Promise<vscode.Uri | undefined> {
  const folder = links.all[0]?.link.folder ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = await vscode.window.showSaveDialog({
    title: vscode.l10n.t('New File for the Flow'),
    saveLabel: vscode.l10n.t('Link'),
    defaultUri: folder && vscode.Uri.joinPath(folder, name),
    filters: { 'Flow JSON': [extension.slice(1)] },
  });
  if (file === undefined || file.path.endsWith(extension)) return file;
  return file.with({ path: file.path.replace(/(?:\.flow)?(?:\.json)?$/i, extension) });
}
