import * as vscode from 'vscode';
import { flowUri } from '../documents/flowUri';
import { isNode } from '../explorer/nodes';
import type { Parts } from './command';

/**
 * The document that a command about Flow JSON is for: the file, or the flow in the sidebar, that it was called on; undefined
 * for what is in front.
 */
export function flowDocument({ flows }: Parts, [first]: readonly unknown[]): vscode.Uri | undefined {
  if (first instanceof vscode.Uri) return first;
  if (!isNode(first) || first.kind !== 'flow') return undefined;
  return flowUri(first.ref, flows.get(first.ref)?.name);
}
