import * as vscode from 'vscode';

/** In every folder that links files to flows. */
const manifests = '**/cams-flows.json';

/**
 * Whether a workspace links any file to a flow: until it does, nobody needs the program to decorate files. Looks for one
 * manifest, by name, when it is first asked, and learns from then on of those that come later.
 */
export class ManifestWatch implements vscode.Disposable {
  private found: Promise<boolean> | undefined;
  private watcher: vscode.FileSystemWatcher | undefined;

  /** @param appeared called for a manifest that has just been made. */
  constructor(private readonly appeared: () => void) {}

  isThere(): Promise<boolean> {
    this.found ??= this.look();
    return this.found;
  }

  dispose(): void {
    this.watcher?.dispose();
  }

  private async look(): Promise<boolean> {
    this.watcher = vscode.workspace.createFileSystemWatcher(manifests, false, true, true);
    this.watcher.onDidCreate(() => {
      this.found = Promise.resolve(true);
      this.appeared();
    });
    return (await vscode.workspace.findFiles(manifests, '**/node_modules/**', 1)).length > 0;
  }
}
