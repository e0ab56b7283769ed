import * as vscode from 'vscode';
import { mergeTabOf } from '../../links/merges';
import { sleep } from '../../platform/sleep';

/** What VS Code's own Git extension uses: it is no API, so it may be missing or change. */
const OPEN = '_open.mergeEditor';

/** Puts the result back to what both sides have in common, with all changes on one side only. */
const START_FROM_BOTH = 'mergeEditor.resetResultToBaseAndAutoMerge';

/** Milliseconds between two attempts, and how many there are: the editor first compares the texts. */
const [PAUSE, ATTEMPTS] = [100, 50];

interface Side {
  readonly uri: vscode.Uri;
  readonly title: string;
  readonly description?: string;
}

export interface ThreeWay {
  readonly base: vscode.Uri;
  readonly remote: Side;
  readonly own: Side;
  /** A saved file that holds one of the two sides. */
  readonly result: vscode.Uri;
}

/** False where this VS Code, or what is built on it, has no three-way merge editor. */
export async function hasMergeEditor(): Promise<boolean> {
  return (await vscode.commands.getCommands(false)).includes(OPEN);
}

export async function openMergeEditor({ base, remote, own, result }: ThreeWay): Promise<void> {
  await vscode.commands.executeCommand(OPEN, { base, input1: remote, input2: own, output: result });
  await startFromBoth(result);
}

/**
 * The editor takes what the result holds for the person's decision. It holds one of the sides: with that, every conflict would
 * count as decided. The command says neither when it can work nor whether it did; the result shows it.
 */
async function startFromBoth(result: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(result);
  const before = document.version;
  let hasBeenThere = false;
  for (let attempt = 0; attempt < ATTEMPTS && document.version === before; attempt += 1) {
    await sleep(PAUSE);
    const tab = mergeTabOf(result);
    if (tab === undefined && hasBeenThere) return;
    if (tab === undefined) continue;
    hasBeenThere = true;
    const inFront = vscode.window.tabGroups.activeTabGroup.activeTab;
    // The command works on whatever is in front.
    if (inFront === tab) await vscode.commands.executeCommand(START_FROM_BOTH);
  }
}
