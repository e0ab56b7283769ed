import { l10n } from 'vscode';
import type { Accounts } from '../../accounts/accounts';
import { AdviceError } from '../../accounts/adviceError';
import { isCamsError, isOutcomeUnknown } from '../../cams/errors';
import type { CallOptions, Lane, Receipt } from '../../cams/types';
import { inSpace } from '../../flows/requests';
import type { FlowRef } from '../../flows/types';
import { isRecent } from '../../platform/ages';
import { CancelledError, throwIfCancelled } from '../../platform/cancellation';
import type { Log } from '../../platform/log';
import { readSettings } from '../../platform/settings';
import { sleep } from '../../platform/sleep';
import { flowKey } from '../flowUri';
import type { KeptVersions } from '../history/history';
import { meaningOf } from '../meaning';
import { compared, isSame } from './compare';
import type { Journal, Unsettled } from './journal';
import { datedLookAt, lookAt } from './look';
import { Turns } from './turns';
import { requireFlowJson } from './unfit';
import { update } from './update';
import { ConflictError, type Prepared, type Writer, type Writing, type Written } from './writing';

interface WriterParts {
  readonly accounts: Pick<Accounts, 'call'>;
  readonly history: Pick<KeptVersions, 'keep'>;
  readonly journal: Pick<Journal, 'begin' | 'end'>;
  readonly log: Log;
}

/** How old a look may be that a change relies on, in milliseconds. */
const LOOK_LASTS = 1_000;

/** How long a stored file is good for, in milliseconds: its link may be signed with keys that end. */
const STORED_LASTS = 5 * 60_000;

/** Milliseconds before each look at what CAMS has now: it may take a moment to show a change. */
const LOOKS = [0, 1_000, 3_000];

type Found = Pick<Written, 'readBack' | 'remote'>;

export class FlowWriter implements Writer {
  private readonly turns = new Turns();

  constructor(private readonly parts: WriterParts) {}

  async write(writing: Writing, options: CallOptions = {}): Promise<Written> {
    requireFlowJson(writing.bytes);
    return this.turns.run(flowKey(writing.ref), options.signal, () => this.writeNow(writing, options));
  }

  /** Begins to store a file for a `write` that is about to come. Whether it succeeds is told there. */
  prepare(ref: FlowRef, bytes: Uint8Array): Prepared {
    const controller = new AbortController();
    const stored = this.store(ref, bytes, { signal: controller.signal });
    stored.catch(() => undefined);
    return { bytes, stored, at: Date.now(), cancel: () => controller.abort(new CancelledError()) };
  }

  private async writeNow(writing: Writing, options: CallOptions): Promise<Written> {
    const { ref, bytes, looked } = writing;
    const { accounts, journal } = this.parts;
    const filePath = await this.stored(writing, options);
    let look = isRecent(looked?.at, LOOK_LASTS) ? looked! : await datedLookAt(accounts, ref, options);
    for (;;) {
      const { remote } = look;
      const unsettled = compared(writing, remote);
      if (unsettled === undefined) return { sent: false, readBack: 'same', remote };
      const entry = await this.keep(unsettled, remote, bytes);
      // CAMS took long to answer, or the disk to keep: if it is still what is kept, nothing more is to be done before the change.
      if (!isRecent(look.at, LOOK_LASTS)) {
        try {
          look = await datedLookAt(accounts, ref, options);
        } catch (error) {
          await journal.end(entry);
          throw error;
        }
      }
      if (isSame(look.remote, remote)) return this.change(entry, unsettled, filePath, options);
      await journal.end(entry);
    }
  }

