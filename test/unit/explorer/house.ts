import { vi } from 'vitest';
import * as vscode from 'vscode';
import type { Accounts } from '../../../src/accounts/accounts';
import type { Account } from '../../../src/accounts/types';
import { flowUri } from '../../../src/documents/flowUri';
import { Explorer } from '../../../src/explorer/explorer';
import type { FlowNode, Node } from '../../../src/explorer/nodes';
import { contextKeys as defaults } from '../../../src/platform/contextKeys';
import { account, house as flowsHouse, MemoryDisk, MemoryState, turns } from '../flows/house';

/** A tree view whose events the test fires. */
class FakeView {
  private readonly visibility = new vscode.EventEmitter<{ visible: boolean }>();
  private readonly selecting = new vscode.EventEmitter<{ selection: readonly unknown[] }>();
  private readonly expanding = new vscode.EventEmitter<{ element: unknown }>();
  private readonly collapsing = new vscode.EventEmitter<{ element: unknown }>();
  readonly onDidChangeVisibility = this.visibility.event;
  readonly onDidChangeSelection = this.selecting.event;
  readonly onDidExpandElement = this.expanding.event;
  readonly onDidCollapseElement = this.collapsing.event;
  readonly reveal = vi.fn(async () => undefined);
  visible = false;
  description: string | undefined;
  message: string | undefined;

  show(visible: boolean): void {
    this.visible = visible;
    this.visibility.fire({ visible });
  }
  select(...selection: unknown[]): void {
    this.selecting.fire({ selection });
  }
  expand(element: unknown): void {
    this.expanding.fire({ element });
  }
  collapse(element: unknown): void {
    this.collapsing.fire({ element });
  }
}

/** The sidebar in a window that the test plays: it draws when VS Code would. */
export function house(
  accountList: readonly Account[] = [account('a', ['s1'])],
  {
    disk = new MemoryDisk(),
    state = new MemoryState(),
    refreshSpaces = undefined as undefined | (() => Promise<void>),
  } = {},
) {
  const inner = flowsHouse(accountList, { disk, state });
  if (refreshSpaces !== undefined) inner.accounts.refreshSpaces = refreshSpaces;
  const view = new FakeView();
  const changed = new vscode.EventEmitter<unknown>();
  const progress: string[] = [];
  const contextKeys: Record<string, unknown> = { ...defaults };
  Object.assign(vscode.env, { language: 'en' });
  Object.assign(vscode.window, {
    withProgress: (options: { location: { viewId: string } }, task: () => Promise<unknown>) => {
      progress.push(options.location.viewId);
      return task();
    },
  });
  Object.assign(vscode.commands, {
    executeCommand: vi.fn(async (command: string, key: string, value: unknown) => {
      if (command === 'setContext') contextKeys[key] = value;
    }),
  });
  const explorer = new Explorer({
    accounts: inner.accounts as unknown as Accounts,
    flows: inner.flows,
    state,
    view: view as unknown as vscode.TreeView<unknown>,
    changed,
    uriOf: flowUri,
  });
  /** What VS Code was told to draw anew; undefined stands for the whole tree. */
  const drawn: (Node | undefined)[] = [];
  changed.event((nodes) => drawn.push(...((Array.isArray(nodes) ? nodes : [nodes]) as (Node | undefined)[])));

  const children = async (node?: Node) => [...(await explorer.getChildren(node))];
  const itemOf = (node: Node) => explorer.getTreeItem(node);
  /** The tree as text, two blanks for each level; flows are not expanded. */
  const draw = async (node?: Node, indent = ''): Promise<string[]> => {
    const lines: string[] = [];
    for (const child of await children(node)) {
      const { label, description } = itemOf(child);
      lines.push(`${indent}${label as string}${description ? ` [${description as string}]` : ''}`);
      if (child.kind === 'account' || child.kind === 'space')
        lines.push(...(await draw(child, `${indent}  `)));
    }
    return lines;
  };
  const show = async () => {
    view.show(true);
    const lines = await draw();
    await turns();
    return lines;
  };
  const flowNode = async (id: string, parent?: Node): Promise<FlowNode> => {
    const node = (await children(parent)).find((each) => each.kind === 'flow' && each.ref.flowId === id);
    return node as FlowNode;
  };
  return { ...inner, explorer, view, drawn, progress, contextKeys, children, itemOf, draw, show, flowNode };
}

export type House = ReturnType<typeof house>;
