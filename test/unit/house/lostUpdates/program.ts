import * as vscode from 'vscode';
import { Accounts } from '../../../../src/accounts/accounts';
import type { Cams } from '../../../../src/cams/cams';
import { Documents } from '../../../../src/documents/documents';
import { FlowFileSystem } from '../../../../src/documents/flowFileSystem';
import { History, type KeptVersions } from '../../../../src/documents/history/history';
import { FlowWriter } from '../../../../src/documents/write/flowWriter';
import { Journal } from '../../../../src/documents/write/journal';
import { settle } from '../../../../src/documents/write/settle';
import type { Writer } from '../../../../src/documents/write/writing';
import { Flows } from '../../../../src/flows/flows';
import { silentLog } from '../../../../src/platform/log';
import { Redactor } from '../../../../src/platform/redaction';

/** What VS Code and the world give to the program when a window opens. */
export interface Given {
  readonly globalState: vscode.Memento;
  readonly workspaceState: vscode.Memento;
  readonly secrets: vscode.SecretStorage;
  readonly cams: Cams;
}

/** Puts a fault into the program, to see that the law finds it. */
export interface Mutation {
  readonly cams?: (cams: Cams) => Cams;
  readonly history?: (history: KeptVersions) => KeptVersions;
  readonly journal?: (journal: Journal) => Journal;
  readonly writer?: (writer: FlowWriter) => FlowWriter;
}

export interface Program {
  readonly accounts: Accounts;
  readonly history: KeptVersions;
  readonly writer: Writer;
  readonly documents: Documents;
  readonly files: vscode.FileSystemProvider;
  readonly filesChanged: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  dispose(): void;
}

export const STORAGE = vscode.Uri.file('/storage');

/** The parts that write, wired as in app.ts. */
export function startProgram(given: Given, mutation: Mutation): Program {
  const log = silentLog;
  const { globalState, workspaceState, secrets } = given;
  const cams = mutation.cams?.(given.cams) ?? given.cams;
  const accounts = new Accounts({
    state: globalState,
    secrets,
    cams: () => Promise.resolve(cams),
    redactor: new Redactor(),
    log,
  });
  const flows = new Flows({ accounts, folder: STORAGE, state: globalState, log });
  const own = new History({ accounts, folder: vscode.Uri.joinPath(STORAGE, 'history'), log });
  const history = mutation.history?.(own) ?? own;
  const notes = new Journal(vscode.Uri.joinPath(STORAGE, 'journal'), log);
  const journal = mutation.journal?.(notes) ?? notes;
  const plain = new FlowWriter({ accounts, history, journal, log });
  const writer = mutation.writer?.(plain) ?? plain;
  const errorsIn = () => Promise.resolve(0);
  const documents = new Documents({
    accounts,
    flows,
    writer,
    history,
    errorsIn,
    state: globalState,
    workspaceState,
    log,
  });
  const filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const fileSystem = new FlowFileSystem(documents, filesChanged, log);
  const announcing = vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
    if (uri.scheme === 'cams-flow') documents.saving.announce(uri, reason);
  });
  void settle({ accounts, journal, log });
  return {
    accounts,
    history,
    writer,
    documents,
    files: fileSystem,
    filesChanged,
    dispose: () =>
      [announcing, fileSystem, documents, own, flows, accounts].forEach((part) => part.dispose()),
  };
}
