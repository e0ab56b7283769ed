import { say } from '../../message';
import type { Flow } from '../../model/flow';
import type { Finding, FlowRule } from '../rule';
import { beginning } from './place';

/** Nobody reads more than that, while every list of findings, and every editor that shows them, would suffer. */
export const mostFindings = 1000;

/** Speaks when all the others have spoken; the analysis asks for its sentence ({@link moreThan}), so it looks at nothing. */
export const manyFindings: FlowRule = {
  id: 'many-findings',
  codes: ['MANY_FINDINGS'],
  severity: 'info',
  provenance: 'advice',
  about: 'Of more than 1,000 findings the first 1,000 are shown, errors before warnings and hints.',
  checkFlow: () => undefined,
};

/** What is said behind the findings that are shown. */
export function moreThan(flow: Flow, all: number): Finding {
  return {
    node: beginning(flow),
    message: say('{0} findings are shown of {1}: the rest follows when these are mended.', mostFindings, all),
  };
}
