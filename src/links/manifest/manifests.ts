import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import { ManifestFile } from './manifestFile';
import { folderOf, isBelow, MANIFEST } from './paths';

/** More folders than anybody keeps flows in. */
const MOST = 1_000;

/** What is somebody else's, also where `files.exclude` does not say so. */
const FOREIGN = 'node_modules';

/** The manifests of the workspace. */
export class Manifests extends DisposableStore {
  private readonly files = new Map<string, ManifestFile>();

  constructor(private readonly log: Log) {
    super();
    this.register({ dispose: () => this.all.forEach((file) => file.dispose()) });
  }

  /** Those that exist, the nearer to a file the later. */
  get all(): readonly ManifestFile[] {
    return [...this.files.values()]
      .filter(({ exists }) => exists)
      .sort((a, b) => depthOf(a.uri) - depthOf(b.uri) || (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** Looks for them in all folders of the workspace. */
  async find(): Promise<void> {
    const found = await vscode.workspace.findFiles(`**/${MANIFEST}`, `**/${FOREIGN}/**`, MOST);
    const gone = this.all.filter(({ uri }) => vscode.workspace.getWorkspaceFolder(uri) === undefined);
    for (const { uri } of gone) this.files.delete(uri.toString());
    await this.read([...found, ...this.all.map(({ uri }) => uri)]);
  }

  /** Reads these again; true when somebody else has changed one. */
  async read(uris: readonly vscode.Uri[]): Promise<boolean> {
    const keys = new Map(uris.map((uri) => [uri.toString(), uri]));
    const changed = await Promise.all([...keys.values()].map((uri) => this.at(folderOf(uri)).load()));
    return changed.includes(true);
  }

  /** The manifest of this folder, which need not exist yet. */
  at(folder: vscode.Uri): ManifestFile {
    const uri = vscode.Uri.joinPath(folder, MANIFEST);
    const key = uri.toString();
    const known = this.files.get(key);
    if (known !== undefined) return known;
    const file = new ManifestFile(uri, this.log);
    this.files.set(key, file);
    return file;
  }

  /** The manifest that a file belongs to: the nearest in its folder or above; else one in its folder, to be made. */
  nearest(file: vscode.Uri): ManifestFile {
    return this.all.findLast(({ folder }) => isBelow(folder, file)) ?? this.at(folderOf(file));
  }

  /** True for a manifest in a place where we look for them. */
  isManifest({ path }: vscode.Uri): boolean {
    return path.endsWith(`/${MANIFEST}`) && !path.includes(`/${FOREIGN}/`);
  }
}

const depthOf = ({ path }: vscode.Uri) => path.split('/').length;
