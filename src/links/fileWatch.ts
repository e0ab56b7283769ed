import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';

/** Programs that write many files, and folders that move, are one change. */
const TOGETHER = 200;

/** Files and folders that came, changed or went. */
export class FileChanges {
  constructor(private readonly uris: ReadonlyMap<string, vscode.Uri>) {}

  /** True for these files, and for what lay in a folder that has gone: there may be thousands of them. */
  concern(file: vscode.Uri): boolean {
    for (let path = file.path; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      if (this.uris.has(file.with({ path }).toString())) return true;
    }
    return false;
  }

  filter(is: (uri: vscode.Uri) => boolean): vscode.Uri[] {
    return [...this.uris.values()].filter(is);
  }
}

/**
 * Tells what changes in the workspace, a moment later and all together. VS Code watches its folders anyway; a folder that
 * goes is told of by itself, without its files.
 */
export class FileWatch extends DisposableStore {
  private readonly changed = new Map<string, vscode.Uri>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    matters: (uri: vscode.Uri) => boolean,
    private readonly tell: (changes: FileChanges) => void,
  ) {
    super();
    const watcher = this.register(vscode.workspace.createFileSystemWatcher('**/*'));
    for (const event of [watcher.onDidChange, watcher.onDidCreate]) {
      this.register(event((uri) => this.note(uri, matters(uri))));
    }
    this.register(watcher.onDidDelete((uri) => this.note(uri, true)));
    // Not every kind of file system tells of its changes.
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.note(uri, matters(uri))));
    this.register({ dispose: () => clearTimeout(this.timer) });
  }

  private note(uri: vscode.Uri, matters: boolean): void {
    if (!matters) return;
    this.changed.set(uri.toString(), uri);
    this.timer ??= setTimeout(() => {
      const changes = new FileChanges(new Map(this.changed));
      this.changed.clear();
      this.timer = undefined;
      this.tell(changes);
    }, TOGETHER);
  }
}
