import { l10n } from 'vscode';
import { withProgress } from '../../../platform/progress';
import type { Parts } from '../../command';
import { createAll, type Wish } from './create';
import { linkAll } from './link';
import type { Seen } from './look';
import { prepareManifests, type Place } from './place';
import { pullAll } from './pull';
import type { Task } from './questions';
import type { FolderRow } from './rows';

interface Work {
  readonly place: Place;
  readonly seen: Seen;
  readonly tasks: readonly Task[];
  /** For the flows to be created. */
  readonly wishes: readonly Wish[];
}

/** Links, creates and pulls. Whenever it is cancelled, the manifest says what is done by then. */
export function carry(
  parts: Parts,
  title: string,
  { place, seen, tasks, wishes }: Work,
): Promise<{ rows: readonly FolderRow[]; cancelled: boolean }> {
  return withProgress(title, async (signal, report) => {
    const { plan, missing } = seen;
    const rows: FolderRow[] = plan.left.map((left) => ({ ...left, outcome: 'left' }));
    const pairings = tasks.includes('link') ? plan.link : [];
    await prepareManifests(
      parts,
      place,
      [...pairings, ...wishes].map(({ file }) => file),
    );
    if (pairings.length > 0) {
      report({ message: l10n.t('linking {0} files', pairings.length) });
      rows.push(...(await linkAll(parts, place, pairings, signal)));
    }
    rows.push(...(await createAll(parts, place, wishes, { signal, report })));
    if (tasks.includes('pull')) {
      rows.push(...(await pullAll(parts, place, { flows: plan.pull, missing }, { signal, report })));
    }
    return { rows, cancelled: signal.aborted };
  });
}
