import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { closeEverything, flowText, problemsOf } from './texts';

const folder = () => vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'checked');
const write = (uri: vscode.Uri, text: string) =>
  vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

describe('Check All Flows', () => {
  const file = () => vscode.Uri.joinPath(folder(), 'a.flow.json');
  const opened = () => vscode.Uri.joinPath(folder(), 'b.flow.json');
  const other = () => vscode.Uri.joinPath(folder(), 'package.json');

  before(async () => {
    await write(file(), flowText({ version: 'x' }));
    await write(opened(), flowText({ version: 'x' }));
    await write(other(), '{ "version": "x" }');
    // It ends when the person has read how it went.
    void vscode.commands.executeCommand('camsFlows.flowJson.checkAll');
  });
  after(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeEverything();
    await vscode.workspace.fs.delete(folder(), { recursive: true });
  });

  it('says what is wrong in files that are not open', async () => {
    await until(() => problemsOf(file()).includes('INVALID_FLOW_JSON_VERSION'));
    assert.deepEqual(problemsOf(other()), []);
  });

  it('keeps saying so after the file was open', async () => {
    await vscode.commands.executeCommand('vscode.open', opened());
    const isOpen = () =>
      vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === opened().toString());
    await until(isOpen);
    await closeEverything();
    await until(() => !isOpen());
    await until(() => problemsOf(opened()).includes('INVALID_FLOW_JSON_VERSION'));
  });

  it('says what is true when the file changes on the disk', async () => {
    await write(file(), flowText({}));
    await until(() => problemsOf(file()).length === 0);
    await write(file(), flowText({ version: undefined }));
    await until(() => problemsOf(file()).includes('MISSING_FLOW_JSON_VERSION'));
    await vscode.workspace.fs.delete(file());
    await until(() => problemsOf(file()).length === 0);
  });
});
