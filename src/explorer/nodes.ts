import type { EmptyReason } from '../platform/contextKeys';
import type { FlowRef, SpaceRef } from '../flows/types';

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

/** What the tree hands to VS Code, and VS Code to our commands. The same thing is always the same object. */
export type Node = AccountNode | SpaceNode | FlowNode | FactNode | NoteNode;

/** True for what VS Code hands to a command that was called from our tree. */
export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ['account', 'space', 'flow', 'fact', 'note'].includes(value.kind as string)
  );
}
