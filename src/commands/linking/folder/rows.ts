import { l10n, type Uri } from 'vscode';
import { escaped, pageOf, section } from '../../../platform/markdownReport';
import { pathOf } from '../texts';

/** 'left': only a person can decide. 'unknown': the answer of CAMS was lost. */
export type FolderOutcome = 'linked' | 'created' | 'pulled' | 'left' | 'failed' | 'unknown' | 'notTried';

/** What became of one file. */
export interface FolderRow {
  readonly file: Uri;
  /** As people call the flow, as far as there is one. */
  readonly flow?: string;
  readonly outcome: FolderOutcome;
  readonly reason?: string;
}

/** What became of a folder, in one sentence. */
export function summaryOf(environment: string, rows: readonly FolderRow[]): string {
  const count = (outcome: FolderOutcome) => rows.filter((row) => row.outcome === outcome).length;
  const told: readonly (readonly [FolderOutcome, string])[] = [
    ['linked', l10n.t('{0} linked', count('linked'))],
    ['created', l10n.t('{0} created', count('created'))],
    ['pulled', l10n.t('{0} pulled', count('pulled'))],
    ['left', l10n.t('{0} not clear', count('left'))],
    ['failed', l10n.t('{0} failed', count('failed'))],
    ['unknown', l10n.t('{0} unknown', count('unknown'))],
    ['notTried', l10n.t('{0} not tried', count('notTried'))],
  ];
  const some = told.filter(([outcome]) => count(outcome) > 0).map(([, text]) => text);
  return some.length === 0
    ? l10n.t('{0}: nothing to link.', environment)
    : l10n.t('{0}: {1}.', environment, some.join(', '));
}

/** True when the summary is not the whole story. */
export function needsReport(rows: readonly FolderRow[]): boolean {
  return rows.some(({ outcome, reason }) => outcome === 'failed' || outcome === 'unknown' || reason);
}

/** A Markdown document: what became of each file and why, what needs a look first. */
export function reportOf(title: string, environment: string, rows: readonly FolderRow[]): string {
  const heads: readonly (readonly [FolderOutcome, string])[] = [
    ['unknown', l10n.t('It is not known whether the flow was created: look for it in the list first')],
    ['failed', l10n.t('Failed')],
    ['left', l10n.t('Not clear: link each of them by itself')],
    ['notTried', l10n.t('Not tried: run the command again to go on')],
    ['created', l10n.t('Created')],
    ['linked', l10n.t('Linked')],
    ['pulled', l10n.t('Pulled')],
  ];
  const columns = [l10n.t('File'), l10n.t('Flow'), l10n.t('Why')];
  const sections = heads.flatMap(([outcome, head]) => {
    const some = rows.filter((row) => row.outcome === outcome);
    return section(
      head,
      columns,
      some.map(({ file, flow, reason }) => [pathOf(file), flow ?? '–', reason ?? '']),
    );
  });
  return pageOf(title, [escaped(summaryOf(environment, rows)), ...sections]);
}
