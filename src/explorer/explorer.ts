import type * as vscode from 'vscode';
import { sentenceOf } from '../accounts/explain';
import type { Accounts } from '../accounts/accounts';
import type { Flows, FlowsChange } from '../flows/flows';
import { sameFlow, type FlowRef } from '../flows/types';
import { unlessCancelled } from '../flows/waiting';
import { signalOf } from '../platform/cancellation';
import { setContextKey, type EmptyReason } from '../platform/contextKeys';
import { DisposableStore } from '../platform/disposable';
import { Attention } from './attention';
import { ExpandedSpaces } from './expandedSpaces';
import { orders, type Arrangement, type Order } from './flowRows';
import type { AccountNode, FlowNode, Node, SpaceNode } from './nodes';
import { SpaceListings } from './spaceListings';
import { flowTooltip } from './tooltips';
import { Tree } from './tree';
import { accountItem, factItem, flowItem, noteItem, spaceItem } from './treeItems';
import { TreeUpdates } from './treeUpdates';
import { filterMessage, ownerOf, staleMessage } from './viewTexts';

export interface ExplorerParts {
  readonly accounts: Accounts;
  readonly flows: Flows;
  readonly state: vscode.Memento;
  readonly view: vscode.TreeView<unknown>;
  readonly changed: vscode.EventEmitter<unknown>;
  /** The document of a flow. */
  readonly uriOf: (ref: FlowRef, name: string | undefined) => vscode.Uri;
}

const ORDER_KEY = 'camsFlows.order';

/** The sidebar: shows what the stores know. */
export class Explorer extends DisposableStore {
  private readonly tree: Tree;
  private readonly updates: TreeUpdates;
  private readonly attention: Attention;
  private readonly listings: SpaceListings;
  private readonly expanded: ExpandedSpaces;
  /** Rows whose tooltip speaks of an age. */
  private readonly described = new Set<FlowNode>();
  private arrangement: Arrangement;
  /** Why the whole tree is empty. */
  private reason: EmptyReason = '';

  constructor(private readonly parts: ExplorerParts) {
    super();
    const { accounts, flows, state, view, changed } = parts;
    this.arrangement = {
      order: orders.find((order) => order === state.get(ORDER_KEY)) ?? 'name',
      filter: '',
    };
    this.expanded = new ExpandedSpaces(state);
    this.listings = new SpaceListings(accounts, () => this.updates.list(undefined));
    this.tree = new Tree({ accounts, flows, listings: this.listings });
    this.attention = this.register(
      new Attention({
        accounts,
        flows,
        listings: this.listings,
        shown: (space) => this.tree.shown(space),
        minutePassed: () => this.onMinute(),
      }),
    );
    this.updates = this.register(
      new TreeUpdates(
        (nodes) => changed.fire(nodes.includes(undefined) ? undefined : nodes),
        () => this.countShown(),
      ),
    );
    this.register(accounts.onDidChange(() => this.onAccountsChanged()));
    this.register(flows.onDidChange((change) => this.onFlowsChanged(change)));
    this.register(view.onDidChangeVisibility(({ visible }) => this.attention.setVisible(visible)));
    this.register(view.onDidChangeSelection(({ selection }) => this.onSelection(selection as Node[])));
    this.register(view.onDidExpandElement(({ element }) => this.onExpanded(element as Node)));
    this.register(view.onDidCollapseElement(({ element }) => this.onCollapsed(element as Node)));
    if (view.visible) this.attention.setVisible(true);
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const { accounts, flows } = this.parts;
    switch (node.kind) {
      case 'flow': {
        const flow = flows.get(node.ref) ?? { ref: node.ref, added: false };
        return flowItem(node, flow, this.parts.uriOf(node.ref, flow.name));
      }
      case 'fact':
        return factItem(node, flows.get(node.ref));
      case 'note':
        return noteItem(node, this.tree.errorUnder(node.parent));
      case 'space':
        return spaceItem(node, accounts.get(node.ref.accountId), this.expanded.has(node.ref));
      case 'account':
        return accountItem(node, accounts.get(node.accountId));
    }
  }

  /** Answers with what is known and asks for the rest: VS Code must not wait for CAMS to draw a tree. */
  async getChildren(node?: Node): Promise<readonly Node[]> {
    await this.tree.load(node);
    const { nodes, reason } = this.tree.branch(node, this.arrangement);
    if (node === undefined) {
      this.reason = reason;
      setContextKey('camsFlows.empty', reason);
      for (const { id } of this.parts.accounts.all) void this.listings.askOnce(id);
    }
    if (node?.kind === 'flow') void this.attention.touch(node.ref, 'person');
    else this.attention.watch(this.tree.spaceUnder(node));
    this.updateView();
    return nodes;
  }

  getParent(node: Node): Node | undefined {
    return this.tree.parentOf(node);
  }

