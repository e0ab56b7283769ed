import type { Rule } from '../rule';
import { endpointNeedsModel, exchangeNeedsEndpoint, refreshNeedsEndpoint } from './endpoint';
import { screenIdReserved, screenIdsUnique } from './ids';
import { tooManyCarousels, tooManyComponents, tooManyOfOneType, tooManyScreens } from './limits';
import { sensitiveField } from './sensitive';
import { terminalFooter, terminalScreenMissing, terminalSuccess } from './terminal';

/** What holds for the screens of a flow as such (facts on Flow JSON, sections 2 and 3). */
export const screenRules: readonly Rule[] = [
  terminalSuccess,
  tooManyScreens,
  tooManyComponents,
  tooManyOfOneType,
  tooManyCarousels,
  exchangeNeedsEndpoint,
  endpointNeedsModel,
  refreshNeedsEndpoint,
  screenIdsUnique,
  screenIdReserved,
  terminalFooter,
  terminalScreenMissing,
  sensitiveField,
];
