import * as vscode from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import { readIfThere } from '../documents/download/files';
import { meaningOf } from '../documents/meaning';
import { isNotFound } from '../platform/files';

/** VS Code opens no larger text either. Flows have at most 10 MB; to say so is the business of the upload. */
const LARGEST = 50 * 1024 * 1024;

/** What a file holds on the disk. What an editor holds and has not saved does not count. */
export interface Here {
  /** See `meaningOf`; undefined when there is no such file. */
  readonly meaning?: string;
  readonly error?: unknown;
}

/** The linked files, as they were when somebody last looked. The texts themselves are not kept. */
export class LocalFiles {
  private readonly known = new Map<string, Here & { readonly stamp: string }>();

  /** What is known now; undefined before anybody has looked. */
  get(file: vscode.Uri): Here | undefined {
    return this.known.get(file.toString());
  }

  /** Reads the file where it may have changed since the last look. */
  async look(file: vscode.Uri): Promise<Here> {
    try {
      const stamp = await stampOf(file);
      const known = this.get(file) as (Here & { stamp: string }) | undefined;
      if (known?.stamp === stamp && known.error === undefined) return known;
      return await this.take(file, stamp);
    } catch (error) {
      return this.remember(file, { error, stamp: '' });
    }
  }

  /** The bytes as they are now; undefined when there is no such file. */
  async read(file: vscode.Uri): Promise<Uint8Array | undefined> {
    // Before the bytes: a change in between is then seen by the next look.
    const stamp = await stampOf(file);
    const bytes = await readIfThere(file);
    this.remember(file, { meaning: bytes && meaningOf(bytes), stamp });
    return bytes;
  }

  /** The next look reads the file, whatever its time says: two savings within one tick of the clock look the same. */
  expire(file: vscode.Uri): void {
    const known = this.known.get(file.toString());
    if (known !== undefined) this.remember(file, { ...known, stamp: 'expired' });
  }

  private async take(file: vscode.Uri, stamp: string): Promise<Here> {
    const bytes = stamp === MISSING ? undefined : await readIfThere(file);
    return this.remember(file, { meaning: bytes && meaningOf(bytes), stamp });
  }

  private remember(file: vscode.Uri, here: Here & { stamp: string }): Here {
    this.known.set(file.toString(), here);
    return here;
  }
}

/** True while an editor holds a text of this file that is not saved. */
export function hasUnsavedText(file: vscode.Uri): boolean {
  const key = file.toString();
  return vscode.workspace.textDocuments.some(({ isDirty, uri }) => isDirty && uri.toString() === key);
}

const MISSING = 'missing';

async function stampOf(file: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST) {
      throw new AdviceError(
        vscode.l10n.t('The file {0} is too large for a flow.', vscode.workspace.asRelativePath(file)),
        vscode.l10n.t('CAMS takes at most 10 MB.'),
      );
    }
    return `${mtime} ${size}`;
  } catch (error) {
    if (isNotFound(error)) return MISSING;
    throw error;
  }
}
