import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sampleAccount } from '../host/sampleAccount';
import type { Simulator } from '../simulator';

/** The extension under test, in the same process as the tests. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('cams-flows.cams-flows');
  assert.ok(found, 'VS Code does not know the extension');
  return found;
}

/** The account that the extension finds when it is first used. */
export function useAccount(simulator: Simulator): void {
  Object.assign(process.env, sampleAccount(simulator));
}
