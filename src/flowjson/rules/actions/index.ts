import type { Rule } from '../rule';
import { completeOnTerminal } from './completeOnTerminal';
import { imageInAnswer, reservedPayloadKey } from './completePayload';
import { navigateMissingKey, navigateUnknownKey } from './navigateKeys';
import { navigateOnTerminal } from './navigateOnTerminal';
import {
  payloadExpression,
  payloadExpressionTypes,
  payloadExpressionTypesElsewhere,
  payloadHyphen,
} from './expressions';
import { expressionTooEarly, payloadReferenceMalformed, referenceInText } from './malformed';
import { navigateNextType, navigateTargetSelf, navigateTargetUnknown } from './navigateTarget';
import { openUrlHttps } from './openUrl';
import { pickerInNavigate, pickerNested } from './pickers';
import { pickerSingleFile, pickerTotals } from './pickerTotals';
import { payloadReference, payloadReferenceElsewhere, payloadReferenceOwnScreen } from './references';
import { selectActionsExclusive } from './selectActions';
import { updateDataSelf, updateDataUnknownKey } from './updateData';
import {
  navigateValueType,
  openUrlType,
  updateDataValueType,
  updateDataValueTypeElsewhere,
} from './payloadTypes';

/** Actions and what they carry (facts on Flow JSON, section 6). */
export const actionRules: readonly Rule[] = [
  completeOnTerminal,
  reservedPayloadKey,
  imageInAnswer,
  navigateOnTerminal,
  navigateTargetUnknown,
  navigateTargetSelf,
  navigateNextType,
  navigateUnknownKey,
  navigateMissingKey,
  navigateValueType,
  payloadReference,
  payloadReferenceElsewhere,
  payloadReferenceOwnScreen,
  payloadReferenceMalformed,
  referenceInText,
  payloadExpression,
  payloadExpressionTypes,
  payloadExpressionTypesElsewhere,
  payloadHyphen,
  expressionTooEarly,
  pickerInNavigate,
  pickerNested,
  pickerSingleFile,
  pickerTotals,
  updateDataUnknownKey,
  updateDataSelf,
  updateDataValueType,
  updateDataValueTypeElsewhere,
  selectActionsExclusive,
  openUrlHttps,
  openUrlType,
];
