import * as vscode from 'vscode';
import { baseName } from '../../../platform/baseName';

/** Documents of these are no files with neighbours: flows on CAMS, and what has not been saved. */
const withoutNeighbours = ['untitled', 'cams-flow'];

/** The file of answers and presets beside a flow; undefined where nothing can lie beside it. */
export function mockUri(flow: vscode.Uri): vscode.Uri | undefined {
  const { scheme } = flow;
  if (withoutNeighbours.includes(scheme) || vscode.workspace.fs.isWritableFileSystem(scheme) !== true) {
    return undefined;
  }
  const name = baseName(flow).replace(/(?:\.flow)?(?:\.jsonc?)?$/i, '');
  return vscode.Uri.joinPath(flow, '..', `${name}.flow-mock.json`);
}
