import type { Uri } from 'vscode';

/** What a file or folder is called: the end of its path. */
export function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
