import * as vscode from 'vscode';
import { baseName } from '../platform/baseName';
import type { ManifestFile } from './manifest/manifestFile';
import { folderOf, folded } from './manifest/paths';
import type { SpaceAccounts } from './spaceAccounts';
import type { Link } from './types';

/** A link, and where it stands. */
export interface Row {
  readonly link: Link;
  readonly manifest: ManifestFile;
  /** Of the file, as the manifest says it. */
  readonly path: string;
}

/** Every link of the workspace, in every environment. */
export class LinkTable {
  private readonly byFile = new Map<string, Row[]>();
  readonly environments: readonly string[];

  /**
   * `manifests`: the nearer to a file the later; for one file and environment the nearest counts. `names`: the files
   * that are called otherwise on the disk, see `namesOnDisk`.
   */
  constructor(
    manifests: readonly ManifestFile[],
    spaces: SpaceAccounts,
    private readonly names: ReadonlyMap<string, vscode.Uri> = new Map(),
  ) {
    this.environments = [...new Set(manifests.flatMap(({ environments }) => [...environments.keys()]))];
    const rows = new Map(manifests.flatMap((manifest) => this.rowsOf(manifest, spaces)));
    for (const row of [...rows.values()].sort(byPath)) {
      const key = row.link.file.toString();
      this.byFile.set(key, [...(this.byFile.get(key) ?? []), row]);
    }
  }

  get files(): readonly vscode.Uri[] {
    return [...this.byFile.values()].flatMap(([row]) => (row === undefined ? [] : [row.link.file]));
  }

  /** Another text when a link reaches its flow in another way. */
  get refs(): string {
    return JSON.stringify(this.all().map(({ link }) => link.ref?.accountId));
  }

  /** By path. */
  all(environment?: string): readonly Row[] {
    const rows = [...this.byFile.values()].flat();
    return environment === undefined ? rows : rows.filter(({ link }) => link.environment === environment);
  }

  /** The links of one file. */
  of(file: vscode.Uri): readonly Row[] {
    return this.byFile.get(file.toString()) ?? [];
  }

  /** The same link as it stands now; undefined when the manifests have it no more. */
  find({ file, environment }: Pick<Link, 'file' | 'environment'>): Row | undefined {
    return this.of(file).find(({ link }) => link.environment === environment);
  }

  /** Both sides of this link mean the same now. */
  mark({ file, environment }: Link, synced: string): void {
    const rows = this.of(file).map((row) =>
      row.link.environment === environment ? { ...row, link: { ...row.link, synced } } : row,
    );
    this.byFile.set(file.toString(), rows);
  }

  private rowsOf(manifest: ManifestFile, spaces: SpaceAccounts): [string, Row][] {
    const { folder, entries } = manifest;
    return entries.map(({ path, environment, spaceId, flowId, synced }) => {
      const said = vscode.Uri.joinPath(folder, path);
      const file = this.names.get(said.toString()) ?? said;
      const accountId = spaces.accountOf(spaceId);
      const ref = accountId === undefined ? undefined : { accountId, spaceId, flowId };
      const link = { file, folder, environment, spaceId, flowId, ref, synced };
      return [JSON.stringify([environment, file.toString()]), { link, manifest, path }];
    });
  }
}

const byPath = ({ link: a }: Row, { link: b }: Row) => (a.file.path < b.file.path ? -1 : 1);

/**
 * The files that the disk spells otherwise than the manifest does and finds all the same, because it does not tell upper
 * from lower case: VS Code will ask for them by the disk's spelling. By the URI of the manifest's spelling.
 */
export async function namesOnDisk(files: readonly vscode.Uri[]): Promise<ReadonlyMap<string, vscode.Uri>> {
  const folders = new Map(files.map((file) => [folderOf(file).toString(), folderOf(file)]));
  const listings = new Map<string, ReadonlyMap<string, string>>();
  for (const [key, folder] of folders) listings.set(key, await listingOf(folder));
  const result = new Map<string, vscode.Uri>();
  for (const file of files) {
    const [folder, name] = [folderOf(file), baseName(file)];
    const actual = listings.get(folder.toString())?.get(folded(name));
    if (actual === undefined || actual === name || !(await isThere(file))) continue;
    result.set(file.toString(), vscode.Uri.joinPath(folder, actual));
  }
  return result;
}

/** Where a disk has two names that differ only in case, it tells them apart, and so do we. */
async function listingOf(folder: vscode.Uri): Promise<ReadonlyMap<string, string>> {
  const names = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
  const byName = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name] of names) {
    if (byName.has(folded(name))) twice.add(folded(name));
    byName.set(folded(name), name);
  }
  for (const name of twice) byName.delete(name);
  return byName;
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  const stat = await Promise.resolve(vscode.workspace.fs.stat(file)).catch(() => undefined);
  return stat !== undefined;
}
