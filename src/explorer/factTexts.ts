import { l10n } from 'vscode';
import type { Flow } from '../flows/types';
import type { Fact } from './nodes';

export function factLabel(fact: Fact): string {
  switch (fact) {
    case 'categories':
      return l10n.t('Categories');
    case 'jsonVersion':
      return l10n.t('JSON version');
    case 'dataApiVersion':
      return l10n.t('Data API version');
    case 'endpointUri':
      return l10n.t('Endpoint');
  }
}

/** '–' where the service did not say. */
export function factValue(flow: Flow | undefined, fact: Fact): string {
  const value = flow?.[fact];
  return (typeof value === 'string' ? value : value?.join(', ')) || '–';
}
