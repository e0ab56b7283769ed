import * as vscode from 'vscode';
import { askChoice, back, unlessDismissed } from '../../../accounts/steps';
import { extension } from '../../../documents/fileName';
import type { SpaceRef } from '../../../flows/types';
import { isBelow } from '../../../links/manifest/paths';
import { baseName } from '../../../platform/baseName';
import type { Parts } from '../../command';

/** A folder of flow files and the space that they should have flows in. */
export interface Place {
  readonly folder: vscode.Uri;
  readonly space: SpaceRef;
  readonly environment: string;
}

/** Of somebody else, also where `files.exclude` does not say so. */
const FOREIGN = '**/node_modules/**';

/** The folder that the command was called on, or one that the person picks; undefined when they pick none. */
export async function askFolder({ links }: Parts, given: unknown): Promise<vscode.Uri | undefined> {
  if (given instanceof vscode.Uri && !isFlowScheme(given)) {
    return given.path.endsWith(extension) ? vscode.Uri.joinPath(given, '..') : given;
  }
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const folders = new Map([...roots, ...links.folders].map((uri) => [uri.toString(), uri]));
  const choices = [...folders.values()].map((uri) => ({
    label: folderName(uri),
    detail: vscode.workspace.asRelativePath(uri),
    value: uri,
  }));
  if (choices.length === 1) return choices[0]!.value;
  const question = vscode.l10n.t('The flow files of which folder?');
  const title = vscode.l10n.t('Link Folder and Space');
  const chosen = await unlessDismissed(askChoice({ title, placeholder: question, choices }));
  return chosen === back ? undefined : chosen;
}

/** The flow files of a folder and of those below it, by path. */
export async function flowFilesIn(folder: vscode.Uri): Promise<readonly vscode.Uri[]> {
  const pattern = new vscode.RelativePattern(folder, `**/*${extension}`);
  const found = await vscode.workspace.findFiles(pattern, FOREIGN);
  return found.filter((file) => !isFlowScheme(file)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What the manifests of these files, and of new ones in the folder, call their environments, each with its space. */
export function environmentsFor(
  { links }: Parts,
  folder: vscode.Uri,
  files: readonly vscode.Uri[],
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const file of [newFileIn(folder), ...files]) {
    // The first to say so counts; a file whose manifest says otherwise is told of by itself.
    for (const [name, spaceId] of links.environmentsOf(file)) if (!known.has(name)) known.set(name, spaceId);
  }
  return known;
}

/**
 * Every manifest that is about to be written has the environment, or this rejects: before a flow is created that could not
 * be linked. Files without a manifest share one in the folder: otherwise each folder below would get its own.
 */
export async function prepareManifests(
  { links }: Parts,
  { folder, environment, space }: Place,
  files: readonly vscode.Uri[],
): Promise<void> {
  const known = links.folders;
  const nearest = files.map((file) => known.findLast((each) => isBelow(each, file)) ?? folder);
  for (const each of new Map(nearest.map((uri) => [uri.toString(), uri])).values()) {
    await links.addEnvironment(each, environment, space.spaceId);
  }
}

/** As far as manifests are concerned. */
function newFileIn(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, `new${extension}`);
}

export function folderName(folder: vscode.Uri): string {
  return baseName(folder) || folder.path;
}

function isFlowScheme({ scheme }: vscode.Uri): boolean {
  return scheme.startsWith('cams-flow');
}
