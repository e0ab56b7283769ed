import { documentRules } from './document';
import type { Rule } from './rule';

/** Every rule there is, by family. */
export const families: Readonly<Record<string, readonly Rule[]>> = {
  document: documentRules,
};

export const rules: readonly Rule[] = Object.values(families).flat();
