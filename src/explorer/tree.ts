import type { Accounts } from '../accounts/accounts';
import type { Account } from '../accounts/types';
import type { FlowStore } from '../flows/flowStore';
import type { Flows } from '../flows/flows';
import { spaceKey, type FlowRef, type SpaceRef } from '../flows/types';
import type { EmptyReason } from '../platform/contextKeys';
import { reasonOf, whyNoRows } from './emptiness';
import { FlowRows, type Arrangement } from './flowRows';
import { facts, NodePool, type AccountNode, type FlowNode, type Node, type SpaceNode } from './nodes';
import type { SpaceListings } from './spaceListings';

export interface TreeParts {
  readonly accounts: Pick<Accounts, 'all' | 'get'>;
  readonly flows: Flows;
  readonly listings: SpaceListings;
}

/** What hangs on a node, and why if that is nothing. */
export interface Branch {
  readonly nodes: readonly Node[];
  readonly reason: EmptyReason;
}

const spacesOf = ({ id, spaces }: Account): SpaceRef[] =>
  spaces.map((space) => ({ accountId: id, spaceId: space.id }));

const bare = (reason: EmptyReason): Branch => ({ nodes: [], reason });

/**
 * Account → space → flow → fact, as far as there is something to choose: a level with a single child is
 * left out, so who has one account with one space sees flows only. An account whose keys are refused
 * keeps its row, because the way out is a button on it.
 */
export class Tree {
  readonly pool = new NodePool();
  private readonly rows = new Map<string, FlowRows>();

  constructor(private readonly parts: TreeParts) {}

  /** Reads from the cache what `branch` will need. */
  async load(node: Node | undefined): Promise<void> {
    const space = this.spaceUnder(node);
    const [account, ...others] = this.parts.accounts.all;
    const needsAll = node === undefined && others.length === 0 && space === undefined;
    const spaces = needsAll
      ? account === undefined
        ? []
        : spacesOf(account)
      : space === undefined
        ? []
        : [space];
    await Promise.all(spaces.map((ref) => this.parts.flows.store(ref).load()));
  }

  /** The space whose flows hang on a node, whatever levels are left out between them. */
  spaceUnder(node: Node | undefined): SpaceRef | undefined {
    if (node?.kind === 'space') return node.ref;
    const account =
      node === undefined
        ? this.soleAccount
        : node.kind === 'account' && this.parts.accounts.get(node.accountId);
    const [space, ...others] = account ? spacesOf(account) : [];
    return others.length === 0 ? space : undefined;
  }

  branch(node: Node | undefined, arrangement: Arrangement): Branch {
    switch (node?.kind) {
      case undefined:
        return this.root(arrangement);
      case 'account': {
        const account = this.parts.accounts.get(node.accountId);
        return account === undefined ? bare('') : this.withNote(node, this.ofAccount(account, arrangement));
      }
      case 'space':
        return this.withNote(node, this.ofSpace(node.ref, arrangement));
      case 'flow':
        return this.withNote(node, this.ofFlow(node));
      default:
        return bare('');
    }
  }

  /** Whose row would be superfluous: the only account, in good order. */
  get soleAccount(): Account | undefined {
    const [account, ...others] = this.parts.accounts.all;
    return others.length === 0 && account?.state === 'ready' ? account : undefined;
  }

  /** The failure behind an empty branch. */
  errorUnder(node: Node | undefined): unknown {
    if (node?.kind === 'flow') return this.parts.flows.store(node.ref).failureOf(node.ref.flowId)?.error;
    const space = this.spaceUnder(node);
    if (space !== undefined) return this.parts.flows.store(space).failure?.error;
    const accountId = node?.kind === 'account' ? node.accountId : this.soleAccount?.id;
    const answer = accountId === undefined ? undefined : this.parts.listings.of(accountId);
    return answer === 'running' ? undefined : answer?.error;
  }

  /** What a space's flows hang on; undefined when they stand at the root. */
  containerOf(space: SpaceRef): AccountNode | SpaceNode | undefined {
    const account = this.parts.accounts.get(space.accountId);
    if (account !== undefined && account.spaces.length > 1) return this.spaceNode(space);
    return this.containerOfSpaces(space.accountId);
  }

