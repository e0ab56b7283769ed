import type { Rule } from '../rule';
import { expressionSyntax, hyphens } from './expressions';
import { badlyFormed, mixedText } from './form';
import { keys, otherBranch } from './names';
import { tooNew } from './since';
import { bindingTypes, expressionTypes } from './types';
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
