import { l10n, MarkdownString, TreeItem, TreeItemCollapsibleState, workspace } from 'vscode';
import { sentenceOf } from '../accounts/explain';
import { ageInWords } from '../platform/ages';
import { baseName } from '../platform/baseName';
import { linkLook, statuses, statusHeading, statusWord } from './linkLooks';
import type { LinkState, LinkStatus, ManifestProblem } from './types';

/** All files of one status. */
export interface GroupRow {
  readonly kind: 'group';
  readonly status: LinkStatus;
}

/** One linked file. */
export interface LinkRow {
  readonly kind: 'link';
  readonly state: LinkState;
}

/** A manifest that a person should put right. */
export interface ProblemRow {
  readonly kind: 'problem';
  readonly problem: ManifestProblem;
}

export type ChangeRow = ProblemRow | GroupRow | LinkRow;

/** True for what VS Code hands to a command that was called from the view. */
export function isChangeRow(value: unknown): value is ChangeRow {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, status, state, problem } = value as Record<string, unknown>;
  if (kind === 'problem') return typeof problem === 'object';
  if (kind === 'group') return (statuses as readonly unknown[]).includes(status);
  return kind === 'link' && typeof (state as LinkState | undefined)?.link.file === 'object';
}

export const groupRows: readonly GroupRow[] = statuses.map((status) => ({ kind: 'group', status }));

const { None, Collapsed, Expanded } = TreeItemCollapsibleState;

/** What needs nobody's attention is collapsed. */
export function groupItem({ status }: GroupRow, count: number): TreeItem {
  const heading = statusHeading(status);
  const item = new TreeItem(heading, status === 'same' ? Collapsed : Expanded);
  item.id = `group:${status}`;
  item.description = String(count);
  // The buttons of a file are offered for all files of a status as well, but a conflict is resolved one by one.
  item.contextValue = status === 'conflict' ? 'group' : `group ${status}`;
  item.accessibilityInformation = { label: l10n.t('{0}, files: {1}', heading, count) };
  return item;
}

/** Made a thousand times when all groups are expanded: the tooltip comes when somebody points at the row. */
export function linkItem(row: LinkRow, about: { flow: string; folder: string }): TreeItem {
  const { link, status } = row.state;
  const name = baseName(link.file);
  const word = statusWord(status);
  const item = new TreeItem(name, None);
  item.id = `link:${link.environment}:${link.file.toString()}`;
  item.description = [about.folder, about.flow, word].filter((text) => text !== '').join(' · ');
  item.iconPath = linkLook(status).icon;
  item.contextValue = `link ${status}`;
  item.accessibilityInformation = { label: l10n.t('{0}, flow {1}, {2}', name, about.flow, word) };
  item.command = {
    command: 'camsFlows.link.compare',
    title: l10n.t('Compare File with Flow'),
    arguments: [row],
  };
  return item;
}

export function problemItem({ problem: { manifest, error } }: ProblemRow): TreeItem {
  const path = workspace.asRelativePath(manifest);
  const item = new TreeItem(path, None);
  item.description = error.reason;
  item.iconPath = linkLook('unreadable').icon;
  item.contextValue = 'problem';
  item.tooltip = sentenceOf(error);
  item.accessibilityInformation = { label: `${path}, ${sentenceOf(error)}` };
  item.command = { command: 'vscode.open', title: l10n.t('Open'), arguments: [manifest] };
  return item;
}

/** Both ends of a link, how they differ, and since when that is known. */
export function linkTooltip({ link, status, comparedAt, error }: LinkState, flow: string): MarkdownString {
  const text = new MarkdownString('', true);
  const line = (label: string, value: string) =>
    text.appendText(`${label}: `).appendMarkdown('**').appendText(value).appendMarkdown('**  \n');
  line(l10n.t('File'), workspace.asRelativePath(link.file));
  line(l10n.t('Flow'), flow === link.flowId ? flow : `${flow} (${link.flowId})`);
  line(l10n.t('Environment'), link.environment);
  line(l10n.t('Status'), statusWord(status));
  text.appendMarkdown('\n\n').appendText(howFresh(comparedAt));
  if (error !== undefined) text.appendMarkdown('\n\n$(warning) ').appendText(sentenceOf(error));
  return text;
}

/** In a sentence, when CAMS was last asked. */
export function howFresh(comparedAt: number | undefined): string {
  return comparedAt === undefined
    ? l10n.t('Not compared with CAMS yet.')
    : l10n.t('Compared {0}.', ageInWords(comparedAt));
}