  parentOf(node: Node): Node | undefined {
    switch (node.kind) {
      case 'account':
        return undefined;
      case 'space':
        return this.containerOfSpaces(node.ref.accountId);
      case 'flow':
        return this.containerOf(node.ref);
      case 'fact':
        return this.flowNode(node.ref);
      case 'note':
        return node.parent;
    }
  }

  /** Sorts and filters anew what has changed. */
  update(store: FlowStore, arrangement: Arrangement): void {
    this.rowsOf(store.space).update(store, arrangement);
  }

  /** Whether a change of these flows, or of the list, leaves every row where it was drawn. */
  stays(store: FlowStore, flows: readonly FlowRef[] | undefined): boolean {
    const rows = this.rowsOf(store.space);
    if (flows === undefined) return rows.isOf(store) && rows.rows.length > 0;
    return flows
      .map(({ flowId }) => store.get(flowId))
      .every((flow) => flow === undefined || rows.stays(flow));
  }

  /** The flows of a space as they were drawn. */
  shown(space: SpaceRef): readonly FlowRef[] {
    return this.rowsOf(space).rows;
  }

  accountNode(accountId: string): AccountNode {
    return this.pool.same({ kind: 'account', accountId });
  }

  spaceNode({ accountId, spaceId }: SpaceRef): SpaceNode {
    return this.pool.same({ kind: 'space', ref: { accountId, spaceId } });
  }

  flowNode(ref: FlowRef): FlowNode {
    return this.pool.same({ kind: 'flow', ref });
  }

  private containerOfSpaces(accountId: string): AccountNode | undefined {
    return this.soleAccount?.id === accountId ? undefined : this.accountNode(accountId);
  }

  private root(arrangement: Arrangement): Branch {
    const { all } = this.parts.accounts;
    const [first, ...others] = all;
    if (first === undefined) return bare('signedOut');
    if (this.soleAccount !== undefined) return this.ofAccount(first, arrangement);
    if (others.length === 0 && !this.knowsFlows(first)) return bare('expired');
    return { nodes: all.map(({ id }) => this.accountNode(id)), reason: '' };
  }

  private ofAccount(account: Account, arrangement: Arrangement): Branch {
    const [space, ...others] = spacesOf(account);
    if (space === undefined) return bare(this.whyNoSpace(account));
    if (others.length === 0) return this.ofSpace(space, arrangement);
    return { nodes: [space, ...others].map((ref) => this.spaceNode(ref)), reason: '' };
  }

  private ofSpace(space: SpaceRef, arrangement: Arrangement): Branch {
    const account = this.parts.accounts.get(space.accountId);
    if (account === undefined) return bare('');
    const store = this.parts.flows.store(space);
    this.update(store, arrangement);
    const nodes = this.shown(space).map((ref) => this.flowNode(ref));
    return nodes.length > 0 ? { nodes, reason: '' } : bare(whyNoRows(account, store));
  }

  private ofFlow(node: FlowNode): Branch {
    const store = this.parts.flows.store(node.ref);
    const flow = store.get(node.ref.flowId);
    if (flow?.readAt !== undefined) {
      return {
        nodes: facts.map((fact) => this.pool.same({ kind: 'fact', ref: node.ref, fact })),
        reason: '',
      };
    }
    const failure = store.failureOf(node.ref.flowId);
    return bare(failure === undefined ? '' : reasonOf(failure.error));
  }

  private whyNoSpace(account: Account): EmptyReason {
    if (account.state !== 'ready') return 'expired';
    const answer = this.parts.listings.of(account.id);
    if (answer === 'running') return '';
    return answer === undefined ? 'noSpace' : reasonOf(answer.error);
  }

  private knowsFlows({ id }: Account): boolean {
    return this.parts.flows.all().some(({ space, flows }) => space.accountId === id && flows.length > 0);
  }

  /** Below the root an empty branch says why in a row; at the root a welcome text does. */
  private withNote(parent: AccountNode | SpaceNode | FlowNode, { nodes, reason }: Branch): Branch {
    if (nodes.length > 0) return { nodes, reason };
    return { nodes: [this.pool.same({ kind: 'note', parent, reason })], reason };
  }

  private rowsOf(space: SpaceRef): FlowRows {
    const key = spaceKey(space);
    let rows = this.rows.get(key);
    if (rows === undefined) this.rows.set(key, (rows = new FlowRows()));
    return rows;
  }
}
