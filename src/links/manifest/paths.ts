import * as vscode from 'vscode';
import { extension } from '../../documents/fileName';

/** Name of the file that links the files of its folder, and of those below, to flows. */
export const MANIFEST = 'cams-flows.json';

/**
 * True for what a manifest may name: a flow file in its folder or below, from there on and with '/'. A manifest comes
 * from a repository, so it reaches no file outside and none that is no flow.
 */
export function isLinkPath(path: string): boolean {
  // eslint-disable-next-line no-control-regex
  if (!path.endsWith(extension) || /[\\:\u0000-\u001f]/.test(path)) return false;
  return path.split('/').every((step) => step !== '' && step !== '.' && step !== '..');
}

/** The path of a file as the manifest of this folder says it; undefined for a file outside the folder. */
export function pathIn(folder: vscode.Uri, file: vscode.Uri): string | undefined {
  return isBelow(folder, file) ? file.path.slice(withSlash(folder.path).length) : undefined;
}

export function isBelow(folder: vscode.Uri, file: vscode.Uri): boolean {
  const isSamePlace = folder.scheme === file.scheme && folder.authority === file.authority;
  return isSamePlace && file.path.startsWith(withSlash(folder.path));
}

export function folderOf(file: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(file, '..');
}

/** As systems compare names that do not tell upper from lower case, or one spelling of é from the other. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}
