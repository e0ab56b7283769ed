import * as vscode from 'vscode';

/** In every folder that links files to flows. */
const manifests = '**/cams-flows.json';

/**
 * Whether a workspace links any file to a flow: until it does, nobody needs the program to decorate files. Looks for one
 * manifest, by name, when it is first asked, and learns of those that come later.
 */
export class ManifestWatch extends vscode.Disposable {
  private found: Promise<boolean> | undefined;

  /** @param appeared called for a manifest that has just been made. */
  constructor(appeared: () => void) {
    const watcher = vscode.workspace.createFileSystemWatcher(manifests, false, true, true);
    super(() => void watcher.dispose());
    watcher.onDidCreate(() => {
      this.found = Promise.resolve(true);
      appeared();
    });
  }

  isThere(): Promise<boolean> {
    this.found ??= Promise.resolve(vscode.workspace.findFiles(manifests, '**/node_modules/**', 1)).then(
      ({ length }) => length > 0,
    );
    return this.found;
  }
}
