import { l10n } from 'vscode';
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
  const of = (outcome: Row['outcome']) => result.rows.filter((row) => row.outcome === outcome);
  const why = (row: Row) => row.reason ?? '';
  const file = (row: Row) => row.file ?? '';
  return [
    `# ${l10n.t('Download of the WhatsApp Flows of {0}', escaped(about.space))}`,
    l10n.t('Folder: {0}', escaped(about.folder)),
    summaryOf(result),
    ...(about.note === undefined ? [] : [escaped(about.note)]),
    ...(result.stopped === undefined
      ? []
      : [`**${l10n.t('Stopped before the end.')}** ${escaped(result.stopped)}`]),
    ...section(l10n.t('Failed'), l10n.t('Why'), of('failed'), why),
    ...section(
      l10n.t('Changed by you and on CAMS: the download lies beside your file'),
      l10n.t('Downloaded to'),
      of('beside'),
      file,
    ),
    ...section(l10n.t('Changed by you: your file was left as it is'), l10n.t('File'), of('kept'), file),
  ]
    .join('\n\n')
    .concat('\n');
}

function section(title: string, column: string, rows: readonly Row[], cell: (row: Row) => string): string[] {
  if (rows.length === 0) return [];
  const head = [l10n.t('Flow'), l10n.t('ID'), column];
  const body = rows.map((row) => [row.flow.name ?? '–', row.flow.ref.flowId, cell(row)]);
  const table = [head, head.map(() => '---'), ...body.map((cells) => cells.map(escaped))];
  return [`## ${title} (${rows.length})`, table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

/** A flow's name may be anything: here it is text, not Markdown. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&!$]/g, '\\$&');
}
