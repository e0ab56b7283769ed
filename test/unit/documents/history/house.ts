import * as vscode from 'vscode';
import { History } from '../../../../src/documents/history/history';
import type { FlowRef } from '../../../../src/flows/types';
import { silentLog } from '../../../../src/platform/log';
import { Disk } from '../../house/disk';

export const flow = (flowId: string, accountId = 'a1'): FlowRef => ({ accountId, spaceId: 's1', flowId });
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array | undefined): string | undefined =>
  bytes && new TextDecoder().decode(bytes);

export const folder = vscode.Uri.file('/storage/history');

/** After everything that is not waiting for the clock. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** The history of one window over a disk in memory. */
export function house({ disk = new Disk(), limits = { versions: 20, bytes: 200_000_000 } } = {}) {
  const fs = disk.fsOf(vscode);
  Object.assign(vscode.workspace, { fs });
  const accounts = { all: [{ id: 'a1' }, { id: 'a2' }] } as { all: never[] };
  const history = new History({ accounts, folder, log: silentLog }, limits);
  const changed: FlowRef[] = [];
  history.onDidChange((ref) => changed.push(ref));
  const textsOf = async (ref: FlowRef) => {
    const versions = await history.list(ref);
    return Promise.all(
      versions.map(async (version) => `${version.origin} ${textOf(await history.read(version))}`),
    );
  };
  return { disk, fs, accounts, history, changed, textsOf };
}
