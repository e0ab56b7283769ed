import type { Memento } from 'vscode';
import { spaceKey, type SpaceRef } from '../flows/types';

const KEY = 'camsFlows.expandedSpaces';

/** More are not expanded at once when a window opens: each of them is listed. */
const MOST = 10;

/** The spaces that a person has expanded. VS Code forgets that with the window. */
export class ExpandedSpaces {
  constructor(private readonly state: Memento) {}

  has(space: SpaceRef): boolean {
    return this.keys.includes(spaceKey(space));
  }

  async set(space: SpaceRef, expanded: boolean): Promise<void> {
    const others = this.keys.filter((key) => key !== spaceKey(space));
    await this.state.update(KEY, expanded ? [spaceKey(space), ...others].slice(0, MOST) : others);
  }

  private get keys(): readonly string[] {
    const stored = this.state.get<unknown>(KEY);
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [];
  }
}
