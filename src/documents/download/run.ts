import { l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { concernsAccount, situationOf } from '../../cams/errors';
import type { CallOptions } from '../../cams/types';
import type { Flow, FlowRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import type { Report } from '../../platform/progress';
import type { DownloadFolder, Kept, Outcome } from './folder';

/** Enough to use the whole quota of 5 calls a second when CAMS and the file store take two seconds together. */
const OUTSTANDING = 10;

/** Who fails this often in a row, will fail with the rest as well. */
const FAILURES_IN_A_ROW = 20;

export interface DownloadRequest {
  readonly flows: readonly Flow[];
  readonly folder: DownloadFolder;
  /** Leave alone what lies there from an earlier download; else look for changes on CAMS. */
  readonly onlyMissing: boolean;
  readonly download: (ref: FlowRef, options: CallOptions) => Promise<Uint8Array>;
  readonly signal: AbortSignal;
  readonly report: Report;
}

export interface Row {
  readonly flow: Flow;
  readonly outcome: Outcome | 'failed';
  /** The file's name in the folder; absent when it failed. */
  readonly file?: string;
  /** Why it failed. */
  readonly reason?: string;
}

export interface DownloadResult {
  readonly total: number;
  readonly rows: readonly Row[];
  readonly cancelled: boolean;
  /** Why the rest was not tried. */
  readonly stopped?: string;
}

/** Downloads flows into a folder, a handful at a time, as fast as the background lane of the quota lets it. */
export async function downloadFlows(request: DownloadRequest): Promise<DownloadResult> {
  const { flows, folder, report } = request;
  const stop = new AbortController();
  const signal = AbortSignal.any([request.signal, stop.signal]);
  const rows: Row[] = [];
  const left = flows.values();
  let stopped: string | undefined;
  let failuresInARow = 0;

  const done = (row: Row) => {
    rows.push(row);
    report({ message: l10n.t('{0} of {1}', rows.length, flows.length), increment: 100 / flows.length });
  };
  const stopWith = (reason: string) => {
    stopped ??= reason;
    stop.abort();
  };
  const failed = (flow: Flow, error: unknown) => {
    const reason = sentenceOf(error);
    done({ flow, outcome: 'failed', reason });
    failuresInARow += 1;
    if (concernsAccount(situationOf(error))) stopWith(reason);
    else if (failuresInARow >= FAILURES_IN_A_ROW) {
      stopWith(l10n.t('{0} flows failed one after the other, the last because: {1}', failuresInARow, reason));
    }
  };
  const worker = async () => {
    for (const flow of left) {
      try {
        done({ flow, ...(await downloadFlow(request, flow, signal)) });
        failuresInARow = 0;
      } catch (error) {
        if (signal.aborted) return;
        if (isCancelled(error)) stopWith(l10n.t('The account was signed out or changed meanwhile.'));
        else failed(flow, error);
      }
      if (signal.aborted) return;
    }
  };

  // Says at once, and not after the first hundred downloads, that nothing can be written there.
  await folder.save();
  try {
    await Promise.all(Array.from({ length: OUTSTANDING }, worker));
  } finally {
    await folder.save();
  }
  return { total: flows.length, rows, cancelled: request.signal.aborted, stopped };
}

async function downloadFlow(request: DownloadRequest, flow: Flow, signal: AbortSignal): Promise<Kept> {
  const found = request.onlyMissing ? await request.folder.find(flow) : undefined;
  if (found !== undefined) return found;
  const bytes = await request.download(flow.ref, { signal, lane: 'background' });
  return request.folder.put(flow, bytes);
}