  /** Called when a person points at a row. Waits for CAMS only where there is nothing to show yet. */
  async resolveTreeItem(
    item: vscode.TreeItem,
    node: Node,
    token: vscode.CancellationToken,
  ): Promise<vscode.TreeItem> {
    if (node.kind !== 'flow') return item;
    const { flowId } = node.ref;
    const store = this.parts.flows.store(node.ref);
    const isBlank = store.askedAt(flowId) === 0;
    const reading = this.attention.touch(node.ref, 'person');
    if (isBlank) await unlessCancelled(reading, signalOf(token)).catch(() => undefined);
    item.tooltip = flowTooltip(store.get(flowId) ?? { ref: node.ref, added: false }, store.failureOf(flowId));
    this.described.add(node);
    return item;
  }

  get order(): Order {
    return this.arrangement.order;
  }

  async setOrder(order: Order): Promise<void> {
    this.arrange({ ...this.arrangement, order });
    await this.parts.state.update(ORDER_KEY, order);
  }

  /** The words that rows must contain to be shown; '' for all rows. Forgotten with the window. */
  get filter(): string {
    return this.arrangement.filter;
  }

  setFilter(text: string): void {
    const filter = text.trim();
    if (filter === this.filter) return;
    setContextKey('camsFlows.filtered', filter !== '');
    this.arrange({ ...this.arrangement, filter });
  }

  /** Shows and selects the row of a flow, if a person sees the list: what they type still goes where it went. */
  async pointOut(ref: FlowRef): Promise<void> {
    if (this.parts.view.visible) await this.reveal(ref, false);
  }

  /** Shows and selects the row of a flow; false when the list has none. Clears a filter that hides it. */
  async reveal(ref: FlowRef, focus = true): Promise<boolean> {
    const store = this.parts.flows.store(ref);
    await store.load();
    if (!store.flows.some((flow) => sameFlow(flow.ref, ref))) return false;
    this.tree.update(store, this.arrangement);
    if (!this.tree.shown(ref).some((shown) => sameFlow(shown, ref))) this.setFilter('');
    // VS Code looks for the row among those that it was told of.
    this.updates.settle();
    await this.parts.view.reveal(this.tree.flowNode(ref), { select: true, focus });
    return true;
  }

  /** Asks for everything anew that can be seen under a row; without one, for all of it. Never rejects. */
  refresh(node?: AccountNode | SpaceNode): Promise<void> {
    return this.attention.refresh(node);
  }

  private arrange(arrangement: Arrangement): void {
    this.arrangement = arrangement;
    this.updates.now(undefined);
  }

  private onAccountsChanged(): void {
    this.attention.resume();
    this.updates.list(undefined);
    this.updateView();
  }

  private onFlowsChanged({ space, flows }: FlowsChange): void {
    if (!this.attention.isOn(space)) return;
    for (const ref of flows ?? []) this.updates.row(this.tree.flowNode(ref));
    const store = this.parts.flows.store(space);
    if (!this.tree.stays(store, flows)) this.updates.list(this.tree.containerOf(space));
    // The end of a listing, or what a person did: nothing more comes that would be worth a wait.
    if (flows === undefined && !store.listing) this.updates.settle();
    this.updateView();
    this.attention.wake();
  }

  private onSelection(selection: readonly Node[]): void {
    for (const node of selection) if (node.kind === 'flow') void this.attention.touch(node.ref, 'visible');
  }

  /** What speaks of an age is no longer right. */
  private onMinute(): void {
    for (const node of this.described) this.updates.row(node);
    this.described.clear();
    this.updateView();
  }

  private onExpanded(node: Node): void {
    if (node.kind === 'space') void this.expanded.set(node.ref, true);
    this.attention.watch(this.tree.spaceUnder(node));
  }

  private onCollapsed(node: Node): void {
    if (node.kind === 'space') void this.expanded.set(node.ref, false);
    this.attention.leave(this.tree.spaceUnder(node));
  }

  private countShown(): number {
    return this.attention.stores.reduce((sum, { space }) => sum + this.tree.shown(space).length, 0);
  }

  private updateView(): void {
    const { view } = this.parts;
    const description = ownerOf(this.tree.soleAccount);
    if (view.description !== description) view.description = description;
    const message = this.messages().join(' ') || undefined;
    if (view.message !== message) view.message = message;
  }

  private messages(): string[] {
    const { stores } = this.attention;
    // What is wrong here can be many things, more than one welcome text can say.
    if (this.reason === 'failed') return [sentenceOf(this.tree.errorUnder(undefined))];
    const stale = this.reason === '' ? staleMessage(this.parts.accounts.all, stores) : undefined;
    const all = () => stores.reduce((sum, { flows }) => sum + flows.length, 0);
    const filter = this.filter === '' ? undefined : filterMessage(this.filter, this.countShown(), all());
    return [stale, filter].filter((message) => message !== undefined);
  }
}
