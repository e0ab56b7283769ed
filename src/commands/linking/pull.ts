import { l10n } from 'vscode';
import type { Link, LinkRun } from '../../links/types';
import type { Parts } from '../command';
import { runOver, unfinished } from './run';
import { tell } from './tell';
import { pathOf } from './texts';
import { savedOnDisk } from './unsaved';

/** Flows into their files: what changed here is left as it is. */
export async function pullLinks(
  parts: Parts,
  links: readonly Link[],
  options: Pick<LinkRun, 'overwrite'> = {},
): Promise<void> {
  if (!(await savedOnDisk(links))) return;
  let left = links;
  for (;;) {
    const title =
      left.length === 1
        ? l10n.t('Pulling {0}', pathOf(left[0]!.file))
        : l10n.t('Pulling from {0}', left[0]!.environment);
    const outcome = await runOver(title, left, (links, run) =>
      parts.links.pull(links, { ...run, ...options }),
    );
    if (!(await tell(parts, 'pull', outcome))) return;
    left = unfinished(left, outcome);
  }
}
