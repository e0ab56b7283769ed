import { expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { ManifestWatch } from '../../../src/links/wake';

function setUp(...found: string[]) {
  const created = new vscode.EventEmitter<vscode.Uri>();
  const watcher = { onDidCreate: created.event, dispose: vi.fn() };
  const findFiles = vi.fn(async () => found.map((path) => vscode.Uri.file(path)));
  Object.assign(vscode.workspace, { findFiles, createFileSystemWatcher: vi.fn(() => watcher) });
  const appeared = vi.fn();
  return { created, watcher, findFiles, appeared, manifests: new ManifestWatch(appeared) };
}

it('looks for nothing before it is asked, and once then', async () => {
  const { manifests, findFiles } = setUp('/work/cams-flows.json');
  expect(findFiles).not.toHaveBeenCalled();
  expect(await Promise.all([manifests.isThere(), manifests.isThere()])).toEqual([true, true]);
  expect(findFiles).toHaveBeenCalledOnce();
});

it('learns of the first manifest that is made', async () => {
  const { manifests, created, appeared } = setUp();
  expect(await manifests.isThere()).toBe(false);
  created.fire(vscode.Uri.file('/work/cams-flows.json'));
  expect(appeared).toHaveBeenCalledOnce();
  expect(await manifests.isThere()).toBe(true);
});

it('watches from the first question on, and no more when it is disposed', async () => {
  const { manifests, watcher } = setUp();
  expect(vscode.workspace.createFileSystemWatcher).not.toHaveBeenCalled();
  await manifests.isThere();
  manifests.dispose();
  expect(watcher.dispose).toHaveBeenCalledOnce();
});
