import type { Rule } from '../rule';
import { choiceRules } from './choices';
import { footerRules } from './footer';
import { initialOptionRules } from './initialOptions';
import { listLengthRules } from './listLengths';
import { markdownRules } from './markdown';
import { softTextRules } from './softTexts';
import { unusableInputRules } from './unusableInputs';
import { unusedRules } from './unused';

/** What no upload refuses but a person would like to know. */
export const adviceRules: readonly Rule[] = [
  ...softTextRules,
  ...listLengthRules,
  ...unusableInputRules,
  ...initialOptionRules,
  ...choiceRules,
  ...markdownRules,
  ...footerRules,
  ...unusedRules,
];
