import * as vscode from 'vscode';
import { versionUri } from '../../documents/history/versionUri';
import type { FlowRef } from '../../flows/types';
import type { Link, LinkState } from '../../links/types';
import { showInformationMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { report } from '../report';
import { checkOne } from './check';
import { hasMergeEditor, openMergeEditor } from './mergeEditor';
import { pullLinks } from './pull';
import { pushLinks } from './push';
import { comparisonTitle, flowName, pathOf, reachable } from './texts';
import { savedOnDisk } from './unsaved';

/** Lets a person decide between a file and its flow where both have changed, change by change if possible. */
export async function mergeLink(parts: Parts, link: Link): Promise<void> {
  if (!(await savedOnDisk([link]))) return;
  const state = await checkOne(parts, link);
  if (state.status !== 'conflict') {
    tellNoConflict(parts, state);
    return;
  }
  const ref = reachable(state.link);
  const sides = await withLateProgress(
    vscode.l10n.t('Preparing to merge {0}', pathOf(link.file)),
    async (signal) => ({
      base: await parts.links.base(state.link),
      remote: await parts.documents.download(ref, { signal, lane: 'person' }),
      own: await vscode.workspace.fs.readFile(link.file),
    }),
  );
  const merge: Merge = { link: state.link, ref, ...sides };
  if (sides.base === undefined || !(await hasMergeEditor())) return compareInstead(parts, merge);
  await mergeInEditor(parts, merge, sides.base);
}

interface Merge {
  readonly link: Link;
  readonly ref: FlowRef;
  readonly remote: Uint8Array;
  readonly own: Uint8Array;
}

/**
 * All three texts come from the history: so the editor opens again after a restart, what it shows as the side of CAMS is what
 * counts as seen, and the file's own text can be brought back whatever becomes of the merge.
 */
async function mergeInEditor(
  parts: Parts,
  { link, ref, remote, own }: Merge,
  base: Uint8Array,
): Promise<void> {
  const { history } = parts;
  const name = parts.flows.get(ref)?.name;
  const uriOf = async (bytes: Uint8Array, origin: 'base' | 'overwritten') =>
    versionUri({ ref, id: (await history.keep(ref, bytes, origin)).id }, name);
  const three = {
    own: {
      uri: await uriOf(own, 'overwritten'),
      title: vscode.l10n.t('File'),
      description: pathOf(link.file),
    },
    base: await uriOf(base, 'base'),
    remote: {
      uri: await uriOf(remote, 'base'),
      title: vscode.l10n.t('On CAMS'),
      description: link.environment,
    },
    result: link.file,
  };
  watchFor(parts, link, remote);
  await openMergeEditor(three);
}

/** Where there is no common text, or no editor for three: the person edits the file beside the text on CAMS, or takes one side. */
async function compareInstead(parts: Parts, { link, ref, remote }: Merge): Promise<void> {
  const version = await parts.history.keep(ref, remote, 'base');
  const uri = versionUri({ ref, id: version.id }, parts.flows.get(ref)?.name);
  watchFor(parts, link, remote);
  await vscode.commands.executeCommand('vscode.diff', uri, link.file, comparisonTitle(parts, link));
  const takeFlow = vscode.l10n.t('Take the Flow');
  const keepFile = vscode.l10n.t('Keep the File');
  const choice = await showInformationMessage(
    vscode.l10n.t(
      'What the file and its flow last had in common is not on this computer. Bring into the file on the right what you want from the left, save it, then push it. Or take one of them as it is.',
    ),
    takeFlow,
    keepFile,
  );
  // The person has seen both texts: the one that goes is in the history.
  if (choice === takeFlow) await pullLinks(parts, [link], { overwrite: true });
  if (choice === keepFile) await pushLinks(parts, [link], { overwrite: true });
}

/** Once the merged file is saved, what was seen of CAMS may be overwritten. */
function watchFor(parts: Parts, link: Link, remote: Uint8Array): void {
  parts.merges.begin(link.file, {
    completed: () => {
      parts.links.seen(link, remote).then(
        () => offerPush(link),
        (error: unknown) => report(error, parts.log),
      );
    },
  });
}

function offerPush({ file }: Link): void {
  const push = vscode.l10n.t('Push');
  const sentence = vscode.l10n.t('The file {0} is merged. Push it when it is as it should be.', pathOf(file));
  void showInformationMessage(sentence, push).then((choice) => {
    if (choice === push) void vscode.commands.executeCommand('camsFlows.link.push', file);
  });
}

/** Does not wait for an answer: there is nothing to merge. */
function tellNoConflict(parts: Parts, { link, status, error }: LinkState): void {
  if (error !== undefined) throw error as Error;
  const file = pathOf(link.file);
  const [push, pull] = [vscode.l10n.t('Push'), vscode.l10n.t('Pull')];
  const [sentence, offer, command] =
    status === 'same'
      ? [vscode.l10n.t('There is nothing to merge: the file {0} and its flow are the same.', file)]
      : status === 'changedHere'
        ? [
            vscode.l10n.t('There is nothing to merge: only the file {0} has changed.', file),
            push,
            'camsFlows.link.push',
          ]
        : [
            vscode.l10n.t('There is nothing to merge: only the flow {0} has changed.', flowName(parts, link)),
            pull,
            'camsFlows.link.pull',
          ];
  void showInformationMessage(sentence, ...(offer === undefined ? [] : [offer])).then((choice) => {
    if (choice !== undefined && choice === offer) void vscode.commands.executeCommand(command!, link.file);
  });
}
