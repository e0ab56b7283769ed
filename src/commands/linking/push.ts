import { l10n } from 'vscode';
import type { Link, LinkRun } from '../../links/types';
import type { Parts } from '../command';
import { confirmPush } from './confirm';
import { withoutErrors } from './errors';
import { reached } from './reach';
import { runOver, unfinished } from './run';
import { tell } from './tell';
import { pathOf } from './texts';
import { savedOnDisk } from './unsaved';

/** Files into their flows: what is saved, without errors that nobody accepted, where somebody has agreed to it. */
export async function pushLinks(
  parts: Parts,
  links: readonly Link[],
  options: Pick<LinkRun, 'overwrite'> = {},
): Promise<void> {
  if (!(await savedOnDisk(links))) return;
  let left = await withoutErrors(parts, await reached(parts, links));
  if (left === undefined || left.length === 0 || !(await confirmPush(parts, left))) return;
  for (;;) {
    const title =
      left.length === 1
        ? l10n.t('Pushing {0}', pathOf(left[0]!.file))
        : l10n.t('Pushing to {0}', left[0]!.environment);
    const outcome = await runOver(title, left, (links, run) =>
      parts.links.push(links, { ...run, ...options }),
    );
    if (!(await tell(parts, 'push', outcome))) return;
    left = unfinished(left, outcome);
  }
}
