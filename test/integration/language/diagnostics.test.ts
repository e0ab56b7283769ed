import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { loadedBundles, sharedSimulator } from '../extension';
import { until } from '../waiting';
import { closeEverything, flowText, openJson, problemsOf, replaceAll } from './texts';

describe('a flow while it is typed', () => {
  afterEach(closeEverything);

  it('is understood under any name, and what is wrong is said', async () => {
    const document = await openJson(flowText({ version: undefined }));
    await until(() => problemsOf(document.uri).includes('MISSING_FLOW_JSON_VERSION'));
    assert.ok(loadedBundles().includes('language.js'));
    const [problem] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(problem!.source, 'WhatsApp Flow');
    assert.equal(problem!.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(problem!.range.isSingleLine);
  });

  it('is diagnosed anew with every change, and not at all when it is no flow any more', async () => {
    const document = await openJson(flowText({}));
    await replaceAll(document, flowText({ version: 'x' }));
    await until(() => problemsOf(document.uri).includes('INVALID_FLOW_JSON_VERSION'));
    await replaceAll(document, flowText({}));
    await until(() => problemsOf(document.uri).length === 0);
    await replaceAll(document, flowText({ version: 'x' }));
    await until(() => problemsOf(document.uri).length > 0);
    await replaceAll(document, '{ "name": "something else" }');
    await until(() => problemsOf(document.uri).length === 0);
  });

  it('is judged as well when it lies on CAMS, where nobody can change it here', async () => {
    const simulator = await sharedSimulator();
    const [account] = await vscode.authentication.getAccounts('camsFlows');
    const space = simulator.account.spaces.find(({ flows }) => flows.size > 3)!;
    const flow = [...space.flows.values()].filter(({ json }) => json !== undefined).at(-1)!;
    const before = flow.json;
    flow.json = flowText({ version: 'x' });
    try {
      const ref = { accountId: account!.id, spaceId: space.id, flowId: flow.id };
      await vscode.commands.executeCommand('camsFlows.flow.openJson', ref);
      const shown = () => vscode.window.activeTextEditor?.document;
      await until(() => shown()?.uri.scheme === 'cams-flow');
      await until(() => problemsOf(shown()!.uri).includes('INVALID_FLOW_JSON_VERSION'));
    } finally {
      flow.json = before;
    }
  });

  it('is not told twice that it cannot be read', async () => {
    const document = await openJson(flowText({ version: 'x' }).replace('"x",', '"x"'));
    await until(() => problemsOf(document.uri).includes('INVALID_FLOW_JSON_VERSION'));
    const { getDiagnostics } = vscode.languages;
    const ofVsCode = () => getDiagnostics(document.uri).filter(({ source }) => source !== 'WhatsApp Flow');
    await until(() => ofVsCode().length > 0);
    assert.ok(!problemsOf(document.uri).includes('INVALID_FLOW_JSON'));
  });

  it('is judged as the settings of rules say', async () => {
    const settings = vscode.workspace.getConfiguration('camsFlows');
    const document = await openJson(flowText({ version: 'x' }));
    await until(() => problemsOf(document.uri).length > 0);
    const rules = { INVALID_FLOW_JSON_VERSION: 'off' };
    await settings.update('flowJson.rules', rules, vscode.ConfigurationTarget.Global);
    try {
      await until(() => problemsOf(document.uri).length === 0);
    } finally {
      await settings.update('flowJson.rules', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(() => problemsOf(document.uri).length > 0);
  });
});
