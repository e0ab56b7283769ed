import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { concernsAccount, isOutcomeUnknown, situationOf } from '../../cams/errors';
import type { FlowRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import type { Report } from '../../platform/progress';
import { workOn } from '../../platform/workers';

/** 'unknown': the answer was lost, or the person cancelled when the request had left. */
export type Outcome = 'done' | 'refused' | 'failed' | 'unknown' | 'notTried';

/** `T`: a flow, or what is to become one. */
export interface Row<T = FlowRef> {
  readonly ref: T;
  readonly outcome: Outcome;
  /** Why it was not done. */
  readonly reason?: string;
}

interface Work<T> {
  readonly refs: readonly T[];
  readonly signal: AbortSignal;
  readonly report: Report;
  /** Resolves when it is done, with a remark if need be. */
  readonly work: (ref: T) => Promise<string | undefined>;
}

/** Enough to use the whole quota of 5 calls a second when an answer takes a second or two. */
const AT_ONCE = 10;

/** Does the same with many flows, as fast as the quota lets it. What concerns an account ends its flows; a row for each. */
export async function withMany<T extends Pick<FlowRef, 'accountId'>>({
  refs,
  signal,
  report,
  work,
}: Work<T>): Promise<Row<T>[]> {
  const rows = new Map<T, Row<T>>();
  const stopped = new Map<string, string>();
  const attempt = async (ref: T): Promise<Row<T>> => {
    const why = stopped.get(ref.accountId);
    if (signal.aborted || why !== undefined) return { ref, outcome: 'notTried', reason: why };
    try {
      return { ref, outcome: 'done', reason: await work(ref) };
    } catch (error) {
      if (concernsAccount(situationOf(error))) stopped.set(ref.accountId, sentenceOf(error));
      return failed(ref, error, signal);
    }
  };
  await workOn(refs, AT_ONCE, async (ref) => {
    rows.set(ref, await attempt(ref));
    report({ message: l10n.t('{0} of {1}', rows.size, refs.length), increment: 100 / refs.length });
  });
  return refs.map((ref) => rows.get(ref)!);
}

function failed<T>(ref: T, error: unknown, signal: AbortSignal): Row<T> {
  if (isOutcomeUnknown(error)) return { ref, outcome: 'unknown', reason: sentenceOf(error) };
  if (isCancelled(error)) {
    const reason = signal.aborted ? undefined : l10n.t('The account was signed out or changed meanwhile.');
    return { ref, outcome: 'notTried', reason };
  }
  const isRefusal = error instanceof AdviceError || situationOf(error) === 'service';
  return { ref, outcome: isRefusal ? 'refused' : 'failed', reason: sentenceOf(error) };
}
