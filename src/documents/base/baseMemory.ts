import type { Memento } from 'vscode';
import type { Base } from '../content';

const KEY = 'camsFlows.bases';

/** More editors with edits than this have nobody who remembers them. */
const MOST = 100;

type Stored = Omit<Base, 'bytes'> & { readonly uri: string };

/**
 * What editors with edits are based on, in the state of the workspace: after a restart VS Code restores their texts without
 * reading the flows. Small: no bytes.
 */
export class BaseMemory {
  constructor(private readonly state: Memento) {}

  get(uri: string): Base | undefined {
    return this.all().find((stored) => stored.uri === uri);
  }

  put(uri: string, { fingerprint, meaning, mtime, ctime, size }: Base): void {
    const stored = { uri, fingerprint, meaning, mtime, ctime, size };
    this.write([...this.without(uri), stored].slice(-MOST));
  }

  remove(uri: string): void {
    const left = this.without(uri);
    if (left.length < this.all().length) this.write(left);
  }

  private without(uri: string): Stored[] {
    return this.all().filter((stored) => stored.uri !== uri);
  }

  private all(): Stored[] {
    const stored = this.state.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter(isStored) : [];
  }

  private write(all: readonly Stored[]): void {
    void this.state.update(KEY, all.length > 0 ? all : undefined);
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, fingerprint, meaning, mtime, ctime, size } = value as Record<string, unknown>;
  const texts = [uri, fingerprint, meaning].every((field) => typeof field === 'string');
  return texts && [mtime, ctime, size].every((field) => typeof field === 'number');
}
