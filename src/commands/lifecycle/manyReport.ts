import { l10n } from 'vscode';
import { escaped } from '../../documents/download/report';
import type { Outcome, Row } from './many';

/** What was done with many flows, in one sentence. */
export function summaryOfRows(rows: readonly Row[]): string {
  const count = (outcome: Outcome) => rows.filter((row) => row.outcome === outcome).length;
  const told = [
    l10n.t('{0} done', count('done')),
    ...(count('refused') > 0 ? [l10n.t('{0} refused', count('refused'))] : []),
    ...(count('failed') > 0 ? [l10n.t('{0} failed', count('failed'))] : []),
    ...(count('unknown') > 0 ? [l10n.t('{0} unknown', count('unknown'))] : []),
    ...(count('notTried') > 0 ? [l10n.t('{0} not tried', count('notTried'))] : []),
  ];
  return l10n.t('Flows: {0}.', told.join(', '));
}

/** A Markdown document: for each flow what became of it and why, what needs a look first. */
export function reportOfRows(
  title: string,
  rows: readonly Row[],
  name: (row: Row) => string | undefined,
): string {
  const heads: readonly (readonly [Outcome, string])[] = [
    ['unknown', l10n.t('It is not known whether it was done: refresh the flow')],
    ['failed', l10n.t('Failed')],
    ['refused', l10n.t('Refused')],
    ['notTried', l10n.t('Not tried')],
    ['done', l10n.t('Done')],
  ];
  const sections = heads.flatMap(([outcome, head]) => {
    const some = rows.filter((row) => row.outcome === outcome);
    if (some.length === 0) return [];
    const table = [
      [l10n.t('Flow'), l10n.t('ID'), l10n.t('Why')],
      ['---', '---', '---'],
      ...some.map((row) => [name(row) ?? '–', row.ref.flowId, row.reason ?? ''].map(escaped)),
    ];
    return [`## ${head} (${some.length})`, table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
  });
  return [`# ${title}`, summaryOfRows(rows), ...sections].join('\n\n').concat('\n');
}
