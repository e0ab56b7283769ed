import { createHash } from 'node:crypto';
import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import { flowKey } from '../flowUri';

/** `<account>/<flow>`: ids of CAMS can be any text, so a hash tells folders apart and a few letters help the eye. */
export function folderOf(root: vscode.Uri, ref: FlowRef): vscode.Uri {
  return vscode.Uri.joinPath(root, accountFolder(ref.accountId), named(ref.flowId, flowKey(ref)));
}

/** The folder of an account, for telling whose folders nobody is signed in for any more. */
export function accountFolder(accountId: string): string {
  return named(accountId, accountId);
}

/** The hash comes first, as some file systems take no name that begins like `con.`. */
function named(readable: string, unique: string): string {
  const hash = createHash('sha256').update(unique).digest('hex').slice(0, 16);
  const letters = readable.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${hash}-${letters.slice(0, 20)}`;
}
