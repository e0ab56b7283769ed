import * as vscode from 'vscode';
import type { Flows } from '../flows/flows';
import { DisposableStore } from '../platform/disposable';
import {
  groupItem,
  groupRows,
  howFresh,
  linkItem,
  linkTooltip,
  problemItem,
  type ChangeRow,
  type LinkRow,
} from './changeRows';
import { differing } from './linkLooks';
import type { Links } from './links';
import type { Link, LinkState, LinkStatus } from './types';

const MINUTE = 60_000;

interface ChangesViewParts {
  readonly links: Pick<Links, 'load' | 'all' | 'problems' | 'environment' | 'onDidChange'>;
  readonly flows: Pick<Flows, 'get' | 'onDidChange'>;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
}

/** The linked files of the chosen environment, by how they differ from their flows. */
export class ChangesView extends DisposableStore implements vscode.TreeDataProvider<ChangeRow> {
  /** The files of each status as they were last drawn; undefined when they have changed since. */
  private groups: ReadonlyMap<LinkStatus, readonly LinkRow[]> | undefined;
  private severalFolders = false;
  private drawing: NodeJS.Timeout | undefined;
  private clock: NodeJS.Timeout | undefined;

  constructor(private readonly parts: ChangesViewParts) {
    super();
    const { links, flows, view } = parts;
    this.register(links.onDidChange(() => this.onLinksChanged()));
    this.register(flows.onDidChange(() => view.visible && this.drawSoon()));
    this.register(view.onDidChangeVisibility(({ visible }) => this.setVisible(visible)));
    this.register({
      dispose: () => {
        clearTimeout(this.drawing);
        clearInterval(this.clock);
      },
    });
    this.setVisible(view.visible);
  }

  /** Without anything linked there are no rows: then the view's welcome text says what to do. */
  async getChildren(row?: ChangeRow): Promise<ChangeRow[]> {
    await this.parts.links.load();
    const groups = this.grouped();
    if (row === undefined) {
      this.describe();
      const problems = this.parts.links.problems.map((problem) => ({ kind: 'problem' as const, problem }));
      return [...problems, ...groupRows.filter(({ status }) => groups.has(status))];
    }
    return row.kind === 'group' ? [...(groups.get(row.status) ?? [])] : [];
  }

  getTreeItem(row: ChangeRow): vscode.TreeItem {
    if (row.kind === 'problem') return problemItem(row);
    if (row.kind === 'group') return groupItem(row, this.grouped().get(row.status)?.length ?? 0);
    const { link } = row.state;
    const folder = this.severalFolders ? vscode.workspace.asRelativePath(link.folder) : '';
    return linkItem(row, { flow: this.flowName(link), folder });
  }

  resolveTreeItem(item: vscode.TreeItem, row: ChangeRow): vscode.TreeItem {
    if (row.kind === 'link') item.tooltip = linkTooltip(row.state, this.flowName(row.state.link));
    return item;
  }

  private grouped(): ReadonlyMap<LinkStatus, readonly LinkRow[]> {
    if (this.groups !== undefined) return this.groups;
    const groups = new Map<LinkStatus, LinkRow[]>();
    const folders = new Set<string>();
    for (const state of this.parts.links.all) {
      const rows = groups.get(state.status);
      const row: LinkRow = { kind: 'link', state };
      if (rows === undefined) groups.set(state.status, [row]);
      else rows.push(row);
      if (folders.size < 2) folders.add(state.link.folder.toString());
    }
    this.severalFolders = folders.size > 1;
    this.groups = groups;
    return groups;
  }

  private flowName({ ref, flowId }: Link): string {
    return (ref && this.parts.flows.get(ref)?.name) ?? flowId;
  }

  private onLinksChanged(): void {
    this.groups = undefined;
    this.drawSoon();
  }

  /** A run over many files tells of each of them: they are drawn together. */
  private drawSoon(): void {
    this.drawing ??= setTimeout(() => {
      this.drawing = undefined;
      this.describe();
      this.parts.changed.fire(undefined);
    }, 100);
  }

  private setVisible(visible: boolean): void {
    clearInterval(this.clock);
    if (!visible) return;
    this.describe();
    this.clock = setInterval(() => this.describe(), MINUTE);
  }

  /** What stands around the rows: the environment, how many files differ, and how old that knowledge is. */
  private describe(): void {
    const { links, view } = this.parts;
    const { all } = links;
    const count = all.filter(({ status }) => differing.has(status)).length;
    view.description = links.environment;
    view.badge =
      count === 0 ? undefined : { value: count, tooltip: vscode.l10n.t('Files that differ: {0}', count) };
    view.message = all.length === 0 ? undefined : howFresh(oldest(all));
  }
}

/** When the first of those that were compared was; undefined when none was. */
function oldest(states: readonly LinkState[]): number | undefined {
  return states.reduce<number | undefined>(
    (found, { comparedAt }) =>
      comparedAt === undefined || (found !== undefined && found <= comparedAt) ? found : comparedAt,
    undefined,
  );
}
