import type { Memento, Uri } from 'vscode';
import { isAddress } from './address';

/** That a flow is connected: all of it that is kept outside of SecretStorage. */
export interface Connection {
  /** Without its query. */
  readonly address: string;
  /** The id of the endpoint's record. */
  readonly keys: string;
}

const PREFIX = 'camsFlows.endpoint.';

/** Which flows of this workspace are connected, by their document. Settings and files of the workspace have no say. */
export class Connections {
  /** Names of untitled documents are given again: their connections end with them. */
  private readonly untitled = new Map<string, Connection>();

  constructor(private readonly state: Memento) {}

  of(uri: Uri): Connection | undefined {
    const key = uri.toString();
    return this.untitled.get(key) ?? connectionOf(this.state.get(PREFIX + key));
  }

  async set(uri: Uri, connection: Connection): Promise<void> {
    if (uri.scheme === 'untitled') this.untitled.set(uri.toString(), connection);
    else await this.state.update(PREFIX + uri.toString(), connection);
  }

  async remove(uri: Uri): Promise<void> {
    await this.forget(uri.toString());
  }

  /** An untitled document was closed. True when it was connected. */
  removeUntitled(uri: Uri): boolean {
    return this.untitled.delete(uri.toString());
  }

  /** Documents whose flows use these keys, as texts. */
  usersOf(keys: string): string[] {
    const stored = this.state.keys().filter((key) => key.startsWith(PREFIX));
    return [
      ...stored
        .filter((key) => connectionOf(this.state.get(key))?.keys === keys)
        .map((key) => key.slice(PREFIX.length)),
      ...[...this.untitled].filter(([, connection]) => connection.keys === keys).map(([key]) => key),
    ];
  }

  /** Disconnects all flows that use these keys. */
  async removeUsersOf(keys: string): Promise<void> {
    for (const user of this.usersOf(keys)) await this.forget(user);
  }

  private async forget(key: string): Promise<void> {
    if (!this.untitled.delete(key)) await this.state.update(PREFIX + key, undefined);
  }
}

function connectionOf(raw: unknown): Connection | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { address, keys } = raw as Record<string, unknown>;
  return isAddress(address) && typeof keys === 'string' ? { address, keys } : undefined;
}
