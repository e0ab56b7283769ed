import { isPageRefusal } from '../cams/errors';
import type { FlowSummary } from '../cams/types';

/** Rows asked for at once. The service may give fewer without saying so: its maximum is not documented. */
export const PAGE_SIZE = 100;

/** Requests under way at the same time: with answers that take 0.8 s this still uses all of 5 calls a second. */
const MOST_AT_ONCE = 4;

/** Asks for one page; pages count from 1. */
export type AskPage = (index: number, signal: AbortSignal) => Promise<readonly FlowSummary[]>;

/**
 * All flows, page by page, each once, as the pages arrive in their order. ListFlow gives no total and no
 * mark on its last page, so a short page proves nothing: the end is a page that is empty or brings
 * nothing new (a service that repeats its last page), or the refusal of a page after the first.
 * Asks for one page after the other, and for several ahead once pages come back full.
 */
export async function* listPages(
  ask: AskPage,
  signal: AbortSignal,
): AsyncGenerator<readonly FlowSummary[], void> {
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const asked: Promise<readonly FlowSummary[]>[] = [];
  const seen = new Set<string>();
  let full = PAGE_SIZE;
  let atOnce = 1;
  let next = 1;
  try {
    for (let index = 1; ; index++) {
      while (asked.length < atOnce) asked.push(handled(ask(next++, either)));
      const page = await asked.shift()!.catch((error: unknown) => {
        if (index > 1 && isPageRefusal(error)) return [];
        throw error;
      });
      const fresh = page.filter(({ flowId }) => !seen.has(flowId) && seen.add(flowId));
      if (fresh.length === 0) return;
      if (page.length >= full) atOnce = Math.min(atOnce * 2, MOST_AT_ONCE);
      // A service with a smaller maximum shows it on its first page.
      if (index === 1) full = Math.min(full, page.length);
      yield fresh;
    }
  } finally {
    stop.abort();
  }
}

/** A page asked for ahead may fail while nobody waits for it. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
