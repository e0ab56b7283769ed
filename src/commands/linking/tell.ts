import * as vscode from 'vscode';
import type { Link, LinkResult } from '../../links/types';
import { showPage } from '../../platform/markdownReport';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import type { Parts } from '../command';
import { needsReport, reportOf, summaryOf, type Direction } from './report';
import type { Outcome } from './run';
import { flowName, pathOf } from './texts';

/** How long a sentence about something that went well stays in the status bar, in milliseconds. */
const GOOD_NEWS = 10_000;

/** Tells what came of a run; true when the person wants to try the failed ones again. */
export async function tell(parts: Parts, direction: Direction, outcome: Outcome): Promise<boolean> {
  const [result] = outcome.results;
  if (outcome.results.length === 1 && result !== undefined && !outcome.cancelled) {
    tellOne(parts, direction, result);
    return false;
  }
  return tellMany(parts, direction, outcome);
}

async function tellMany(parts: Parts, direction: Direction, outcome: Outcome): Promise<boolean> {
  const sentence = summaryOf(direction, outcome);
  if (!needsReport(outcome)) {
    setStatusBarMessage(sentence, GOOD_NEWS);
    return false;
  }
  const content = reportOf(direction, outcome, {
    environment: parts.links.environment,
    flowOf: (link) => flowName(parts, link),
  });
  await showPage(content);
  const retry = vscode.l10n.t('Try the Failed Again');
  const failed = outcome.results.some(({ outcome }) => outcome === 'failed');
  const choice = await showWarningMessage(sentence, ...(failed ? [retry] : []));
  return choice === retry;
}

function tellOne(parts: Parts, direction: Direction, { link, outcome, error }: LinkResult): void {
  const [file, flow] = [pathOf(link.file), flowName(parts, link)];
  // Done, but the manifest could not be written, for example.
  if (error !== undefined && outcome !== 'conflict') throw error as Error;
  switch (outcome) {
    case 'done':
      setStatusBarMessage(
        direction === 'pull'
          ? vscode.l10n.t('Pulled {0} into {1}', flow, file)
          : vscode.l10n.t('Pushed {0} to {1} ({2})', file, flow, link.environment),
        GOOD_NEWS,
      );
      return;
    case 'same':
      setStatusBarMessage(vscode.l10n.t('{0} and {1} are the same', file, flow), GOOD_NEWS);
      return;
    case 'conflict':
      void offerMerge(link, direction);
      return;
    case 'skipped':
    case 'failed':
      void showInformationMessage(
        direction === 'pull'
          ? vscode.l10n.t('There is nothing to pull: only the file {0} has changed.', file)
          : vscode.l10n.t('There is nothing to push: the file {0} has not changed.', file),
      );
  }
}

/** Does not wait for an answer: the run is over. */
async function offerMerge({ file }: Link, direction: Direction): Promise<void> {
  const merge = vscode.l10n.t('Merge…');
  const compare = vscode.l10n.t('Compare');
  const sentence =
    direction === 'pull'
      ? vscode.l10n.t('The file {0} was left as it is: it and its flow have both changed.', pathOf(file))
      : vscode.l10n.t('The file {0} was not pushed: it and its flow have both changed.', pathOf(file));
  const choice = await showWarningMessage(sentence, merge, compare);
  if (choice === merge) await vscode.commands.executeCommand('camsFlows.link.merge', file);
  if (choice === compare) await vscode.commands.executeCommand('camsFlows.link.compare', file);
}
