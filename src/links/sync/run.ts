import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { concernsAccount, isCamsError, isOutcomeUnknown, situationOf } from '../../cams/errors';
import type { CallOptions } from '../../cams/types';
import { isCancelled } from '../../platform/cancellation';
import { workOn } from '../../platform/workers';
import type { Link, LinkResult, LinkRun } from '../types';
import type { ReachableLink } from './work';

/** Enough for the whole quota of 5 calls a second when a push, with its four calls and the file store, takes six seconds. */
const OUTSTANDING = 16;

/** Who fails this often in a row, will fail with the rest as well. */
const FAILURES_IN_A_ROW = 20;

export interface Runner extends LinkRun {
  /** Why this link cannot be worked on now; asked right before its turn. */
  readonly obstacle: (link: Link) => unknown;
  readonly step: (link: ReachableLink, options: CallOptions) => Promise<LinkResult>;
}

/**
 * Works on all links, those of each account at the speed of its quota, and answers what became of each, in their order. A
 * failure that concerns an account ends the work on its links. Never rejects: what was not tried is 'skipped'.
 */
export async function runOver(
  links: readonly Link[],
  runner: Runner,
): Promise<{ results: readonly LinkResult[]; isComplete: boolean }> {
  const results = new Array<LinkResult | undefined>(links.length);
  let done = 0;
  const put = (index: number, result: LinkResult) => {
    results[index] = result;
    done += 1;
    runner.onResult?.(result, done, links.length);
  };
  const options = {
    signal: runner.signal,
    lane: runner.lane ?? (links.length > 1 ? 'background' : 'person'),
  };
  const accounts = new Set(links.map(({ ref }) => ref?.accountId));
  const indexesOf = (account: string | undefined) =>
    [...links.keys()].filter((index) => links[index]?.ref?.accountId === account);
  const groups = [...accounts].map(
    (account) => [new Group(links, runner, options, put), indexesOf(account)] as const,
  );
  await Promise.all(groups.map(([group, indexes]) => group.run(indexes)));
  return {
    results: links.map((link, index) => results[index] ?? { link, outcome: 'skipped' }),
    isComplete: runner.signal?.aborted !== true && groups.every(([group]) => !group.isStopped),
  };
}

/** The links of one account. */
class Group {
  private stoppedBy: unknown;
  private failuresInARow = 0;

  constructor(
    private readonly links: readonly Link[],
    private readonly runner: Runner,
    private readonly options: CallOptions,
    private readonly put: (index: number, result: LinkResult) => void,
  ) {}

  get isStopped(): boolean {
    return this.stoppedBy !== undefined;
  }

  async run(indexes: readonly number[]): Promise<void> {
    await workOn(indexes, OUTSTANDING, async (index) =>
      this.put(index, await this.attempt(this.links[index]!)),
    );
  }

  private async attempt(link: Link): Promise<LinkResult> {
    if (this.options.signal?.aborted) return { link, outcome: 'skipped' };
    if (this.stoppedBy !== undefined) return { link, outcome: 'skipped', error: this.stoppedBy };
    const obstacle = this.runner.obstacle(link);
    const { ref } = link;
    if (obstacle !== undefined || ref === undefined) return { link, outcome: 'failed', error: obstacle };
    try {
      const result = await this.runner.step({ ...link, ref }, this.options);
      this.failuresInARow = 0;
      return result;
    } catch (error) {
      return this.failed(link, error);
    }
  }

  private failed(link: Link, error: unknown): LinkResult {
    if (isCancelled(error)) {
      const isOurs = this.options.signal?.aborted === true;
      if (isOurs && !isOutcomeUnknown(error)) return { link, outcome: 'skipped' };
      if (!isOurs) this.stoppedBy ??= accountChanged();
      return { link, outcome: 'failed', error: isOurs ? unknown() : accountChanged() };
    }
    if (isCamsError(error)) this.failuresInARow += 1;
    const isHopeless = concernsAccount(situationOf(error)) || this.failuresInARow >= FAILURES_IN_A_ROW;
    if (isHopeless) this.stoppedBy ??= error;
    return { link, outcome: 'failed', error };
  }
}

function accountChanged(): AdviceError {
  return new AdviceError(
    l10n.t('The account was signed out or changed meanwhile.'),
    l10n.t('Compare the file with the flow, then try again.'),
  );
}

function unknown(): AdviceError {
  return new AdviceError(
    l10n.t('It was cancelled before CAMS answered, so the flow may have been changed.'),
    l10n.t('Compare the file with the flow to see.'),
  );
}
