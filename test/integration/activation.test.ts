import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Simulator } from '../simulator';
import { extension, sharedSimulator } from './extension';

describe('the extension', () => {
  let simulator: Simulator;
  before(async () => {
    simulator = await sharedSimulator();
  });

  it('activates', async () => {
    await extension().activate();
    assert.equal(extension().isActive, true);
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
const generatedForViews = /^camsFlows\.flows\.(focus|open|removeView|resetViewLocation|toggleVisibility)$/;
