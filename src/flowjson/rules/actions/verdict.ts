import type { Provenance } from '../../catalogue/types';
import { before, type Version } from '../../catalogue/versions';
import type { Severity } from '../../diagnosis';
import type { Action } from '../../model/action';
import type { Place } from './payload';

/** How bad a reference that leads nowhere is, by where it stands. */
export interface Verdict {
  readonly code: string;
  readonly severity: Severity;
  readonly provenance: Provenance;
}

export const verdictCodes = [
  'INVALID_ON_CLICK_ACTION_PAYLOAD',
  'INVALID_ACTION_PAYLOAD_PROPERTY',
  'INVALID_SCREEN_DYNAMIC_DATA',
] as const;

/**
 * The code for a reference that does not exist (facts on Flow JSON, section 6.2 and 11; rows 34, 35, 48, 49, 101).
 * Inside expressions, Meta's client looks at what `complete` and `data_exchange` send from 7.2 on only.
 */
export function verdictOn(
  action: Action,
  place: Place,
  reading: 'binding' | 'expression',
  version: Version,
): Verdict {
  if (place !== 'payload') {
    // Whether the name of the next screen is looked at is not known.
    return {
      code: 'INVALID_SCREEN_DYNAMIC_DATA',
      severity: place === 'url' ? 'error' : 'warning',
      provenance: 'documented',
    };
  }
  const sent = action.name === 'complete' || action.name === 'data_exchange';
  if (reading === 'binding' || (sent && !before(version, '7.2')))
    return { code: 'INVALID_ON_CLICK_ACTION_PAYLOAD', severity: 'error', provenance: 'documented' };
  return {
    code: 'INVALID_ACTION_PAYLOAD_PROPERTY',
    severity: sent ? 'warning' : 'error',
    provenance: 'documented',
  };
}
