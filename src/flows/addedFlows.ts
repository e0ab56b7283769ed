import type { Memento } from 'vscode';
import type { SpaceRef } from './types';

const PREFIX = 'camsFlows.added.';

/**
 * The flows that a person added by ID. They are not part of the cache: a cache may be lost. A key for each
 * space, so that two windows disturb each other as little as possible.
 */
export class AddedFlows {
  constructor(private readonly state: Memento) {}

  ids(space: SpaceRef): readonly string[] {
    const stored = this.state.get<unknown>(keyOf(space));
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : [];
  }

  async add(space: SpaceRef, flowId: string): Promise<void> {
    await this.state.update(keyOf(space), [...this.ids(space).filter((id) => id !== flowId), flowId]);
  }

  async remove(space: SpaceRef, flowId: string): Promise<void> {
    const left = this.ids(space).filter((id) => id !== flowId);
    await this.state.update(keyOf(space), left.length > 0 ? left : undefined);
  }

  /** The spaces of an account may come and go, and come back: only with the account this is forgotten. */
  async removeAccount(accountId: string): Promise<void> {
    const keys = this.state.keys().filter((key) => key.startsWith(`${PREFIX}${accountId}/`));
    for (const key of keys) await this.state.update(key, undefined);
  }
}

const keyOf = ({ accountId, spaceId }: SpaceRef): string => `${PREFIX}${accountId}/${spaceId}`;
