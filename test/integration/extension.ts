import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { sampleAccount } from '../host/sampleAccount';
import { startSimulator, type Simulator } from '../simulator';

/** The extension under test, in the same process as the tests. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('cams-flows.cams-flows');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** The bundles of the extension that have been loaded by now. VS Code runs the tests in the same process. */
export function loadedBundles(): string[] {
  const folder = path.join(extension().extensionPath, 'dist') + path.sep;
  return Object.keys(require.cache)
    .filter((file) => file.startsWith(folder))
    .map((file) => file.slice(folder.length))
    .sort();
}

/**
 * The simulator that the extension knows an account of. One for all test files, each of which is a bundle of
 * its own: the extension looks for the account once, when it is first used.
 */
export function sharedSimulator(): Promise<Simulator> {
  const shared = globalThis as { camsSimulator?: Promise<Simulator> };
  shared.camsSimulator ??= startSimulator().then((simulator) => {
    Object.assign(process.env, sampleAccount(simulator));
    return simulator;
  });
  return shared.camsSimulator;
}
