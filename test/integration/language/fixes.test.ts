import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { closeEverything, flowText, openJson, problemsOf } from './texts';

const { CodeActionKind } = vscode;

/** What the light bulb offers, with edits; over the whole document unless a place is given. */
async function offered(
  document: vscode.TextDocument,
  kind: vscode.CodeActionKind,
  at?: string,
): Promise<vscode.CodeAction[]> {
  const position = at === undefined ? undefined : document.positionAt(document.getText().indexOf(at) + 1);
  const end = document.positionAt(document.getText().length);
  const range = position
    ? new vscode.Range(position, position)
    : new vscode.Range(0, 0, end.line, end.character);
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    20,
  );
}

/** The refactorings at a place, as soon as the language is there. */
async function refactorings(document: vscode.TextDocument, at: string): Promise<vscode.CodeAction[]> {
  for (let tries = 0; tries < 100; tries += 1) {
    const actions = await offered(document, CodeActionKind.Refactor, at);
    if (actions.length > 0) return actions;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return [];
}

/** Does what an action with this title says. */
async function take(actions: readonly vscode.CodeAction[], title: string): Promise<void> {
  const action = actions.find((one) => one.title === title);
  assert.ok(action, `${title} is not among: ${actions.map((one) => one.title).join(' | ')}`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit));
  const { command } = action;
  if (command)
    await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

describe('the light bulb on a flow', () => {
  afterEach(closeEverything);

  it('adds what is missing, and the problem is gone', async () => {
    const document = await openJson(flowText({ version: undefined }));
    await until(() => problemsOf(document.uri).includes('MISSING_FLOW_JSON_VERSION'));
    const actions = await offered(document, CodeActionKind.QuickFix);
    const [fix] = actions.filter(({ title }) => title === 'Set the version to 7.3');
    assert.equal(fix?.isPreferred, true);
    await take(actions, 'Set the version to 7.3');
    assert.equal(document.getText(), flowText({}));
    await until(() => problemsOf(document.uri).length === 0);
  });

  it('mends all of a kind at once', async () => {
    const wrong = flowText({ first: 1 }).replace('"title"', '"second": 2, "title"');
    const document = await openJson(wrong);
    await until(() => problemsOf(document.uri).length === 2);
    const actions = await offered(document, CodeActionKind.QuickFix);
    await take(actions, 'Remove "first", and fix all like it in this file (2)');
    assert.deepEqual(JSON.parse(document.getText()), JSON.parse(flowText({})));
    await until(() => problemsOf(document.uri).length === 0);
  });

  it('fixes what is beyond doubt when asked to fix all', async () => {
    const document = await openJson(flowText({}).replace('"terminal": true', '"terminal": "true"'));
    await until(() => problemsOf(document.uri).length > 0);
    const actions = await offered(document, CodeActionKind.SourceFixAll.append('camsFlows'));
    await take(actions, 'Fix what is beyond doubt in this flow');
    assert.equal(document.getText(), flowText({}));
  });

  it('extracts a label to the data, and one Undo takes it back', async () => {
    const before = flowText({});
    const document = await openJson(before);
    const actions = await refactorings(document, 'Done');
    // It ends when the person has named the entry; here nobody does.
    void take(actions, 'Extract to data');
    await until(() => document.getText().includes('"label": "${data.label}"'));
    assert.ok(document.getText().includes('"__example__": "Done"'));
    await vscode.commands.executeCommand('cancelRenameInput');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('upgrades without a question where nothing but the version changes', async () => {
    const document = await openJson(flowText({ version: '7.0' }));
    const actions = await refactorings(document, 'version');
    const upgrade = actions.find(({ title }) => title === 'Upgrade to 7.3…');
    assert.ok(upgrade);
    // It ends when the person has read what was done; here nobody does.
    void take([upgrade], upgrade.title);
    await until(() => document.getText() === flowText({}));
  });

  it('has nothing to say about other JSON', async () => {
    const document = await openJson('{ "name": "something else" }');
    const actions = await offered(document, CodeActionKind.Refactor);
    assert.deepEqual(
      actions.filter(({ command }) => command?.command.startsWith('camsFlows')),
      [],
    );
  });
});
