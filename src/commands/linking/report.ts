import { l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import type { Link, LinkResult } from '../../links/types';
import { pageOf, section } from '../../platform/markdownReport';
import type { Outcome } from './run';
import { pathOf } from './texts';

export type Direction = 'pull' | 'push';

/** A run in one sentence. */
export function summaryOf(direction: Direction, { results }: Outcome): string {
  const count = (outcome: LinkResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const done = count('done');
  const parts = [
    [direction === 'pull' ? l10n.t('{0} pulled', done) : l10n.t('{0} pushed', done), true],
    [l10n.t('{0} the same', count('same')), count('same') > 0],
    [l10n.t('{0} changed on both sides', count('conflict')), count('conflict') > 0],
    [l10n.t('{0} failed', count('failed')), count('failed') > 0],
    [l10n.t('{0} not tried', count('skipped')), count('skipped') > 0],
  ] as const;
  const told = parts.filter(([, tell]) => tell).map(([text]) => text);
  return l10n.t('Linked files: {0}.', told.join(', '));
}

/** True when the summary is not the whole story. */
export function needsReport({ results }: Outcome): boolean {
  return results.some(({ outcome, error }) => error !== undefined || outcome === 'conflict');
}

/** A run as a Markdown document: what was done, what was not, and why. */
export function reportOf(
  direction: Direction,
  outcome: Outcome,
  about: { environment: string; flowOf: (link: Link) => string },
): string {
  const of = (...wanted: LinkResult['outcome'][]) =>
    outcome.results.filter((result) => wanted.includes(result.outcome));
  const half = of('done', 'same').filter(({ error }) => error !== undefined);
  const why = ({ error }: LinkResult) => (error === undefined ? '' : sentenceOf(error));
  const table = (title: string, results: readonly LinkResult[], withWhy: boolean) =>
    section(
      title,
      [l10n.t('File'), l10n.t('Flow'), l10n.t('ID'), ...(withWhy ? [l10n.t('Why')] : [])],
      results.map((result) => [
        pathOf(result.link.file),
        about.flowOf(result.link),
        result.link.flowId,
        ...(withWhy ? [why(result)] : []),
      ]),
    );
  const title =
    direction === 'pull'
      ? l10n.t('Pull of linked files from {0}', about.environment)
      : l10n.t('Push of linked files to {0}', about.environment);
  const untouched = l10n.t('Changed on both sides: nothing was overwritten. Merge each of them, then push.');
  return pageOf(title, [
    summaryOf(direction, outcome),
    ...table(l10n.t('Failed'), of('failed'), true),
    ...table(l10n.t('Done, but the manifest does not say so'), half, true),
    ...table(untouched, of('conflict'), false),
    ...table(l10n.t('Not tried'), of('skipped'), true),
    ...table(direction === 'pull' ? l10n.t('Pulled') : l10n.t('Pushed'), of('done'), false),
    ...table(l10n.t('The same on both sides'), of('same'), false),
  ]);
}