  /** From here on CAMS may change: everything that could get lost is on the disk. */
  private async change(
    entry: string,
    unsettled: Unsettled,
    filePath: string,
    options: CallOptions,
  ): Promise<Written> {
    const { journal, log } = this.parts;
    const { ref } = unsettled;
    const updated = options.signal?.aborted
      ? { error: new CancelledError() }
      : await update(this.parts.accounts, ref, filePath, options);
    if ('error' in updated && !isOutcomeUnknown(updated.error)) {
      await journal.end(entry);
      throw updated.error;
    }
    const found = await this.readBack(unsettled, options.lane);
    const isSettled = found.readBack === 'same' || found.readBack === 'other';
    if ('receipt' in updated) {
      log.info(
        `flow ${ref.flowId}: CAMS took the JSON, read back: ${found.readBack}, request id ${updated.receipt.requestId ?? '-'}`,
      );
      if (isSettled) await journal.end(entry);
      return { sent: true, ...found, ...factsOf(updated.receipt) };
    }
    log.warn(`flow ${ref.flowId}: the answer was lost, CAMS now has: ${found.readBack}`);
    if (found.readBack === 'unread') throw updated.error;
    await journal.end(entry);
    if (found.readBack === 'other') throw new ConflictError(ref, found.remote);
    if (found.readBack === 'before') throw asKnown(updated.error);
    const requestId = isCamsError(updated.error) ? updated.error.requestId : undefined;
    return { sent: true, ...found, requestId };
  }

  private async stored({ ref, bytes, prepared }: Writing, options: CallOptions): Promise<string> {
    const { signal } = options;
    const isFit =
      prepared !== undefined &&
      isRecent(prepared.at, STORED_LASTS) &&
      Buffer.compare(prepared.bytes, bytes) === 0;
    if (!isFit) {
      prepared?.cancel();
      return this.store(ref, bytes, options);
    }
    signal?.addEventListener('abort', prepared.cancel, { once: true });
    try {
      throwIfCancelled(signal);
      return await prepared.stored;
    } finally {
      signal?.removeEventListener('abort', prepared.cancel);
    }
  }

  private store(ref: FlowRef, bytes: Uint8Array, options: CallOptions): Promise<string> {
    const request = { ...inSpace(ref), bytes, filePath: readSettings().filePath };
    return this.parts.accounts.call(ref.accountId, (cams, session) =>
      cams.storeFlowJson(session, request, options),
    );
  }

  /** What lies on CAMS and what is sent, on this computer's disk; then that something is under way. */
  private async keep(
    unsettled: Unsettled,
    remote: Uint8Array | undefined,
    bytes: Uint8Array,
  ): Promise<string> {
    const { history, journal, log } = this.parts;
    const { ref } = unsettled;
    try {
      if (remote !== undefined) await history.keep(ref, remote, 'overwritten');
      await history.keep(ref, bytes, 'sent');
      return await journal.begin(unsettled);
    } catch (error) {
      log.error(`flow ${ref.flowId}: not written, for its text cannot be kept: ${String(error)}`);
      throw new AdviceError(
        l10n.t('The text that CAMS has could not be kept on this computer, so it was not overwritten.'),
        l10n.t('See whether the disk is full or may not be written to, then try again.'),
      );
    }
  }

  /** Never rejects, and is not cancelled: the change has left. */
  private async readBack({ ref, before, after }: Unsettled, lane: Lane | undefined): Promise<Found> {
    const { accounts, history, log } = this.parts;
    let remote: Uint8Array | undefined;
    try {
      for (const wait of LOOKS) {
        if (wait > 0) await sleep(wait);
        remote = await lookAt(accounts, ref, { lane });
        const meaning = remote && meaningOf(remote);
        if (meaning === after) return { readBack: 'same', remote };
        if (meaning === before) continue;
        // Somebody else was faster than our look: their text must not get lost either.
        if (remote !== undefined) await history.keep(ref, remote, 'overwritten').catch(() => undefined);
        return { readBack: 'other', remote };
      }
      return { readBack: 'before', remote };
    } catch (error) {
      log.warn(`flow ${ref.flowId} cannot be read back: ${String(error)}`);
      return { readBack: 'unread' };
    }
  }
}

function factsOf({ requestId, validationErrors }: Receipt): Partial<Written> {
  return { requestId, validationErrors };
}

/** The same error, now that it is known that nothing was carried out. */
function asKnown(error: unknown): unknown {
  return error instanceof Error ? Object.assign(error, { outcome: undefined }) : error;
}
