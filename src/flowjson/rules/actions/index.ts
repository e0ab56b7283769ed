import type { Rule } from '../rule';
import { answerLost, completeMissing } from './answers';
import { completeOnTerminal } from './completeOnTerminal';
import { imageInAnswer, reservedPayloadKey } from './completePayload';
import { navigateMissingKey, navigateUnknownKey } from './navigateKeys';
import { navigateOnTerminal } from './navigateOnTerminal';
import { navigateNextType, navigateTargetSelf, navigateTargetUnknown } from './navigateTarget';
import { openUrlHttps } from './openUrl';
import { pickerInNavigate, pickerNested } from './pickers';
import { pickerSingleFile, pickerTotals } from './pickerTotals';
import { selectActionsExclusive } from './selectActions';
import { updateDataSelf, updateDataUnknownKey } from './updateData';

/** Actions and what they carry (facts on Flow JSON, section 6). */
export const actionRules: readonly Rule[] = [
  completeOnTerminal,
  completeMissing,
  reservedPayloadKey,
  imageInAnswer,
  answerLost,
  navigateOnTerminal,
  navigateTargetUnknown,
  navigateTargetSelf,
  navigateNextType,
  navigateUnknownKey,
  navigateMissingKey,
  pickerInNavigate,
  pickerNested,
  pickerSingleFile,
  pickerTotals,
  updateDataUnknownKey,
  updateDataSelf,
  selectActionsExclusive,
  openUrlHttps,
];
