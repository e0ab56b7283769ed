import { FileSystemError } from 'vscode';

/** True for VS Code's answer that there is no such file or folder. */
export function isNotFound(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}

/** What comes of work on a file or folder; undefined when there is none. */
export async function unlessMissing<T>(work: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
