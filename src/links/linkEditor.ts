import * as vscode from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import type { FlowRef } from '../flows/types';
import type { LinkedFiles } from './linkedFiles';
import { withEnvironment, withLink, withoutLink } from './manifest/edits';
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

/** Adds and removes links: edits of the manifests. Everything rejects with an AdviceError that says why it cannot be. */
export class LinkEditor {
  constructor(private readonly parts: LinkEditorParts) {}

  async add(file: vscode.Uri, ref: FlowRef, environment: string): Promise<Link> {
    const { files, manifests, spaces } = this.parts;
    await files.load();
    requireInWorkspace(file);
    const manifest = manifests.nearest(file);
    await manifest.load();
    const known = files.table.find({ file, environment });
    const path = known?.manifest === manifest ? known.path : pathIn(manifest.folder, file);
    if (path === undefined || !isLinkPath(path)) throw notLinkable(file);
    await manifest.change(
      ...newEnvironment(manifest, environment, ref.spaceId),
      withLink({ path, environment, flowId: ref.flowId }),
    );
    await spaces.remember(ref.spaceId, ref.accountId);
    await files.readAgain();
    const row = files.table.find({ file, environment });
    if (row === undefined) throw new Error(`${path} was linked and is not`);
    return row.link;
  }

  async remove(link: Link): Promise<void> {
    const row = this.parts.files.table.find(link);
    if (row === undefined) return;
    await row.manifest.change(withoutLink({ path: row.path, environment: link.environment }));
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
