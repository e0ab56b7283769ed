import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { labelOf } from '../../documents/sentences';
import type { Step } from '../../flows/lifecycle';
import type { Flow } from '../../flows/types';

/** What somebody is about to do with a flow: change its name, categories, endpoint or JSON, or take a step of its life. */
export type Deed = 'edit' | Step;

/**
 * Why a flow cannot be changed so in its status, and what to do instead; undefined where it may be tried, also in a status
 * that nobody knows. What CAMS and Meta allow: facts on CAMS, section 4.1.
 */
export function refusalOf(deed: Deed, { ref, name, status }: Flow): AdviceError | undefined {
  const advice = adviceAgainst(deed, status);
  if (advice === undefined) return undefined;
  return new AdviceError(
    l10n.t('{0} is {1}: {2}', labelOf(ref, name), status ?? '', whatIsNot(deed)),
    advice,
  );
}

function whatIsNot(deed: Deed): string {
  switch (deed) {
    case 'edit':
      return l10n.t('it cannot be changed.');
    case 'publish':
      return l10n.t('only drafts can be published.');
    case 'deprecate':
      return l10n.t('only flows that were published can be deprecated.');
    case 'delete':
      return l10n.t('only drafts can be deleted.');
  }
}

function adviceAgainst(deed: Deed, status: string | undefined): string | undefined {
  const clone = l10n.t('Clone it to go on with a new flow.');
  switch (status) {
    case 'DRAFT':
      return deed === 'deprecate' ? l10n.t('Delete it instead.') : undefined;
    case 'PUBLISHED':
    case 'THROTTLED':
      if (deed === 'publish') return l10n.t('Change it first: then it is a draft again.');
      return deed === 'delete' ? l10n.t('Deprecate it instead.') : undefined;
    case 'BLOCKED':
      if (deed === 'deprecate') return undefined;
      return deed === 'delete'
        ? l10n.t('Deprecate it instead.')
        : l10n.t('WhatsApp has blocked it because of its endpoint: repair that first, or clone the flow.');
    case 'DEPRECATED':
      return deed === 'edit' || deed === 'publish' ? clone : l10n.t('Nothing more can be done with it.');
    default:
      return undefined;
  }
}
