import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../simulator';
import { extension, loadedBundles, sharedSimulator } from './extension';
import { closeEverything, flowText, openJson, problemsOf, replaceAll } from './language/texts';
import { pause, until } from './waiting';

const { commands, workspace, window, Uri } = vscode;

/** Longer than it takes until a panel has told its page of a new text. */
const A_MOMENT = 500;

const run = (name: string, ...args: unknown[]) => commands.executeCommand(`camsFlows.${name}`, ...args);

/** The titles of the panels of a kind, in their order. */
function panels(viewType: 'localPreview' | 'flowMap'): string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && kindOf(input) === viewType)
    .map(({ label }) => label);
}
const previews = () => panels('localPreview');
const maps = () => panels('flowMap');
/** VS Code puts something of its own before the name of the kind. */
const kindOf = ({ viewType }: vscode.TabInputWebview) => viewType.replace(/^.*camsFlows\./, '');

const isOpen = (uri: vscode.Uri) =>
  workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

describe('flows that run beside their text', () => {
  const folder = () => Uri.joinPath(workspace.workspaceFolders![0]!.uri, 'running');
  const file = (name: string) => Uri.joinPath(folder(), `${name}.flow.json`);
  const filesThere = async () => (await workspace.fs.readDirectory(folder())).map(([name]) => name).sort();
  /** As a person does it: what a program opens, VS Code keeps open. */
  const open = async (uri: vscode.Uri) => {
    await commands.executeCommand('vscode.open', uri, { viewColumn: vscode.ViewColumn.One, preview: false });
    await until(() => window.activeTextEditor?.document.uri.toString() === uri.toString());
  };
  const close = async (uri: vscode.Uri) => {
    const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
    const its = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
    );
    await window.tabGroups.close(its);
    await until(() => !isOpen(uri));
  };

  let simulator: Simulator;
  /** What our code threw where nobody was waiting. */
  const strays: unknown[] = [];
  const note = (reason: unknown) => {
    if (reason instanceof Error && reason.stack?.includes(extension().extensionPath)) strays.push(reason);
  };

  before(async () => {
    simulator = await sharedSimulator();
    process.on('unhandledRejection', note);
  });
  after(() => void process.off('unhandledRejection', note));
  beforeEach(async () => {
    await closeAll();
    for (const name of ['first', 'second']) {
      await workspace.fs.writeFile(file(name), new TextEncoder().encode(flowText({})));
    }
  });
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await closeAll();
    await workspace.fs.delete(folder(), { recursive: true });
    assert.deepEqual(strays.splice(0), []);
  });

  it('load what runs them with the first panel, and ask CAMS nothing', async () => {
    assert.ok(!loadedBundles().includes('local.js'));
    await open(file('first'));
    await until(() => loadedBundles().includes('language.js'));
    // Wires the program, which is not what is measured here.
    await run('help.log');
    const before = loadedBundles();
    simulator.requests.clear();
    await run('localPreview.open');
    await run('flowMap.open', file('first'));
    await comesTo(previews, ['first (local)']);
    await comesTo(maps, ['Map: first']);
    await pause(A_MOMENT);
    assert.deepEqual(
      loadedBundles().filter((name) => !before.includes(name)),
      ['local.js'],
    );
    assert.deepEqual(
      simulator.requests.all.map(({ site, action }) => `${site} ${action}`),
      [],
    );
  });

  it('share one panel, which follows the editor; the person stays in the text', async () => {
    await open(file('first'));
    await run('localPreview.open');
    await run('localPreview.open');
    await comesTo(previews, ['first (local)']);
    assert.equal(window.activeTextEditor?.document.uri.toString(), file('first').toString());
    await open(file('second'));
    await comesTo(previews, ['second (local)']);
    await openJson('{ "name": "no flow" }');
    await pause(A_MOMENT);
    await comesTo(previews, ['second (local)']);
    await open(file('first'));
    await comesTo(previews, ['first (local)']);
    assert.equal(previews().length, 1);
  });

  it('run without a file', async () => {
    const { uri } = await openJson(flowText({}));
    await run('localPreview.open');
    await comesTo(previews, [`${uri.path} (local)`]);
  });

  it('stay in panels of their own where the person wants that', async () => {
    await open(file('first'));
    await run('localPreview.openAnother');
    await run('localPreview.openAnother');
    await open(file('second'));
    await run('localPreview.open');
    await pause(A_MOMENT);
    await comesTo(previews, ['first (local)', 'first (local)', 'second (local)']);
    await open(file('first'));
    await comesTo(previews, ['first (local)', 'first (local)', 'first (local)']);
  });

  it('are opened by their address as well, and shown with their text', async () => {
    await run('localPreview.open', file('second'));
    await comesTo(previews, ['second (local)']);
    assert.ok(isOpen(file('second')));
    await run('flowMap.open', file('second'));
    await run('flowMap.open', file('second'));
    await comesTo(maps, ['Map: second']);
  });

  it('follow the text through every state of it, and leave it as it is', async () => {
    await open(file('first'));
    const { document } = window.activeTextEditor!;
    await run('localPreview.open');
    await run('flowMap.open', document.uri);
    const halves = [
      '',
      '{',
      '{"screens":[',
      '{"version":"7.3","screens":[{"id":',
      'null',
      '[]',
      flowText({}),
    ];
    for (const text of halves) {
      await replaceAll(document, text);
      await pause(A_MOMENT / 5);
      assert.equal(document.getText(), text);
    }
    await run('localPreview.restart');
    await open(file('first'));
    await commands.executeCommand('undo');
    assert.equal(document.getText(), '[]');
    await comesTo(() => [...previews(), ...maps()], ['first (local)', 'Map: first']);
  });

  it('see what a quick fix changes', async () => {
    const document = await openJson(flowText({ version: undefined }));
    await run('localPreview.open');
    await run('flowMap.open', document.uri);
    await until(() => problemsOf(document.uri).includes('MISSING_FLOW_JSON_VERSION'));
    const range = new vscode.Range(0, 0, document.lineCount, 0);
    const fixes = await commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
      20,
    );
    const fix = fixes.find(({ isPreferred }) => isPreferred);
    assert.ok(await workspace.applyEdit(fix!.edit!));
    await until(() => problemsOf(document.uri).length === 0);
    assert.deepEqual([previews().length, maps().length], [1, 1]);
  });

  it('outlive their text, and go on when it is opened again', async () => {
    await open(file('first'));
    await run('localPreview.openAnother');
    await run('flowMap.open', file('first'));
    await close(file('first'));
    await pause(A_MOMENT);
    await comesTo(() => [...previews(), ...maps()], ['first (local)', 'Map: first']);
    await open(file('first'));
    await replaceAll(window.activeTextEditor!.document, flowText({ version: '7.2' }));
    await pause(A_MOMENT);
    await commands.executeCommand('workbench.action.files.revert');
    await comesTo(() => [...previews(), ...maps()], ['first (local)', 'Map: first']);
  });

  it('follow a file that gets another name, and outlive one that is deleted', async () => {
    await open(file('first'));
    await run('localPreview.open');
    await run('flowMap.open', file('first'));
    await open(file('first'));
    const rename = new vscode.WorkspaceEdit();
    rename.renameFile(file('first'), file('third'));
    assert.ok(await workspace.applyEdit(rename));
    await comesTo(previews, ['third (local)']);
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(file('third'));
    assert.ok(await workspace.applyEdit(removal));
    await pause(A_MOMENT);
    await open(file('second'));
    await comesTo(previews, ['second (local)']);
  });

  it('come from CAMS too, where nobody can write them', async () => {
    const [account] = await vscode.authentication.getAccounts('camsFlows');
    const found = simulator.account.spaces.flatMap((space) =>
      [...space.flows.values()]
        .filter(({ status, json }) => status === 'PUBLISHED' && json !== undefined)
        .map((flow) => ({ space, flow })),
    );
    const { space, flow } = found[0]!;
    const ref = { accountId: account!.id, spaceId: space.id, flowId: flow.id };
    await run('flow.openJson', ref);
    await until(() => window.activeTextEditor?.document.getText() === flow.json);
    const { document } = window.activeTextEditor!;
    assert.equal(document.uri.scheme, 'cams-flow');
    await run('localPreview.open');
    await run('flowMap.open', document.uri);
    await comesTo(previews, [`${flow.name} (local)`]);
    await comesTo(maps, [`Map: ${flow.name}`]);
    assert.equal(document.isDirty, false);
  });

  it('write no file by themselves', async () => {
    const before = await filesThere();
    await open(file('first'));
    await run('localPreview.open');
    await run('flowMap.open', file('first'));
    await replaceAll(window.activeTextEditor!.document, flowText({ version: '7.2' }));
    await pause(A_MOMENT);
    assert.deepEqual(await filesThere(), before);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(file('first'))), flowText({}));
  });

  it('have commands that come to an end where nothing runs', async () => {
    const ofAPanel =
      'restart goToScreen inspect copyPicture savePicture saveAllScreens exportLog openAnswers';
    for (const name of ofAPanel.split(' ')) await run(`localPreview.${name}`);
    for (const name of ['connect', 'disconnect', 'check', 'keys']) await run(`endpoint.${name}`);
    await comesTo(previews, []);
    for (const name of ['flowMap.export', 'flowMap.open']) await endsOnceRead(run(name));
    for (const name of ['localPreview.open', 'localPreview.openAnother', 'flowMap.open']) {
      await endsOnceRead(run(name, file('nowhere')));
      await endsOnceRead(run(name, Uri.parse('untitled:Untitled-999')));
    }
    await comesTo(() => [...previews(), ...maps()], []);
    assert.ok(!isOpen(Uri.parse('untitled:Untitled-999')));
    await run('localPreview.open');
    await comesTo(previews, ['Local Preview']);
    await open(file('first'));
    await comesTo(previews, ['first (local)']);
  });
});

/** What VS Code says of its tabs comes a moment later. */
async function comesTo(seen: () => readonly string[], wanted: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 250 && seen().join('\n') !== wanted.join('\n'); tries += 1) await pause(20);
  assert.deepEqual(seen(), wanted);
}

/** A command that tells a person something ends when they have read it. */
async function endsOnceRead(command: Thenable<unknown>): Promise<void> {
  let isOver = false;
  void command.then(() => (isOver = true));
  while (!isOver) {
    await pause(50);
    await commands.executeCommand('notifications.clearAll');
  }
}

/** Closes all there is; what has no file is thrown away. */
async function closeAll(): Promise<void> {
  await closeEverything();
  await window.tabGroups.close(window.tabGroups.all.flatMap(({ tabs }) => tabs));
  await closeEverything();
}
