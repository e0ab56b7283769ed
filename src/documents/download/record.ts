import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { extension } from '../fileName';
import { readIfThere, replaceFile } from './files';

/** What the folder was last given for one flow. */
export interface Entry {
  /** The file's name in the folder. */
  readonly file: string;
  /** SHA-256 of what was written, in hexadecimal: a file with another one was changed by a person. */
  readonly sha256: string;
  /** When, in ISO 8601. */
  readonly time: string;
}

type Spaces = Record<string, { flows: Record<string, Entry> }>;

/** The record's name in the folder. It holds IDs and fingerprints, nothing secret. */
const RECORD_FILE = '.cams-flows-download.json';

const FORMAT = 1;

/** How often the record is written during a download, in milliseconds: it grows with the number of flows. */
const SAVE_EVERY = 2_000;

/** Remembers which file of a folder belongs to which flow, for the next download into the same folder. */
export class DownloadRecord {
  private savedAt = 0;
  private saving: Promise<void> | undefined;

  private constructor(
    private readonly folder: vscode.Uri,
    private readonly spaces: Map<string, Map<string, Entry>>,
  ) {}

  /** A record that cannot be understood counts as none: no file is overwritten on its word. */
  static async read(folder: vscode.Uri): Promise<DownloadRecord> {
    const bytes = await readIfThere(vscode.Uri.joinPath(folder, RECORD_FILE));
    return new DownloadRecord(folder, bytes === undefined ? new Map<string, never>() : parse(bytes));
  }

  get(spaceId: string, flowId: string): Entry | undefined {
    return this.spaces.get(spaceId)?.get(flowId);
  }

  count(spaceId: string): number {
    return this.spaces.get(spaceId)?.size ?? 0;
  }

  files(): string[] {
    return [...this.spaces.values()].flatMap((flows) => [...flows.values()].map(({ file }) => file));
  }

  /** Remembers, and writes what it knows to the folder from time to time. */
  async set(spaceId: string, flowId: string, entry: Entry): Promise<void> {
    const flows = this.spaces.get(spaceId) ?? new Map<string, Entry>();
    this.spaces.set(spaceId, flows.set(flowId, entry));
    if (this.saving === undefined && Date.now() - this.savedAt >= SAVE_EVERY) await this.save();
  }

  /** Writes the record whole: an interruption leaves the one before. */
  async save(): Promise<void> {
    await this.saving?.catch(() => undefined);
    this.saving = this.write().finally(() => (this.saving = undefined));
    await this.saving;
  }

  private async write(): Promise<void> {
    const spaces: Spaces = Object.fromEntries(
      [...this.spaces].map(([id, flows]) => [id, { flows: Object.fromEntries(flows) }]),
    );
    const text = JSON.stringify({ format: FORMAT, spaces }, undefined, 1);
    await replaceFile(vscode.Uri.joinPath(this.folder, RECORD_FILE), Buffer.from(text));
    this.savedAt = Date.now();
  }
}

function parse(bytes: Uint8Array): Map<string, Map<string, Entry>> {
  const { format, spaces } = objectIn(new TextDecoder().decode(bytes));
  if (typeof format === 'number' && format > FORMAT) {
    throw new AdviceError(
      vscode.l10n.t('The file {0} was written by a newer version of CAMS Flows.', RECORD_FILE),
      vscode.l10n.t('Update CAMS Flows, or choose another folder.'),
    );
  }
  const result = new Map<string, Map<string, Entry>>();
  for (const [id, space] of Object.entries(asObject(spaces))) {
    const flows = Object.entries(asObject(asObject(space).flows));
    result.set(id, new Map(flows.filter((flow): flow is [string, Entry] => isEntry(flow[1]))));
  }
  return result;
}

function objectIn(text: string): Record<string, unknown> {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return {};
  }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A record may come from a repository: a file outside the folder is none of ours. */
function isEntry(value: unknown): value is Entry {
  const { file, sha256, time } = asObject(value);
  if (typeof file !== 'string' || typeof sha256 !== 'string' || typeof time !== 'string') return false;
  return file.endsWith(extension) && !/[\\/:]/.test(file);
}
