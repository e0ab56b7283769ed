import { l10n, ThemeColor, ThemeIcon } from 'vscode';

export interface StatusLook {
  /** In the service's words; 'unknown' in the person's language. */
  readonly word: string;
  /** Every status has a shape of its own: colour alone tells some people nothing. */
  readonly icon: ThemeIcon;
  /** The context value of its rows: one text for all of them, as there may be thousands. */
  readonly context: string;
  /** Its place when sorted by status. */
  readonly rank: number;
}

const look = (word: string, icon: string, color: string | undefined, rank: number): StatusLook => ({
  word,
  icon: new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color)),
  context: `flow ${word.toLowerCase()}`,
  rank,
});

/** DRAFT to DEPRECATED are CAMS's; THROTTLED and BLOCKED are Meta's, and CAMS may pass them on. */
const looks: ReadonlyMap<string, StatusLook> = new Map(
  [
    look('DRAFT', 'edit', 'charts.blue', 0),
    look('PUBLISHED', 'pass-filled', 'charts.green', 1),
    look('THROTTLED', 'warning', 'list.warningForeground', 2),
    look('BLOCKED', 'error', 'list.errorForeground', 3),
    look('DEPRECATED', 'archive', 'disabledForeground', 4),
  ].map((each) => [each.word, each]),
);

const otherIcon = new ThemeIcon('info');
const unknownIcon = new ThemeIcon('circle-outline', new ThemeColor('disabledForeground'));

/** How a status looks; undefined is a status that nobody has asked for yet. */
export function statusLook(status: string | undefined): StatusLook {
  if (status === undefined)
    return { word: l10n.t('unknown'), icon: unknownIcon, context: 'flow unknown', rank: 6 };
  return looks.get(status) ?? { word: status, icon: otherIcon, context: 'flow other', rank: 5 };
}
