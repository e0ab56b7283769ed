import type { FlowDetails, FlowSummary } from '../cams/types';
import type { Flow, FlowRef } from './types';

/** What is known of a flow after ListFlow has shown it. */
export function listed(ref: FlowRef, before: Flow | undefined, summary: FlowSummary, now: number): Flow {
  return {
    ...(before ?? { ref, added: false }),
    name: summary.flowName ?? before?.name,
    categories: shared(summary.categories) ?? before?.categories,
    listedAt: now,
  };
}

/** What is known of a flow after GetFlow has described it. The preview link is a secret: it stays out. */
export function described(ref: FlowRef, before: Flow | undefined, details: FlowDetails, now: number): Flow {
  return {
    ref,
    added: before?.added ?? false,
    listedAt: before?.listedAt,
    name: details.flowName ?? before?.name,
    categories: shared(details.categories) ?? before?.categories,
    status: details.status,
    jsonVersion: details.jsonVersion,
    dataApiVersion: details.dataApiVersion,
    endpointUri: details.endpointUri,
    readAt: now,
  };
}

/** True when a row or a tooltip would say something else; when it was learnt does not matter here. */
export function looksDifferent(a: Flow | undefined, b: Flow): boolean {
  return (
    a === undefined ||
    a.name !== b.name ||
    a.status !== b.status ||
    a.added !== b.added ||
    a.jsonVersion !== b.jsonVersion ||
    a.dataApiVersion !== b.dataApiVersion ||
    a.endpointUri !== b.endpointUri ||
    (a.readAt === undefined) !== (b.readAt === undefined) ||
    a.categories?.join() !== b.categories?.join()
  );
}

const lists = new Map<string, readonly string[]>();

/** The same array for the same categories: ten thousand flows have a handful of different ones. */
function shared(categories: readonly string[] | undefined): readonly string[] | undefined {
  if (categories === undefined) return undefined;
  const key = categories.join('\n');
  const known = lists.get(key) ?? categories;
  lists.set(key, known);
  return known;
}
