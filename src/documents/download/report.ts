import { l10n } from 'vscode';
import { escaped, pageOf, section as table } from '../../platform/markdownReport';
import type { DownloadResult, Row } from './run';

/** A download in one sentence. */
export function summaryOf({ total, rows }: DownloadResult): string {
  const count = (...outcomes: Row['outcome'][]) =>
    rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    [l10n.t('{0} written', count('new', 'updated', 'beside')), true],
    [l10n.t('{0} unchanged', count('unchanged')), count('unchanged') > 0],
    [l10n.t('{0} kept as you changed them', count('kept')), count('kept') > 0],
    [l10n.t('{0} failed', count('failed')), count('failed') > 0],
    [l10n.t('{0} not tried', total - rows.length), total > rows.length],
  ] as const;
  const told = parts.filter(([, tell]) => tell).map(([text]) => text);
  return l10n.t('Flows: {0}.', told.join(', '));
}

/** True when the summary is not the whole story. */
export function needsReport({ rows, stopped }: DownloadResult): boolean {
  return stopped !== undefined || rows.some(({ outcome }) => ['failed', 'kept', 'beside'].includes(outcome));
}

/** A download as a Markdown document: what failed and why, and which files a person should look at. */
export function reportOf(
  result: DownloadResult,
  about: { space: string; folder: string; note?: string },
): string {
  const section = (title: string, outcome: Row['outcome'], column: string, cell: (row: Row) => string) =>
    table(
      title,
      [l10n.t('Flow'), l10n.t('ID'), column],
      result.rows
        .filter((row) => row.outcome === outcome)
        .map((row) => [row.flow.name ?? '–', row.flow.ref.flowId, cell(row)]),
    );
  const file = (row: Row) => row.file ?? '';
  return pageOf(l10n.t('Download of the WhatsApp Flows of {0}', about.space), [
    l10n.t('Folder: {0}', escaped(about.folder)),
    summaryOf(result),
    ...(about.note === undefined ? [] : [escaped(about.note)]),
    ...(result.stopped === undefined
      ? []
      : [`**${l10n.t('Stopped before the end.')}** ${escaped(result.stopped)}`]),
    ...section(l10n.t('Failed'), 'failed', l10n.t('Why'), (row) => row.reason ?? ''),
    ...section(
      l10n.t('Changed by you and on CAMS: the download lies beside your file'),
      'beside',
      l10n.t('Downloaded to'),
      file,
    ),
    ...section(l10n.t('Changed by you: your file was left as it is'), 'kept', l10n.t('File'), file),
  ]);
}
