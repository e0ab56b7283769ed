import * as vscode from 'vscode';
import { unlessMissing } from '../../platform/files';
import { fingerprintOf } from '../fingerprint';

/** The bytes of a file; undefined when there is none. */
export function readIfThere(file: vscode.Uri): Promise<Uint8Array | undefined> {
  return unlessMissing(vscode.workspace.fs.readFile(file));
}

/** The SHA-256 of a file, in hexadecimal; undefined when there is none. */
export async function fingerprintOfFile(file: vscode.Uri): Promise<string | undefined> {
  const bytes = await readIfThere(file);
  return bytes && fingerprintOf(bytes);
}

/** Writes beside and renames, so that nobody ever finds half a file, however the writing ends. */
export async function replaceFile(file: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const part = file.with({ path: `${file.path}.part` });
  try {
    await vscode.workspace.fs.writeFile(part, bytes);
    await vscode.workspace.fs.rename(part, file, { overwrite: true });
  } catch (error) {
    await Promise.resolve(vscode.workspace.fs.delete(part)).catch(() => undefined);
    throw error;
  }
}
