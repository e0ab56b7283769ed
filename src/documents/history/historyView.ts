import * as vscode from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import type { Flows } from '../../flows/flows';
import { isFlowRef, sameFlow, type FlowRef } from '../../flows/types';
import { setContextKey } from '../../platform/contextKeys';
import { DisposableStore } from '../../platform/disposable';
import type { FlowInFront } from '../flowInFront';
import type { KeptVersions, Version } from './types';
import { versionTexts } from './versionTexts';

const MINUTE = 60_000;

interface HistoryViewParts {
  readonly history: KeptVersions;
  readonly flows: Pick<Flows, 'get' | 'onDidChange'>;
  readonly front: FlowInFront;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
}

/**
 * The earlier versions of the flow in front, newest first, as VS Code's Timeline would show them if extensions could
 * add to it. While nobody can see the view nothing is read.
 */
export class HistoryView extends DisposableStore implements vscode.TreeDataProvider<Version> {
  /** The flow that somebody asked for, until another one comes to the front. */
  private asked: FlowRef | undefined;
  private rows: Version[] = [];
  private clock: NodeJS.Timeout | undefined;

  constructor(private readonly parts: HistoryViewParts) {
    super();
    const { history, flows, front, view } = parts;
    this.register(front.onDidChange(() => this.follow()));
    this.register(history.onDidChange((ref) => this.isShown(ref) && this.draw()));
    this.register(flows.onDidChange(() => this.describe()));
    this.register(view.onDidChangeVisibility(({ visible }) => this.setVisible(visible)));
    // What other windows have kept meanwhile.
    this.register(vscode.window.onDidChangeWindowState(({ focused }) => focused && this.draw()));
    this.register({ dispose: () => clearInterval(this.clock) });
    this.setVisible(view.visible);
  }

  /** The flow whose versions the view shows. */
  get ref(): FlowRef | undefined {
    return this.asked ?? this.parts.front.ref;
  }

  /** Shows the versions of this flow, whatever is in front, until another flow comes there. */
  async show(ref: FlowRef): Promise<void> {
    this.ask(ref);
    this.draw();
    await vscode.commands.executeCommand('camsFlows.history.focus');
  }

  getTreeItem(version: Version): vscode.TreeItem {
    const { label, description, tooltip, icon, spoken } = versionTexts(version);
    const item = new vscode.TreeItem(label);
    item.id = version.id;
    item.description = description;
    item.tooltip = tooltip;
    item.iconPath = icon;
    item.contextValue = 'version';
    item.accessibilityInformation = { label: spoken };
    item.command = {
      command: 'camsFlows.version.compare',
      title: vscode.l10n.t('Compare with Version'),
      arguments: [version],
    };
    return item;
  }

  async getChildren(version?: Version): Promise<Version[]> {
    if (version !== undefined) return [];
    for (;;) {
      const { ref } = this;
      const { rows, message } = await this.read(ref);
      // Another flow came to the front meanwhile: nobody wants this answer any more.
      if (ref !== this.ref) continue;
      this.rows = rows;
      this.describe();
      if (this.parts.view.message !== message) this.parts.view.message = message;
      return rows;
    }
  }

  private async read(ref: FlowRef | undefined): Promise<{ rows: Version[]; message?: string }> {
    if (ref === undefined) return { rows: [] };
    try {
      return { rows: [...(await this.parts.history.list(ref))] };
    } catch (error) {
      return { rows: [], message: sentenceOf(error) };
    }
  }

  private follow(): void {
    if (this.parts.front.ref !== undefined) this.ask(undefined);
    this.draw();
  }

  private ask(ref: FlowRef | undefined): void {
    this.asked = ref;
    setContextKey('camsFlows.historyAsked', ref !== undefined);
  }

  private isShown(ref: FlowRef): boolean {
    return this.ref !== undefined && sameFlow(ref, this.ref);
  }

  private setVisible(visible: boolean): void {
    clearInterval(this.clock);
    if (!visible) return;
    // "5 min" is not right for long.
    this.clock = setInterval(() => this.rows.length > 0 && this.parts.changed.fire(this.rows), MINUTE);
    this.clock.unref();
    this.draw();
  }

  private draw(): void {
    if (!this.parts.view.visible) return;
    this.describe();
    this.parts.changed.fire(undefined);
  }

  private describe(): void {
    const { flows, view } = this.parts;
    if (!view.visible) return;
    const name = this.ref && (flows.get(this.ref)?.name ?? this.ref.flowId);
    if (view.description !== name) view.description = name;
  }
}

/** True for what VS Code hands to a command that was called from a row of the view. */
export function isVersion(value: unknown): value is Version {
  if (typeof value !== 'object' || value === null) return false;
  const { ref, id, origin, at, size, meaning } = value as Record<string, unknown>;
  return (
    isFlowRef(ref) &&
    [id, origin, meaning].every((text) => typeof text === 'string') &&
    [at, size].every((number) => typeof number === 'number')
  );
}
