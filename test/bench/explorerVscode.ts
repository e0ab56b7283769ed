/** As much of `vscode` as a row of the sidebar needs. */

export const env = { language: 'en' };
export const l10n = {
  bundle: undefined,
  t: (text: string, ...values: unknown[]) =>
    text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)])),
};
export const TreeItemCollapsibleState = { None: 0, Collapsed: 1, Expanded: 2 };

export class ThemeColor {
  constructor(readonly id: string) {}
}
export class ThemeIcon {
  constructor(
    readonly id: string,
    readonly color?: ThemeColor,
  ) {}
}
export class TreeItem {
  constructor(
    readonly label: string,
    readonly collapsibleState: number,
  ) {}
}

/** Holds the parts as they are given; the true one also writes them as text when somebody asks. */
export const Uri = { from: <Parts>(parts: Parts): Parts => parts };
