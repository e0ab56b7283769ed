import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../simulator';
import { extension, loadedBundles, sharedSimulator } from './extension';
import { pause } from './waiting';

/** Longer than it takes until JSON that has been typed is looked at. */
const LOOKED_AT = 1_000;

describe('the extension', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await sharedSimulator();
  });

  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
  });

  it('loads neither the program nor the language for JSON that is no flow', async () => {
    const before = loadedBundles();
    assert.ok(!before.includes('language.js') && !before.includes('local.js'));
    const texts = [
      '{ "name": "screens", "version": "1.2.3", "dependencies": { "screens": "^7.3.0" } }',
      '{ "compilerOptions": { "strict": true } }',
      '[{ "version": "7.3", "screens": [] }]',
      '{',
      '',
    ];
    for (const content of texts) {
      const document = await vscode.workspace.openTextDocument({ language: 'json', content });
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), ' ');
      await vscode.workspace.applyEdit(edit);
    }
    await vscode.workspace.openTextDocument(vscode.Uri.joinPath(extension().extensionUri, 'package.json'));
    await pause(LOOKED_AT);
    assert.deepEqual(loadedBundles(), before);
  });

  it('registers exactly the commands that it contributes', async () => {
    const contributed = extension().packageJSON.contributes.commands.map(
      (each: { command: string }) => each.command,
    );
    const registered = (await vscode.commands.getCommands(true)).filter(
      (id) => id.startsWith('camsFlows.') && !generatedForViews.test(id),
    );
    assert.deepEqual(registered.sort(), contributed.sort());
  });

  it('asks CAMS nothing before a person opens the view, and something then', async () => {
    await extension().activate();
    assert.equal(simulator.requests.all.length, 0);
    const asked = simulator.requests.next('ListInstance');
    await vscode.commands.executeCommand('camsFlows.flows.focus');
    assert.equal((await asked).status, 200);
  });
});

/** VS Code makes some commands of its own for every view: focus, open, remove, reset its place, and the tree's. */
const generatedForViews =
  /^camsFlows\.(flows|changes|history)\.(focus|open|removeView|resetViewLocation|toggleVisibility)$/;
