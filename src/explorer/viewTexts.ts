import { l10n } from 'vscode';
import { sentenceOf } from '../accounts/explain';
import type { Account } from '../accounts/types';
import { situationOf } from '../cams/errors';
import type { FlowStore } from '../flows/flowStore';
import { ageInWords } from '../platform/ages';

/** Beside the view's title: whose flows these are where no row says it. */
export function ownerOf(account: Account | undefined): string {
  const [space, ...others] = account?.spaces ?? [];
  const labels = [account?.label, others.length === 0 ? space?.label : undefined];
  return [...new Set(labels)].filter((label) => label !== undefined).join(' · ');
}

/** Above the rows: that some are left out. */
export function filterMessage(filter: string, shown: number, all: number): string {
  return l10n.t('Filter “{0}”: {1} of {2}', filter, shown, all);
}

/** Above the rows: why they are not as fresh as they should be. */
export function staleMessage(accounts: readonly Account[], stores: readonly FlowStore[]): string | undefined {
  const refused = accounts.find(({ state }) => state !== 'ready');
  if (refused !== undefined) {
    return l10n.t(
      'Alibaba Cloud no longer accepts the keys of {0}. Sign in again to refresh.',
      refused.label,
    );
  }
  for (const { failure, listedAt, flows } of stores) {
    if (failure !== undefined && flows.length > 0)
      return l10n.t('{0} {1}', whyStale(failure.error), howStale(listedAt));
  }
  return undefined;
}

function whyStale(error: unknown): string {
  return situationOf(error) === 'network' ? l10n.t('CAMS cannot be reached.') : sentenceOf(error);
}

function howStale(listedAt: number | undefined): string {
  return listedAt === undefined
    ? l10n.t('The list may not be complete.')
    : l10n.t('The list was complete {0}.', ageInWords(listedAt));
}
