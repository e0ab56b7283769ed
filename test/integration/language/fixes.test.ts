import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pause, until } from '../waiting';
import { closeEverything, flowText, openJson, problemsOf, replaceAll } from './texts';

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

interface Routed {
  readonly routing_model: Record<string, string[]>;
  readonly screens: readonly {
    readonly layout: { readonly children: readonly { readonly type: string }[] };
  }[];
}

/** A flow that goes from ASK to DONE. */
function twoScreens(top: Record<string, unknown>): string {
  const footer = (action: object) => ({ type: 'Footer', label: 'Next', 'on-click-action': action });
  const layout = (...children: object[]) => ({ type: 'SingleColumnLayout', children });
  const next = { type: 'screen', name: 'DONE' };
  const hello = { type: 'TextBody', text: 'Hello' };
  const screens = [
    { id: 'ASK', title: 'Ask', layout: layout(hello, footer({ name: 'navigate', next, payload: {} })) },
    { id: 'DONE', title: 'Done', terminal: true, layout: layout(footer({ name: 'complete', payload: {} })) },
  ];
  return JSON.stringify({ version: '7.3', ...top, screens }, undefined, 2);
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

  it('writes the routing model from the actions, and sorts it by the screens', async () => {
    const document = await openJson(twoScreens({ data_api_version: '3.0' }));
    await take(await refactorings(document, 'data_api_version'), 'Generate routing model from the actions');
    await until(() => document.getText().includes('routing_model'));
    const routes = () => Object.entries((JSON.parse(document.getText()) as Routed).routing_model);
    const inOrder = [
      ['ASK', ['DONE']],
      ['DONE', []],
    ];
    assert.deepEqual(routes(), inOrder);
    await replaceAll(document, twoScreens({ routing_model: { DONE: [], ASK: ['DONE'] } }));
    await take(await refactorings(document, 'routing_model'), 'Sort routing model');
    await until(() => routes()[0]![0] === 'ASK');
    assert.deepEqual(routes(), inOrder);
  });

  it('moves a component to the screen that is picked', async () => {
    const document = await openJson(twoScreens({}));
    void take(await refactorings(document, 'TextBody'), 'Move to another screen…');
    const ofDone = () => (JSON.parse(document.getText()) as Routed).screens[1]!.layout.children;
    // The question comes when it comes; accepting nothing does nothing.
    while (ofDone().length === 1) {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await pause(50);
    }
    assert.deepEqual(
      ofDone().map(({ type }) => type),
      ['TextBody', 'Footer'],
    );
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
