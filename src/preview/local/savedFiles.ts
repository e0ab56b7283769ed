import * as vscode from 'vscode';
import { saveFile } from '../saveFile';
import { flowName } from '../text/flowName';

/** Saves what the page has drawn; `what` is a screen, or stands for all of them. */
export async function savePicture(flow: vscode.Uri, what: string, png: Uint8Array): Promise<void> {
  await saveFile(flow, {
    title: vscode.l10n.t('Save Picture'),
    name: `${flowName(flow)}-${what}.png`,
    filters: { PNG: ['png'] },
    bytes: png,
  });
}

export async function saveLog(flow: vscode.Uri, json: string): Promise<void> {
  await saveFile(flow, {
    title: vscode.l10n.t('Export Log'),
    name: `${flowName(flow)}-log.json`,
    filters: { JSON: ['json'] },
    bytes: new TextEncoder().encode(json),
  });
}
