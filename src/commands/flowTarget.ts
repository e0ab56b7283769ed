import * as vscode from 'vscode';
import { flowRefOf } from '../documents/flowUri';
import { isNode } from '../explorer/nodes';
import { isFlowRef, type FlowRef } from '../flows/types';
import type { Parts } from './command';
import { pickFlow } from './flowPick';

/**
 * The flow that a command is about: what it was called on (a row of the tree, a flow document, a
 * reference), else what is in front of the person (preview, document), else what they pick.
 * Undefined when they pick nothing.
 */
export async function flowTarget(parts: Parts, args: readonly unknown[]): Promise<FlowRef | undefined> {
  return givenFlow(args[0]) ?? activeFlow(parts) ?? pickFlow(parts, vscode.l10n.t('Which flow?'));
}

function givenFlow(value: unknown): FlowRef | undefined {
  if (value instanceof vscode.Uri) return flowRefOf(value);
  if (isNode(value)) return value.kind === 'flow' || value.kind === 'fact' ? value.ref : undefined;
  return isFlowRef(value) ? value : undefined;
}

function activeFlow(parts: Parts): FlowRef | undefined {
  const active = parts.previews.active?.ref;
  if (active !== undefined) return active;
  const uri = vscode.window.activeTextEditor?.document.uri;
  return uri === undefined ? undefined : flowRefOf(uri);
}
