import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator, StoredFlow } from '../simulator';
import { sharedSimulator } from './extension';
import { pause, until } from './waiting';

/** The time after which VS Code's own look at a document is another one: see FRESH_FOR. */
const A_MOMENT = 5_000;

describe('a flow as a document', () => {
  let simulator: Simulator;
  let space: { accountId: string; spaceId: string };
  let flow: StoredFlow;
  let other: StoredFlow;

  const open = (flowId: string) =>
    vscode.commands.executeCommand('camsFlows.flow.openJson', { ...space, flowId });
  const text = () => vscode.window.activeTextEditor?.document.getText();
  const labels = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
  /** What opening needs of CAMS and of the file store; the name of a flow in no list is asked for beside. */
  const needed = () =>
    simulator.requests.all
      .filter(({ action, site }) => action === 'GetFlowJSONAssest' || site === 'oss')
      .map(({ action, site }) => (site === 'oss' ? 'download' : action));

  before(async () => {
    simulator = await sharedSimulator();
    const [account] = await vscode.authentication.getAccounts('camsFlows');
    const stored = simulator.account.spaces.find(({ flows }) => flows.size > 1)!;
    space = { accountId: account!.id, spaceId: stored.id };
    [flow, other] = [...stored.flows.values()] as [StoredFlow, StoredFlow];
  });
  beforeEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until(() => flowDocuments().length === 0);
    simulator.requests.clear();
  });
  afterEach(() => simulator.faults.clear());

  it('opens with the two requests that it needs, as JSON, under its name', async () => {
    await open(flow.id);
    await until(() => text() === flow.json);
    assert.deepEqual(needed(), ['GetFlowJSONAssest', 'download']);
    assert.deepEqual(labels(), [`${flow.name}.flow.json`]);
    const { document } = vscode.window.activeTextEditor!;
    assert.equal(document.languageId, 'json');
    const { size } = await vscode.workspace.fs.stat(document.uri);
    assert.equal(size, Buffer.byteLength(flow.json!));
    assert.deepEqual(needed(), ['GetFlowJSONAssest', 'download']);
  });

  it('comes to the front when it is opened again, without a request', async () => {
    await open(flow.id);
    await vscode.commands.executeCommand('workbench.action.keepEditor');
    await open(other.id);
    simulator.requests.clear();
    await open(flow.id);
    await until(() => text() === flow.json);
    assert.equal(labels().length, 2);
    assert.deepEqual(needed(), []);
  });

  it('shows what CAMS has now after Refresh Flow and after Revert File', async () => {
    await open(flow.id);
    await until(() => text() === flow.json);
    const before = flow.json;
    try {
      flow.json = '{"version":"7.2","screens":[]}\n';
      await vscode.commands.executeCommand('camsFlows.flow.refresh', { ...space, flowId: flow.id });
      await until(() => text() === flow.json);
      flow.json = '{"version":"7.3","screens":[]}\n';
      await pause(A_MOMENT);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await until(() => text() === flow.json);
    } finally {
      flow.json = before;
    }
  });

  it('says in the tab why it cannot be read, and takes that place when it can', async () => {
    simulator.faults.order('GetFlowJSONAssest', { kind: 'error', status: 400, code: 'Ram.PermissionDeny' });
    await open(flow.id);
    await until(() => text()?.includes('cams:GetFlowJSONAssest') === true);
    const { document } = vscode.window.activeTextEditor!;
    await until(() => document.languageId === 'plaintext');
    assert.ok(text()!.includes(flow.id));
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
    );
    simulator.faults.clear();
    const { command, arguments: args = [] } = lenses[0]!.command!;
    await vscode.commands.executeCommand(command, ...args);
    await until(() => text() === flow.json && document.languageId === 'json');
  });

  it('is not written by a program over what nobody has seen, and never deleted', async () => {
    await open(flow.id);
    const { document } = vscode.window.activeTextEditor!;
    const before = flow.json;
    flow.json = '{"version":"7.3","screens":[],"by":"somebody else"}';
    try {
      const refused = vscode.workspace.fs.writeFile(document.uri, new TextEncoder().encode('{}'));
      await assert.rejects(Promise.resolve(refused), { code: 'Unavailable' });
    } finally {
      flow.json = before;
    }
    await assert.rejects(Promise.resolve(vscode.workspace.fs.delete(document.uri)));
    assert.equal(simulator.requests.of('UpdateFlowJSONAsset').length, 0);
  });
});

const flowDocuments = () => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === 'cams-flow');
