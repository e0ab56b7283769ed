import * as vscode from 'vscode';
import { isVersion } from '../../documents/history/historyView';
import type { Version } from '../../documents/history/history';
import { versionTexts } from '../../documents/history/versionTexts';
import { versionRefOf } from '../../documents/history/versionUri';
import { labelOf } from '../../documents/sentences';
import type { FlowRef } from '../../flows/types';
import { showInformationMessage } from '../../platform/messages';
import type { Parts } from '../command';
import { flowTarget } from '../flowTarget';

/**
 * The version that a command is about: the row or document it was called on, the version in front, else the one that the
 * person picks. Undefined when they pick none.
 */
export async function versionTarget(
  parts: Parts,
  args: readonly unknown[],
  title: string,
): Promise<Version | undefined> {
  const [given] = args;
  if (isVersion(given)) return given;
  const uri = given instanceof vscode.Uri ? given : vscode.window.activeTextEditor?.document.uri;
  const shown = uri && (await versionIn(parts, uri));
  if (shown !== undefined) return shown;
  const ref = await historyTarget(parts, args);
  return ref && pickVersion(parts, ref, title);
}

/** The flow whose history a command is about: also that of a linked file, of a version, and of a preview. */
export async function historyTarget(parts: Parts, args: readonly unknown[]): Promise<FlowRef | undefined> {
  const [given] = args;
  const uri = given instanceof vscode.Uri ? given : undefined;
  if (given !== undefined && uri === undefined) return flowTarget(parts, args);
  return (uri && parts.front.flowOf(uri)) ?? parts.front.ref ?? flowTarget(parts, []);
}

async function versionIn({ history }: Parts, uri: vscode.Uri): Promise<Version | undefined> {
  const version = versionRefOf(uri);
  return version && (await history.list(version.ref)).find(({ id }) => id === version.id);
}

async function pickVersion(parts: Parts, ref: FlowRef, title: string): Promise<Version | undefined> {
  const versions = await parts.history.list(ref);
  const label = labelOf(ref, parts.flows.get(ref)?.name);
  if (versions.length === 0) {
    void showInformationMessage(vscode.l10n.t('No earlier version of {0} is kept on this computer.', label));
    return undefined;
  }
  const items = versions.map((version) => {
    const { label, description, icon, exact } = versionTexts(version);
    return { label, description, detail: exact, iconPath: icon, version };
  });
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder: label, matchOnDetail: true });
  return picked?.version;
}
