import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator, StoredFlow } from '../simulator';
import { sharedSimulator } from './extension';
import { pause, until } from './waiting';

/** Lines that do not touch each other: what changes in one is no conflict with another. */
const flowText = ({ first = 1, middle = 1, last = 1 }): string =>
  [
    '{',
    `"a": ${first},`,
    '"b": 0,',
    '"c": 0,',
    `"d": ${middle},`,
    '"e": 0,',
    '"f": 0,',
    `"g": ${last}`,
    '}',
    '',
  ].join('\n');

describe('a merge of what two people changed', () => {
  let simulator: Simulator;
  let flow: StoredFlow;
  let original: string | undefined;
  let space: { accountId: string; spaceId: string };
  const folder = vscode.workspace.workspaceFolders![0]!.uri;
  const file = vscode.Uri.joinPath(folder, 'merged.flow.json');
  const manifest = vscode.Uri.joinPath(folder, 'cams-flows.json');

  const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, Buffer.from(text));
  const onDisk = async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const isThere = (uri: vscode.Uri) =>
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
  const run = (command: string, ...args: unknown[]) =>
    vscode.commands.executeCommand(`camsFlows.link.${command}`, ...args);
  const documentOf = (uri: vscode.Uri) =>
    vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const mergeTab = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .find(({ input }) => typeof input === 'object' && input !== null && 'result' in input);

  /** The editor refuses while it still compares. */
  const decideForCams = async (uri: vscode.Uri, merged: string) => {
    const accept = () => vscode.commands.executeCommand('merge.acceptAllInput1');
    while (documentOf(uri)?.getText() !== merged) {
      await Promise.resolve(accept()).catch(() => undefined);
      await pause(200);
    }
  };

  before(async () => {
    simulator = await sharedSimulator();
    await vscode.commands.executeCommand('camsFlows.flows.refresh');
    const [account] = await vscode.authentication.getAccounts('camsFlows');
    const drafts = simulator.account.spaces.flatMap(({ id, flows }) =>
      [...flows.values()].filter(({ status }) => status === 'DRAFT').map((draft) => ({ id, draft })),
    );
    const { id, draft } = drafts[0]!;
    space = { accountId: account!.id, spaceId: id };
    flow = draft;
    original = flow.json;
    flow.json = flowText({});
    const settings = vscode.workspace.getConfiguration('camsFlows');
    await settings.update('save.withErrors', 'allow', vscode.ConfigurationTarget.Global);
    const environments = { test: { space: id } };
    const flows = { 'merged.flow.json': { test: { flow: flow.id } } };
    await write(manifest, JSON.stringify({ version: 1, environments, flows }));
  });
  after(async () => {
    flow.json = original;
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const settings = vscode.workspace.getConfiguration('camsFlows');
    await settings.update('save.withErrors', undefined, vscode.ConfigurationTarget.Global);
    for (const uri of [file, manifest]) await vscode.workspace.fs.delete(uri);
  });

  it('starts from what both have in common, and is pushed when it is completed', async () => {
    // VS Code tells of the new manifest in its own time.
    while (!(await isThere(file))) {
      await run('pull', file);
      await pause(200);
    }
    assert.equal(await onDisk(), flowText({}));

    flow.json = flowText({ middle: 2, last: 2 });
    const own = flowText({ first: 3, middle: 3 });
    await write(file, own);
    await run('merge', file);
    await until(() => documentOf(file)?.isDirty === true);
    // Each side's own changes are in, and where both changed the same line nobody has decided.
    assert.equal(documentOf(file)?.getText(), flowText({ first: 3, middle: 1, last: 2 }));
    assert.equal(await onDisk(), own);

    await decideForCams(file, flowText({ first: 3, middle: 2, last: 2 }));
    await vscode.commands.executeCommand('mergeEditor.acceptMerge');
    await until(() => mergeTab() === undefined);
    // The manifest learns of it in a moment.
    while (flow.json !== flowText({ first: 3, middle: 2, last: 2 })) {
      await run('push', file);
      await pause(200);
    }
  });

  it('of a tab that has not been saved works likewise, and saving it uploads the result', async () => {
    flow.json = flowText({});
    await vscode.commands.executeCommand('camsFlows.flow.refresh', { ...space, flowId: flow.id });
    await vscode.commands.executeCommand('camsFlows.flow.openJson', { ...space, flowId: flow.id });
    await until(() => vscode.window.activeTextEditor?.document.getText() === flowText({}));
    const { document } = vscode.window.activeTextEditor!;
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(0, 0, document.lineCount, 0),
      flowText({ first: 3, middle: 3 }),
    );
    await vscode.workspace.applyEdit(edit);
    flow.json = flowText({ middle: 2, last: 2 });

    await run('merge', document.uri);
    await until(() => documentOf(document.uri)?.getText() === flowText({ first: 3, middle: 1, last: 2 }));
    const merged = flowText({ first: 3, middle: 2, last: 2 });
    await decideForCams(document.uri, merged);
    await vscode.commands.executeCommand('mergeEditor.acceptMerge');
    await until(() => flow.json === merged);
  });
});
