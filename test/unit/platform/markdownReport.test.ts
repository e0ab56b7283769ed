import { expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { showPage } from '../../../src/platform/markdownReport';

it('shows a page beside the preview that a person looks at, not over it', async () => {
  const page = {};
  const showTextDocument = vi.fn(async () => undefined);
  const preview = { input: new vscode.TabInputWebview('mainThreadWebview-camsFlows.localPreview') };
  const front = { viewColumn: 2, activeTab: preview };
  Object.assign(vscode.workspace, { openTextDocument: async () => page });
  Object.assign(vscode.window, {
    showTextDocument,
    tabGroups: { all: [front, { viewColumn: 1, activeTab: undefined }], activeTabGroup: front },
  });
  await showPage('# Report\n');
  expect(showTextDocument).toHaveBeenCalledExactlyOnceWith(page, { preview: false, viewColumn: 1 });
});
