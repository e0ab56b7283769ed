import { l10n } from 'vscode';
import { explain } from '../accounts/explain';
import type { Account } from '../accounts/types';
import { situationOf } from '../cams/errors';
import type { FlowStore } from '../flows/flowStore';
import { ageInWords } from './ages';

/** Numbers of flows. */
interface Counts {
  readonly shown: number;
  readonly all: number;
}

/** Beside the view's title: whose flows these are where no row says it, and what is left out. */
export function descriptionOf(account: Account | undefined, filter: string, count: () => Counts): string {
  const [space, ...others] = account?.spaces ?? [];
  const owner = [
    account?.label,
    others.length === 0 && space?.label !== account?.label ? space?.label : undefined,
  ];
  return [...owner, filter === '' ? undefined : filtered(filter, count())].filter(Boolean).join(' · ');
}

function filtered(filter: string, { shown, all }: Counts): string {
  return l10n.t('“{0}”: {1} of {2}', filter, shown, all);
}

/** Above the rows: why they are not as fresh as they should be. */
export function messageOf(accounts: readonly Account[], stores: readonly FlowStore[]): string | undefined {
  const refused = accounts.find(({ state }) => state !== 'ready');
  if (refused !== undefined) {
    return l10n.t(
      'Alibaba Cloud no longer accepts the keys of {0}. Sign in again to refresh.',
      refused.label,
    );
  }
  const stale = stores.find(({ failure, flows }) => failure !== undefined && flows.length > 0);
  return stale === undefined ? undefined : staleMessage(stale);
}

function staleMessage({ failure, listedAt }: FlowStore): string {
  const error = failure!.error;
  const reason = situationOf(error) === 'network' ? l10n.t('CAMS cannot be reached.') : explain(error).reason;
  const age =
    listedAt === undefined
      ? l10n.t('The list may not be complete.')
      : l10n.t('The list was complete {0}.', ageInWords(listedAt));
  return `${reason} ${age}`;
}
