import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** A path in the folder for everything that is fetched or built for tests. Git ignores it. */
export const cachePath = (...parts: string[]): string => path.join(projectFolder, '.vscode-test', ...parts);

const temporaryFolders = new Set<string>();

/**
 * A new empty folder, which goes with this process at the latest. It lies in the system's temporary folder
 * because VS Code puts sockets into its data folder, and a socket's path must be short.
 */
export function temporaryFolder(purpose: string): string {
  if (temporaryFolders.size === 0) process.once('exit', () => temporaryFolders.forEach(removeFolder));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `cams-flows-${purpose}-`));
  temporaryFolders.add(folder);
  return folder;
}

export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
