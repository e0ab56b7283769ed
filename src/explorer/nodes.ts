import { isFlowRef, isSpaceRef, spaceKey, type FlowRef, type SpaceRef } from '../flows/types';
import type { EmptyReason } from '../platform/contextKeys';

export interface AccountNode {
  readonly kind: 'account';
  readonly accountId: string;
}

export interface SpaceNode {
  readonly kind: 'space';
  readonly ref: SpaceRef;
}

export interface FlowNode {
  readonly kind: 'flow';
  readonly ref: FlowRef;
}

export const facts = ['categories', 'jsonVersion', 'dataApiVersion', 'endpointUri'] as const;
export type Fact = (typeof facts)[number];

/** One fact about an expanded flow. */
export interface FactNode {
  readonly kind: 'fact';
  readonly ref: FlowRef;
  readonly fact: Fact;
}

/** Why there is nothing under its parent; '' while the answer is on its way. */
export interface NoteNode {
  readonly kind: 'note';
  readonly parent: AccountNode | SpaceNode | FlowNode;
  readonly reason: EmptyReason;
}

export type Node = AccountNode | SpaceNode | FlowNode | FactNode | NoteNode;

/** True for what VS Code hands to a command that was called from our tree. */
export function isNode(value: unknown): value is Node {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, accountId, ref, parent } = value as Record<string, unknown>;
  switch (kind) {
    case 'account':
      return typeof accountId === 'string';
    case 'space':
      return isSpaceRef(ref);
    case 'flow':
    case 'fact':
      return isFlowRef(ref);
    case 'note':
      return isNode(parent);
    default:
      return false;
  }
}

/** Unique in the tree, and the same after a restart: VS Code remembers by it what was expanded. */
export function nodeId(node: Node): string {
  switch (node.kind) {
    case 'account':
      return `account:${node.accountId}`;
    case 'space':
      return `space:${spaceKey(node.ref)}`;
    case 'flow':
      return `flow:${spaceKey(node.ref)}/${node.ref.flowId}`;
    case 'fact':
      return `fact:${spaceKey(node.ref)}/${node.ref.flowId}/${node.fact}`;
    case 'note':
      return `note:${nodeId(node.parent)}/${node.reason}`;
  }
}

/** VS Code tells nodes apart by identity: here the same thing is always the same object. */
export class NodePool {
  private readonly nodes = new Map<string, Node>();

  same<T extends Node>(node: T): T {
    const id = nodeId(node);
    const known = this.nodes.get(id);
    if (known !== undefined) return known as T;
    this.nodes.set(id, node);
    return node;
  }
}
