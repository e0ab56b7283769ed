import type { Rule } from '../rule';
import { conditionSyntax, conditionTypes } from './plain';
import { switchType, unreachableCase } from './switch';

/** Rules on what If and Switch decide by. */
export const conditionRules: readonly Rule[] = [
  conditionSyntax,
  ...conditionTypes,
  ...switchType,
  unreachableCase,
];
