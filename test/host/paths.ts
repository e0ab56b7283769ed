import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** A path in the folder for everything that is fetched or built for tests. Git ignores it. */
export const cachePath = (...parts: string[]): string => path.join(projectFolder, '.vscode-test', ...parts);

/**
 * A new empty folder. It lies in the system's temporary folder because VS Code puts sockets into its data
 * folder, and a socket's path must be short.
 */
export const temporaryFolder = (purpose: string): string =>
  fs.mkdtempSync(path.join(os.tmpdir(), `cams-flows-${purpose}-`));

export function removeFolder(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
