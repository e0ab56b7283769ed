import type { Rule } from '../rule';
import { expressionSyntax, hyphens } from './expressions';
import { badlyFormed, mixedText } from './malformed';
import { keys, otherBranch } from './names';
import { tooNew } from './tooEarly';
import { bindingTypes, expressionTypes } from './bindingTypes';
import { localInTitle, ownScreen, unknown, unknownElsewhere } from './unknown';

/** Rules on references and expressions in properties of components; those in actions belong to the actions. */
export const referenceRules: readonly Rule[] = [
  badlyFormed,
  mixedText,
  tooNew,
  unknown,
  unknownElsewhere,
  ownScreen,
  localInTitle,
  ...bindingTypes,
  expressionSyntax,
  ...expressionTypes,
  hyphens,
  keys,
  otherBranch,
];
