import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { isFlowRef, type FlowRef } from '../../flows/types';
import { isNotFound } from '../../platform/files';
import type { Log } from '../../platform/log';
import { replaceFile } from '../download/files';

/** A change of a flow's JSON of which nobody has seen yet what came of it. Nothing in it is secret. */
export interface Unsettled {
  readonly ref: FlowRef;
  readonly name?: string;
  /** Meaning of what lay on CAMS; undefined for nothing. */
  readonly before?: string;
  /** Meaning of what was sent. */
  readonly after: string;
}

export interface Entry extends Unsettled {
  readonly id: string;
  /** When it was written, in milliseconds since 1970. */
  readonly at: number;
}

const FILE = /^(\d+)-[0-9a-f-]+\.json$/;

/**
 * What was under way, on the disk: a file for each change, from before it is sent until it is known what CAMS has. Whatever
 * ends the program in between, the next start finds it.
 */
export class Journal {
  private readonly mine = new Set<string>();

  constructor(
    private readonly folder: vscode.Uri,
    private readonly log: Log,
  ) {}

  /** Settles when it is on the disk. */
  async begin(unsettled: Unsettled): Promise<string> {
    const { ref, name, before, after } = unsettled;
    const { accountId, spaceId, flowId } = ref;
    const id = `${Date.now()}-${randomUUID()}`;
    this.mine.add(id);
    const content = { ref: { accountId, spaceId, flowId }, name, before, after };
    try {
      await replaceFile(this.fileOf(id), new TextEncoder().encode(JSON.stringify(content)));
    } catch (error) {
      this.mine.delete(id);
      throw error;
    }
    return id;
  }

  /** True when it was still there: of several windows that end the same entry, one. */
  async end(id: string): Promise<boolean> {
    this.mine.delete(id);
    try {
      await vscode.workspace.fs.delete(this.fileOf(id));
      return true;
    } catch (error) {
      if (!isNotFound(error)) this.log.warn(`journal: ${String(error)}`);
      return false;
    }
  }

  /** What this window has not written, oldest first. */
  async others(): Promise<Entry[]> {
    const ids = (await this.names()).flatMap((name) => (FILE.test(name) ? [name.slice(0, -5)] : []));
    const entries = await Promise.all(ids.filter((id) => !this.mine.has(id)).map((id) => this.read(id)));
    return entries.filter((entry) => entry !== undefined).sort((a, b) => a.at - b.at);
  }

  private async names(): Promise<string[]> {
    try {
      return (await vscode.workspace.fs.readDirectory(this.folder)).map(([name]) => name);
    } catch (error) {
      if (!isNotFound(error)) this.log.warn(`journal: ${String(error)}`);
      return [];
    }
  }

  /** What cannot be understood tells nobody anything. */
  private async read(id: string): Promise<Entry | undefined> {
    try {
      const bytes = await vscode.workspace.fs.readFile(this.fileOf(id));
      const value = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Unsettled> | null;
      const { ref, name, before, after } = value ?? {};
      if (!isFlowRef(ref) || typeof after !== 'string') throw new Error('not an entry');
      return { id, at: Number(id.split('-')[0]), ref, name: text(name), before: text(before), after };
    } catch (error) {
      if (isNotFound(error)) return undefined;
      this.log.warn(`journal: an entry is dropped: ${error instanceof Error ? error.message : ''}`);
      await this.end(id);
      return undefined;
    }
  }

  private fileOf(id: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder, `${id}.json`);
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
