import { l10n } from 'vscode';
import type { Link, LinkState } from '../../links/types';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { pathOf } from './texts';

/** Looks at both sides of one link now. Rejects where one of them cannot be read. */
export async function checkOne(parts: Pick<Parts, 'links'>, link: Link): Promise<LinkState> {
  const title = l10n.t('Comparing {0}', pathOf(link.file));
  const results = await withLateProgress(title, (signal) =>
    parts.links.check([link], { signal, lane: 'person' }),
  );
  const state = parts.links.of(link.file) ?? { link, status: 'neverCompared' };
  const error = results[0]?.error ?? state.error;
  if (state.status === 'unreadable' && error !== undefined) throw error as Error;
  return state;
}
