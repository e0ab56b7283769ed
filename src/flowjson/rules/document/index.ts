import type { Rule } from '../rule';
import { duplicateKeys } from './duplicateKeys';
import { manyFindings, mostFindings, moreThan } from './manyFindings';
import { notAFlow } from './notAFlow';
import { size } from './size';
import { emptyText, nesting, syntax } from './syntax';
import { dataApiVersion, dataChannelUri, internalMeta } from './topLevel';
import { versionRules } from './version';

export { manyFindings, moreThan, mostFindings, notAFlow };

/** What is wrong with the file as a whole: whether it can be read, what it is, its size and its versions. */
export const documentRules: readonly Rule[] = [
  notAFlow,
  emptyText,
  nesting,
  syntax,
  size,
  duplicateKeys,
  ...versionRules,
  dataApiVersion,
  dataChannelUri,
  internalMeta,
  manyFindings,
];
