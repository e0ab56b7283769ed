import * as vscode from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import type { FlowRef, SpaceRef } from '../flows/types';
import type { LinkedFiles } from './linkedFiles';
import { withEnvironment, withLink, withoutLinks } from './manifest/edits';
import type { ManifestFile } from './manifest/manifestFile';
import type { Manifests } from './manifest/manifests';
import { isLinkPath, pathIn } from './manifest/paths';
import type { SpaceAccounts } from './spaceAccounts';
import type { Link } from './types';

interface LinkEditorParts {
  readonly files: LinkedFiles;
  readonly manifests: Manifests;
  readonly spaces: SpaceAccounts;
}

/** A file and the flow that it should be linked to. */
export interface Pair {
  readonly file: vscode.Uri;
  readonly ref: FlowRef;
}

/** Adds and removes links: edits of the manifests. Everything rejects with an AdviceError that says why it cannot be. */
export class LinkEditor {
  constructor(private readonly parts: LinkEditorParts) {}

  async add(file: vscode.Uri, ref: FlowRef, environment: string): Promise<Link> {
    const [link] = await this.addMany([{ file, ref }], environment);
    return link!;
  }

  /** Each manifest is written once. Where one cannot be, those before it are. */
  async addMany(pairs: readonly Pair[], environment: string): Promise<readonly Link[]> {
    const { files, manifests, spaces } = this.parts;
    await files.load();
    for (const { file, ref } of pairs) {
      requireInWorkspace(file);
      this.requireOneDefault(ref);
    }
    const byManifest = new Map<ManifestFile, Pair[]>();
    for (const pair of pairs) {
      const manifest = manifests.nearest(pair.file);
      byManifest.set(manifest, [...(byManifest.get(manifest) ?? []), pair]);
    }
    try {
      for (const [manifest, some] of byManifest) {
        await manifest.load();
        const changes = some.flatMap(({ file, ref }) => this.changesFor(manifest, file, ref, environment));
        await manifest.change(...changes);
        for (const { ref } of some) await spaces.remember(ref.spaceId, ref.accountId);
      }
    } finally {
      await files.readAgain();
    }
    return pairs.map(({ file }) => {
      const row = files.table.find({ file, environment });
      if (row === undefined) throw new Error(`${file.path} was linked and is not`);
      return row.link;
    });
  }

  /** Why `add` would reject now; undefined when it may be tried. */
  obstacle(file: vscode.Uri, space: SpaceRef, environment: string): AdviceError | undefined {
    try {
      requireInWorkspace(file);
      this.requireOneDefault(space);
      const manifest = this.parts.manifests.nearest(file);
      this.pathOf(manifest, file, environment);
      newEnvironment(manifest, environment, space.spaceId);
      return manifest.obstacle;
    } catch (error) {
      if (error instanceof AdviceError) return error;
      throw error;
    }
  }

  /** One change for each manifest, however many links it has. */
  async remove(links: readonly Link[]): Promise<void> {
    const rows = links.flatMap((link) => this.parts.files.table.find(link) ?? []);
    for (const manifest of new Set(rows.map(({ manifest }) => manifest))) {
      const ofManifest = rows.filter((row) => row.manifest === manifest);
      await manifest.change(
        withoutLinks(ofManifest.map(({ path, link }) => ({ path, environment: link.environment }))),
      );
    }
    await this.parts.files.readAgain();
  }

  async addEnvironment(folder: vscode.Uri, name: string, spaceId: string): Promise<void> {
    const { files, manifests } = this.parts;
    await files.load();
    requireInWorkspace(folder);
    const manifest = manifests.at(folder);
    await manifest.load();
    await manifest.change(...newEnvironment(manifest, name, spaceId));
    await files.readAgain();
  }

  private changesFor(
    manifest: ManifestFile,
    file: vscode.Uri,
    { spaceId, flowId }: FlowRef,
    environment: string,
  ) {
    const path = this.pathOf(manifest, file, environment);
    return [...newEnvironment(manifest, environment, spaceId), withLink({ path, environment, flowId })];
  }

  /** A manifest calls the default space of every account the same: two of them would be taken for one. */
  private requireOneDefault({ accountId, spaceId }: SpaceRef): void {
    const { files, spaces } = this.parts;
    const known = spaces.accountOf(spaceId);
    if (spaceId !== '' || known === undefined || known === accountId) return;
    if (!files.table.all().some(({ link }) => link.spaceId === '')) return;
    throw new AdviceError(
      vscode.l10n.t('Files here are linked to the default space of another account.'),
      vscode.l10n.t('Add the space of this account by its ID, then link the files to that one.'),
    );
  }

  /** As the manifest says it already, else as it will. */
  private pathOf(manifest: ManifestFile, file: vscode.Uri, environment: string): string {
    const known = this.parts.files.table.find({ file, environment });
    const path = known?.manifest === manifest ? known.path : pathIn(manifest.folder, file);
    if (path === undefined || !isLinkPath(path)) throw notLinkable(file);
    return path;
  }
}

function newEnvironment(manifest: ManifestFile, name: string, spaceId: string) {
  if (name.trim() === '') {
    throw new AdviceError(
      vscode.l10n.t('An environment needs a name.'),
      vscode.l10n.t('Give it one, such as "staging".'),
    );
  }
  const known = manifest.environments.get(name);
  if (known === undefined) return [withEnvironment(name, spaceId)];
  if (known === spaceId) return [];
  throw new AdviceError(
    vscode.l10n.t('The environment "{0}" of this folder is the space "{1}".', name, known),
    vscode.l10n.t('Choose a flow of that space, or another environment.'),
  );
}

function requireInWorkspace(uri: vscode.Uri): void {
  if (vscode.workspace.getWorkspaceFolder(uri) !== undefined) return;
  throw new AdviceError(
    vscode.l10n.t('{0} is not in a folder that is open here.', vscode.workspace.asRelativePath(uri)),
    vscode.l10n.t('Open its folder, then try again.'),
  );
}

function notLinkable(file: vscode.Uri): AdviceError {
  return new AdviceError(
    vscode.l10n.t('{0} cannot be linked to a flow.', vscode.workspace.asRelativePath(file)),
    vscode.l10n.t('The name must end in .flow.json, without colons and backslashes.'),
  );
}
