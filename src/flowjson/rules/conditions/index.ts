import type { Rule } from '../rule';
import { conditionSyntax, conditionTypes } from './plain';
import { unknownOption, unreachableCase } from './options';
import { switchType } from './switch';

/** Rules on what If and Switch decide by. */
export const conditionRules: readonly Rule[] = [
  conditionSyntax,
  ...conditionTypes,
  ...switchType,
  unreachableCase,
  unknownOption,
];
