import { flowKey } from '../../documents/flowUri';
import { readIfThere } from '../../documents/download/files';
import { meaningOf } from '../../documents/meaning';
import { statusOf } from '../status';
import type { LinkResult } from '../types';
import { keepBase, lookAt, settle, type ReachableLink, type Remote, type Step, type Work } from './work';

/**
 * Looks at both sides and changes neither. Where they mean the same, however that came about, it is what later changes are
 * judged by: without it the next change on one side would look like one on both.
 */
export const checkLink: Step = async (work, link, task) => {
  const remote = await lookAt(work, link.ref, task);
  const here = await work.local.look(link.file);
  if (here.error !== undefined) return { link, outcome: 'failed', error: here.error };
  const { bytes, meaning } = remote;
  if (bytes !== undefined && meaning === here.meaning) await settle(work, link, bytes);
  await keepWhatIsCommon(work, link, remote, here.meaning);
  return resultOf(work, link);
};

/** What a comparison found, as it is remembered. */
export function resultOf(work: Work, link: ReachableLink): LinkResult {
  const sides = { here: work.local.get(link.file), there: work.seen.get(link.ref), synced: link.synced };
  const status = statusOf(sides);
  return { link, outcome: status === 'same' || status === 'conflict' ? status : 'done' };
}

/** Bases that were kept since the window opened. */
const kept = new Set<string>();

/**
 * Where one side has changed, the other still holds what both had in common. It may have come with Git, so that
 * this computer's history has never seen it.
 */
async function keepWhatIsCommon(
  work: Work,
  link: ReachableLink,
  remote: Remote,
  here: string | undefined,
): Promise<void> {
  if (link.synced === undefined || here === remote.meaning) return;
  const key = `${flowKey(link.ref)} ${link.synced}`;
  if (kept.has(key)) return;
  const local = here === link.synced ? await readIfThere(link.file) : undefined;
  const common = remote.meaning === link.synced ? remote.bytes : local;
  if (common === undefined || meaningOf(common) !== link.synced) return;
  kept.add(key);
  await keepBase(work, link.ref, common);
}
