import { isNode } from '../explorer/nodes';
import { isFlowRef, type FlowRef } from '../flows/types';
import { flowKey } from '../documents/flowUri';
import type { Parts } from './command';
import { flowTarget } from './flowTarget';

/**
 * The flows that a command is about: all that are selected where VS Code hands over a selection (the row it was called on,
 * then all selected rows), else the one that `flowTarget` finds. Each once; none when the person picks nothing.
 */
export async function flowTargets(parts: Parts, args: readonly unknown[]): Promise<readonly FlowRef[]> {
  const selected = Array.isArray(args[1]) ? (args[1] as unknown[]).flatMap((each) => flowIn(each) ?? []) : [];
  if (selected.length > 0) return [...new Map(selected.map((ref) => [flowKey(ref), ref])).values()];
  const ref = await flowTarget(parts, args);
  return ref === undefined ? [] : [ref];
}

function flowIn(value: unknown): FlowRef | undefined {
  if (isNode(value)) return value.kind === 'flow' || value.kind === 'fact' ? value.ref : undefined;
  return isFlowRef(value) ? value : undefined;
}
