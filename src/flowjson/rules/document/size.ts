import { maxFlowBytes } from '../../catalogue';
import { say } from '../../message';
import type { FlowRule } from '../rule';
import { beginning } from './place';

export const size: FlowRule = {
  id: 'flow-size',
  codes: ['INVALID_FLOW_JSON'],
  severity: 'error',
  provenance: 'documented',
  since: '6.0',
  about: 'The flow is at most 10 MB, counted in bytes of UTF-8.',
  checkFlow(flow, report) {
    const bytes = bytesAbove(flow.tree.text, maxFlowBytes);
    if (bytes === undefined) return;
    const megabytes = (Math.ceil((bytes / 1024 / 1024) * 100) / 100).toFixed(2);
    report({
      node: beginning(flow),
      message: say(
        'The flow is {0} MB large; at most 10 MB are accepted. Make its images smaller.',
        megabytes,
      ),
      facts: { bytes: String(bytes) },
    });
  },
};

/** The size of a text in bytes of UTF-8 if it is above a limit. Encodes only where the length cannot tell. */
function bytesAbove(text: string, limit: number): number | undefined {
  if (text.length * 3 <= limit) return undefined;
  const bytes = new TextEncoder().encode(text).length;
  return bytes > limit ? bytes : undefined;
}
