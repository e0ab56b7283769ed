import * as vscode from 'vscode';
import type { Cams } from '../../src/cams/cams';
import type { Session } from '../../src/cams/types';
import { History } from '../../src/documents/history/history';
import { meaningOf } from '../../src/documents/meaning';
import { FlowWriter } from '../../src/documents/write/flowWriter';
import { Journal } from '../../src/documents/write/journal';
import type { Writing } from '../../src/documents/write/writing';
import { Links } from '../../src/links/links';
import { silentLog } from '../../src/platform/log';
import { realDisk } from './realDisk';

/** Who asks, and where on the disk what is written lies. */
export interface Desk {
  readonly cams: Cams;
  readonly session: Session;
  readonly spaceId: string;
  /** Folders: of the extension's own files, and of the workspace. */
  readonly storage: string;
  readonly workspace: string;
}

export { meaningOf };

/** The part of the program that writes flows, wired as `app.ts` does it. */
export function open({ cams, session, spaceId, storage, workspace }: Desk) {
  const never = () => new vscode.Disposable(() => undefined);
  const folder = vscode.Uri.file(workspace);
  Object.assign(vscode.workspace, {
    fs: realDisk,
    textDocuments: [],
    workspaceFolders: [{ uri: folder }],
    getConfiguration: () => ({ inspect: () => undefined }),
    getWorkspaceFolder: () => ({ uri: folder }),
    asRelativePath: (uri: vscode.Uri) => uri.path.slice(folder.path.length + 1),
    findFiles: () => Promise.resolve([vscode.Uri.joinPath(folder, 'cams-flows.json')]),
    createFileSystemWatcher: () => ({
      onDidChange: never,
      onDidCreate: never,
      onDidDelete: never,
      dispose: () => undefined,
    }),
    onDidSaveTextDocument: never,
    onDidChangeWorkspaceFolders: never,
  });

  const account = { id: session.accountId, spaces: [{ id: spaceId }] };
  const accounts = {
    all: [account],
    onDidChange: never,
    call: <T>(_: string, operation: (cams: Cams, session: Session) => Promise<T>) => operation(cams, session),
  } as unknown as ConstructorParameters<typeof FlowWriter>[0]['accounts'] &
    ConstructorParameters<typeof Links>[0]['accounts'];
  const log = silentLog;
  const stored = vscode.Uri.file(storage);
  const history = new History({ accounts, folder: vscode.Uri.joinPath(stored, 'history'), log });
  const journal = new Journal(vscode.Uri.joinPath(stored, 'unsettled'), log);
  const writer = new FlowWriter({ accounts, history, journal, log });
  const memory = new Map<string, unknown>();
  const state = {
    keys: () => [...memory.keys()],
    get: (key: string) => memory.get(key),
    update: (key: string, value: unknown) => Promise.resolve(void memory.set(key, value)),
  } as vscode.Memento;
  const documents = {
    download: async (ref: { flowId: string; spaceId: string }) => {
      const { bytes } = await cams.getFlowJson(session, { flowId: ref.flowId, custSpaceId: ref.spaceId });
      return bytes;
    },
  };

  return {
    write: (flowId: string, bytes: Uint8Array, over: Writing['over']) =>
      writer.write({ ref: { accountId: session.accountId, spaceId, flowId }, bytes, over }),
    /** All linked files of the workspace. */
    push: async () => {
      const links = new Links({ accounts, documents, history, writer, state, log });
      await links.load();
      const began = performance.now();
      const results = await links.push(links.all.map(({ link }) => link));
      const took = performance.now() - began;
      links.dispose();
      return { took, results };
    },
  };
}
