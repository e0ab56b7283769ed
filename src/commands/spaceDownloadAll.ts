import * as vscode from 'vscode';
import { sentenceOf } from '../accounts/explain';
import { situationOf } from '../cams/errors';
import { DownloadFolder } from '../documents/download/folder';
import { needsReport, reportOf, summaryOf } from '../documents/download/report';
import { downloadFlows, type DownloadResult } from '../documents/download/run';
import type { Flow, SpaceRef } from '../flows/types';
import { showPage } from '../platform/markdownReport';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../platform/messages';
import { withProgress } from '../platform/progress';
import { spaceTarget } from './accountTarget';
import type { Command, Parts } from './command';

export const spaceDownloadAll: Command = async (parts, args) => {
  const space = await spaceTarget(parts, args);
  if (space === undefined) return;
  const folder = await chooseFolder();
  if (folder === undefined) return;
  const onlyMissing = await chooseExtent(folder.count(space.spaceId));
  if (onlyMissing === undefined) return;

  const { flows, note } = await list(parts, space);
  let result = await download(parts, space, { flows, folder, onlyMissing });
  while (await tell(result, { space: labelOf(parts, space), folder: folder.uri, note })) {
    result = await download(parts, space, { flows: unfinished(flows, result), folder, onlyMissing: false });
  }
};

async function chooseFolder(): Promise<DownloadFolder | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Download All Flows'),
    openLabel: vscode.l10n.t('Download Here'),
    canSelectFiles: false,
    canSelectFolders: true,
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
  });
  return chosen?.[0] && DownloadFolder.open(chosen[0]);
}

/** True for only what is missing, false for everything; a folder without an earlier download needs no question. */
async function chooseExtent(earlier: number): Promise<boolean | undefined> {
  if (earlier === 0) return false;
  const missing = {
    label: vscode.l10n.t('Only What Is Missing'),
    detail: vscode.l10n.t('Goes on with an earlier download. {0} flows of it are left as they are.', earlier),
  };
  const everything = {
    label: vscode.l10n.t('Everything Again'),
    detail: vscode.l10n.t(
      'Updates the files of flows that changed on CAMS. Files that you changed are kept.',
    ),
  };
  const title = vscode.l10n.t('This folder holds an earlier download. What should be downloaded?');
  const choice = await vscode.window.showQuickPick([missing, everything], { title, ignoreFocusOut: true });
  return choice && choice === missing;
}

/** All flows of the space. Who may not list them can still download those added by ID. */
function list(parts: Parts, space: SpaceRef): Promise<{ flows: readonly Flow[]; note?: string }> {
  const store = parts.flows.store(space);
  return withProgress(
    vscode.l10n.t('Listing the flows of {0}', labelOf(parts, space)),
    async (signal, report) => {
      const count = () => report({ message: String(store.flows.length) });
      const listening = parts.flows.onDidChange(count);
      try {
        await store.refresh({ signal, lane: 'person' });
        return { flows: store.flows };
      } catch (error) {
        if (situationOf(error) !== 'permission' || store.flows.length === 0) throw error;
        const note = vscode.l10n.t('The list may be incomplete: {0}', sentenceOf(error));
        return { flows: store.flows, note };
      } finally {
        listening.dispose();
      }
    },
  );
}

function download(
  parts: Parts,
  space: SpaceRef,
  what: { flows: readonly Flow[]; folder: DownloadFolder; onlyMissing: boolean },
): Promise<DownloadResult> {
  const title = vscode.l10n.t('Downloading the flows of {0}', labelOf(parts, space));
  return withProgress(title, (signal, report) =>
    downloadFlows({
      ...what,
      signal,
      report,
      download: (ref, options) => parts.documents.download(ref, options),
    }),
  );
}

/** Tells how it went; true when the person wants to try the failed ones again. */
async function tell(
  result: DownloadResult,
  about: { space: string; folder: vscode.Uri; note?: string },
): Promise<boolean> {
  if (result.cancelled) {
    const sentence = vscode.l10n.t('{0} Download into the same folder to go on.', summaryOf(result));
    setStatusBarMessage(sentence, 10_000);
    return false;
  }
  const sentence = summaryOf(result);
  if (!needsReport(result) && about.note === undefined) {
    void offerFolder(sentence, about.folder);
    return false;
  }
  const content = reportOf(result, { ...about, folder: vscode.workspace.asRelativePath(about.folder) });
  await showPage(content);
  const retry = vscode.l10n.t('Retry Failed');
  const failed = result.total > result.rows.length || result.rows.some(({ outcome }) => outcome === 'failed');
  const choice = await showWarningMessage(sentence, ...(failed ? [retry] : []));
  return choice === retry;
}

async function offerFolder(sentence: string, folder: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  if ((await showInformationMessage(sentence, open)) !== open) return;
  if (vscode.workspace.getWorkspaceFolder(folder) !== undefined) {
    await vscode.commands.executeCommand('revealInExplorer', folder);
  } else {
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
  }
}

/** Those that failed and those that were not tried. */
function unfinished(flows: readonly Flow[], { rows }: DownloadResult): Flow[] {
  const done = new Set(rows.filter(({ outcome }) => outcome !== 'failed').map(({ flow }) => flow.ref.flowId));
  return flows.filter(({ ref }) => !done.has(ref.flowId));
}

function labelOf({ accounts }: Parts, { accountId, spaceId }: SpaceRef): string {
  const account = accounts.get(accountId);
  const space = account?.spaces.find(({ id }) => id === spaceId);
  return space?.label ?? account?.label ?? spaceId;
}
