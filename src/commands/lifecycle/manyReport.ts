import { l10n } from 'vscode';
import { pageOf, section } from '../../platform/markdownReport';
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
  const columns = [l10n.t('Flow'), l10n.t('ID'), l10n.t('Why')];
  const sections = heads.flatMap(([outcome, head]) => {
    const some = rows.filter((row) => row.outcome === outcome);
    return section(
      head,
      columns,
      some.map((row) => [name(row) ?? '–', row.ref.flowId, row.reason ?? '']),
    );
  });
  return pageOf(title, [summaryOfRows(rows), ...sections]);
}
