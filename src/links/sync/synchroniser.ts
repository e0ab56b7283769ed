import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { meaningOf } from '../../documents/meaning';
import type { LinkedFiles } from '../linkedFiles';
import type { ManifestFile } from '../manifest/manifestFile';
import type { Manifests } from '../manifest/manifests';
import type { SpaceAccounts } from '../spaceAccounts';
import type { Link, LinkResult, LinkRun } from '../types';
import { checkLink, resultOf } from './check';
import { pullLink } from './pull';
import { pushLink } from './push';
import { runOver } from './run';
import type { ReachableLink, Step, Work } from './work';

export type Kind = 'check' | 'pull' | 'push';

const steps: Record<Kind, Step> = { check: checkLink, pull: pullLink, push: pushLink };

/** How long after an interruption the same run goes on where it ended, in milliseconds. */
const RESUMED_WITHIN = 10 * 60_000;

interface SynchroniserParts extends Omit<Work, 'mark'> {
  readonly spaces: SpaceAccounts;
  readonly manifests: Manifests;
  readonly files: LinkedFiles;
}

/** Compares, pulls and pushes, one link or a thousand. */
export class Synchroniser {
  /** The beginning of a run that did not come to its end, and when that was. */
  private readonly interrupted = new Map<Kind, { readonly since: number; readonly at: number }>();

  constructor(private readonly parts: SynchroniserParts) {}

  async run(kind: Kind, links: readonly Link[], run: LinkRun = {}): Promise<readonly LinkResult[]> {
    const rows = await this.prepare(links);
    const began = Date.now();
    const since = run.overwrite === true ? undefined : this.interruptedSince(kind);
    const mark = (link: Link, synced: string) => {
      // Who only compares wants no complaint about a manifest that cannot be written.
      if (kind !== 'check' || this.obstacle('push', link) === undefined) this.mark(link, synced);
    };
    const work = { ...this.parts, mark };
    const { results, isComplete } = await runOver(rows, {
      ...run,
      obstacle: (link) => this.obstacle(kind, link),
      step: async (link, options) => {
        const before = since === undefined ? undefined : await doneBefore(kind, work, link, since);
        return before ?? steps[kind](work, link, { ...options, overwrite: run.overwrite === true });
      },
      onResult: (result, done, total) => {
        this.parts.files.touch(result.link.file);
        run.onResult?.(result, done, total);
      },
    });
    if (isComplete) this.interrupted.delete(kind);
    else this.interrupted.set(kind, { since: since ?? began, at: Date.now() });
    return this.finish(kind, results);
  }

  async seen(link: Link, remote: Uint8Array): Promise<void> {
    const row = this.parts.files.table.find(link);
    const ref = row?.link.ref;
    if (row === undefined || ref === undefined) throw this.parts.spaces.missing(link.spaceId);
    if (row.manifest.obstacle !== undefined) throw row.manifest.obstacle;
    await this.parts.history.keep(ref, remote, 'base');
    this.parts.seen.set(ref, { meaning: meaningOf(remote) });
    this.mark(row.link, meaningOf(remote));
    await row.manifest.flush();
    this.parts.files.touch(link.file);
  }

  /** What was left unwritten is tried again, and the links are taken as they stand now. */
  private async prepare(links: readonly Link[]): Promise<readonly Link[]> {
    const { manifests, files } = this.parts;
    const concerned = new Set(links.map(({ folder }) => manifests.at(folder)));
    const hasNews = await manifests.read([...concerned].map(({ uri }) => uri));
    for (const manifest of concerned) await manifest.flush().catch(() => undefined);
    for (const spaceId of new Set(links.map(({ spaceId }) => spaceId)))
      await this.parts.spaces.choose(spaceId);
    if (hasNews) await files.readAgain();
    else files.rebuild();
    return links.map((link) => this.parts.files.table.find(link)?.link ?? link);
  }

  /** Writes what the run has marked, also when it was cancelled. */
  private async finish(kind: Kind, results: readonly LinkResult[]): Promise<readonly LinkResult[]> {
    const failures = new Map<ManifestFile, unknown>();
    for (const manifest of new Set(results.map(({ link }) => this.parts.manifests.at(link.folder)))) {
      await manifest.flush().catch((error: unknown) => failures.set(manifest, error));
    }
    await this.parts.seen.store();
    return results.map((result) => {
      const link = this.parts.files.table.find(result.link)?.link ?? result.link;
      // A comparison has told what it was asked, whether or not that could be written down.
      const isMarked = kind !== 'check' && (result.outcome === 'done' || result.outcome === 'same');
      const unwritten = isMarked ? failures.get(this.parts.manifests.at(link.folder)) : undefined;
      return { ...result, link, error: result.error ?? unwritten };
    });
  }

  private interruptedSince(kind: Kind): number | undefined {
    const last = this.interrupted.get(kind);
    return last !== undefined && Date.now() - last.at < RESUMED_WITHIN ? last.since : undefined;
  }

  private mark(link: Link, synced: string): void {
    const row = this.parts.files.table.find(link);
    if (row === undefined) return;
    const { environment, flowId } = link;
    row.manifest.mark({ path: row.path, environment, flowId, synced });
    this.parts.files.table.mark(link, synced);
  }

  private obstacle(kind: Kind, link: Link): unknown {
    const row = this.parts.files.table.find(link);
    if (row === undefined) return unlinked();
    if (row.link.ref === undefined) return this.parts.spaces.missing(link.spaceId);
    return kind === 'check' ? undefined : row.manifest.obstacle;
  }
}

/** What the interrupted run has found out or done, and is still so as far as this computer knows. */
async function doneBefore(
  kind: Kind,
  work: Work,
  link: ReachableLink,
  since: number,
): Promise<LinkResult | undefined> {
  const there = work.seen.get(link.ref);
  if (there === undefined || there.at < since || there.missing) return undefined;
  if (work.seen.errorOf(link.ref) !== undefined) return undefined;
  const here = await work.local.look(link.file);
  if (kind === 'check') return here.error === undefined ? resultOf(work, link) : undefined;
  const isSame = here.meaning !== undefined && here.meaning === there.meaning && here.meaning === link.synced;
  return isSame ? { link, outcome: 'same' } : undefined;
}

function unlinked(): AdviceError {
  return new AdviceError(
    l10n.t('The file is not linked to this flow any more.'),
    l10n.t('Look at the list of linked files, then try again.'),
  );
}
