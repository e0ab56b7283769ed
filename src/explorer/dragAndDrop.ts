import * as vscode from 'vscode';
import { sameSpace, type FlowRef } from '../flows/types';
import { baseName } from '../platform/baseName';
import { MOST_FLOW_BYTES } from '../platform/flowSize';
import { showInformationMessage, showWarningMessage } from '../platform/messages';
import type { Node } from './nodes';

const URI_LIST = 'text/uri-list';

interface DragAndDropParts {
  /** The document of a flow. */
  readonly uriOf: (ref: FlowRef) => vscode.Uri;
  /** The flow of a document. */
  readonly refOf: (uri: vscode.Uri) => FlowRef | undefined;
}

/**
 * Flows can be dragged out of the tree as their documents: an editor group opens them, a folder of the Explorer gets copies
 * (not in a browser, where VS Code takes files of the computer only). Files dropped onto a space become flows.
 */
export class FlowDragAndDrop {
  constructor(private readonly parts: DragAndDropParts) {}

  handleDrag(nodes: readonly Node[], data: vscode.DataTransfer): void {
    const uris = nodes
      .filter((node) => node.kind === 'flow')
      .map(({ ref }) => this.parts.uriOf(ref).toString());
    if (uris.length > 0) data.set(URI_LIST, new vscode.DataTransferItem(uris.join('\r\n')));
  }

  /** Tells of everything that cannot become a flow, and creates the rest one after the other. Never rejects. */
  async handleDrop(node: Node | undefined, data: vscode.DataTransfer): Promise<void> {
    const dropped = await urisIn(data);
    if (dropped.length === 0) {
      if (hasFiles(data))
        warn(vscode.l10n.t('Files from outside cannot be read here. Put them into the workspace first.'));
      return;
    }
    const own = dropped.flatMap((uri) => this.parts.refOf(uri) ?? []);
    if (own.length > 0) {
      await this.flowsDropped(node, own);
      return;
    }
    const files: vscode.Uri[] = [];
    for (const uri of dropped) {
      const problem = await whyNoFlow(uri);
      if (problem === undefined) files.push(uri);
      else warn(problem);
    }
    if (!(await mayCreate(files.length))) return;
    // Each has questions of its own.
    for (const file of files) await vscode.commands.executeCommand('camsFlows.flow.create', node, { file });
  }

  /** A slip of the hand within one space means nothing. */
  private async flowsDropped(node: Node | undefined, [first, ...others]: readonly FlowRef[]): Promise<void> {
    const target =
      node === undefined || node.kind === 'account' || node.kind === 'note' ? undefined : node.ref;
    if (first === undefined || target === undefined || sameSpace(target, first)) return;
    const clone = vscode.l10n.t('Clone Flow…');
    const sentence = vscode.l10n.t(
      'Flows are not moved between spaces. A flow can be cloned into another one.',
    );
    const offers = others.length === 0 ? [clone] : [];
    if ((await showInformationMessage(sentence, ...offers)) === clone)
      await vscode.commands.executeCommand('camsFlows.flow.clone', first);
  }
}

/** From the Explorer and other views; from the desktop, where VS Code knows the path. */
async function urisIn(data: vscode.DataTransfer): Promise<vscode.Uri[]> {
  const list = (await data.get(URI_LIST)?.asString()) ?? '';
  // Lines that begin with # are remarks.
  const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (lines.length > 0) return lines.flatMap(parsed);
  return filesIn(data).flatMap(({ uri }) => uri ?? []);
}

function parsed(line: string): vscode.Uri[] {
  try {
    return [vscode.Uri.parse(line.trim(), true)];
  } catch {
    return [];
  }
}

function filesIn(data: vscode.DataTransfer): vscode.DataTransferFile[] {
  return [...data].flatMap(([, item]) => item.asFile() ?? []);
}

const hasFiles = (data: vscode.DataTransfer): boolean => filesIn(data).length > 0;

async function whyNoFlow(uri: vscode.Uri): Promise<string | undefined> {
  const name = baseName(uri);
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.Directory) !== 0)
      return vscode.l10n.t('"{0}" is a folder. Drop files with Flow JSON.', name);
    if (!name.toLowerCase().endsWith('.json'))
      return vscode.l10n.t('"{0}" is no JSON file. Drop files with Flow JSON.', name);
    return size > MOST_FLOW_BYTES
      ? vscode.l10n.t('"{0}" is too large: CAMS takes at most 10 MB.', name)
      : undefined;
  } catch {
    return vscode.l10n.t('"{0}" cannot be read, so no flow was created from it.', name);
  }
}

async function mayCreate(count: number): Promise<boolean> {
  if (count < 2) return count > 0;
  const create = vscode.l10n.t('Create');
  const question = vscode.l10n.t('Create {0} flows from these files?', count);
  const detail = vscode.l10n.t('You are asked for the name and the categories of each.');
  return (await showInformationMessage(question, { modal: true, detail }, create)) === create;
}

/** Does not wait for an answer. */
function warn(sentence: string): void {
  void showWarningMessage(sentence);
}
