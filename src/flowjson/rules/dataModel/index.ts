import type { Rule } from '../rule';
import { exampleRules } from './examples';
import { typeRules } from './types';

/** The data models of screens (facts on Flow JSON, section 3.2). */
export const dataModelRules: readonly Rule[] = [...typeRules, ...exampleRules];
