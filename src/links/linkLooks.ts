import { l10n, ThemeColor, ThemeIcon } from 'vscode';
import type { LinkStatus } from './types';

/** In the order in which a person should look at them. */
export const statuses: readonly LinkStatus[] = [
  'conflict',
  'changedHere',
  'changedThere',
  'missingHere',
  'missingThere',
  'unreadable',
  'neverCompared',
  'same',
];

/** What somebody has to do something about. */
export const differing: ReadonlySet<LinkStatus> = new Set([
  'conflict',
  'changedHere',
  'changedThere',
  'missingHere',
  'missingThere',
]);

/** How a status looks. Every one has a shape of its own: colour alone tells some people nothing. */
interface LinkLook {
  readonly icon: ThemeIcon;
  /** Behind the file's name, beside the letters of Git; none where there is nothing to say. */
  readonly letter?: string;
  readonly color?: ThemeColor;
}

const look = (icon: string, color?: string, letter?: string): LinkLook => {
  const themed = color === undefined ? undefined : new ThemeColor(color);
  return { icon: new ThemeIcon(icon, themed), letter, color: themed };
};

const looks: Readonly<Record<LinkStatus, LinkLook>> = {
  conflict: look('warning', 'gitDecoration.conflictingResourceForeground', '!'),
  changedHere: look('arrow-up', 'gitDecoration.modifiedResourceForeground', '↑'),
  changedThere: look('arrow-down', 'gitDecoration.submoduleResourceForeground', '↓'),
  missingHere: look('cloud-download', 'gitDecoration.submoduleResourceForeground'),
  missingThere: look('debug-disconnect', 'gitDecoration.deletedResourceForeground', '✗'),
  unreadable: look('error', 'list.warningForeground', '?'),
  neverCompared: look('circle-outline'),
  same: look('pass'),
};

export function linkLook(status: LinkStatus): LinkLook {
  return looks[status];
}

/** The status in a word or two, behind a file's name. */
export function statusWord(status: LinkStatus): string {
  switch (status) {
    case 'conflict':
      return l10n.t('changed on both sides');
    case 'changedHere':
      return l10n.t('changed here');
    case 'changedThere':
      return l10n.t('changed on CAMS');
    case 'missingHere':
      return l10n.t('no file here');
    case 'missingThere':
      return l10n.t('no such flow on CAMS');
    case 'unreadable':
      return l10n.t('cannot be read');
    case 'neverCompared':
      return l10n.t('not compared yet');
    case 'same':
      return l10n.t('the same');
  }
}

/** The heading above all files of a status. */
export function statusHeading(status: LinkStatus): string {
  switch (status) {
    case 'conflict':
      return l10n.t('Changed on Both Sides');
    case 'changedHere':
      return l10n.t('Changed Here');
    case 'changedThere':
      return l10n.t('Changed on CAMS');
    case 'missingHere':
      return l10n.t('No File Here');
    case 'missingThere':
      return l10n.t('No Such Flow on CAMS');
    case 'unreadable':
      return l10n.t('Cannot Be Read');
    case 'neverCompared':
      return l10n.t('Not Compared Yet');
    case 'same':
      return l10n.t('The Same');
  }
}
