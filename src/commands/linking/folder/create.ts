import { l10n, type Uri } from 'vscode';
import { AdviceError } from '../../../accounts/adviceError';
import { sentenceOf } from '../../../accounts/explain';
import { situationOf, withUnknownOutcome } from '../../../cams/errors';
import type { CallOptions } from '../../../cams/types';
import { CreationLostError } from '../../../flows/lifecycleErrors';
import type { Properties } from '../../../flows/properties';
import type { Flow, FlowRef, SpaceRef } from '../../../flows/types';
import type { Report } from '../../../platform/progress';
import type { Parts } from '../../command';
import { withMany, type Outcome } from '../../lifecycle/many';
import type { Place } from './place';
import type { FolderOutcome, FolderRow } from './rows';
import { together } from './together';

/** A flow that is to be created for a file. */
export interface Wish extends Properties {
  readonly file: Uri;
  /** What a person should know although it went well. */
  readonly remark?: string;
}

type Options = CallOptions & { readonly signal: AbortSignal };

/** How long somebody who has cancelled waits at most to hear whether a flow was created, in milliseconds. */
const LAST_LOOK = 10_000;

/** How often a flow is tried to be created while others use up the quota; the quota spaces the attempts. */
const ATTEMPTS = 6;

/** Creates a flow for each file as fast as the quota lets it, and links each as soon as it is there. */
export async function createAll(
  parts: Parts,
  { space, environment }: Place,
  wishes: readonly Wish[],
  { signal, report }: { signal: AbortSignal; report: Report },
): Promise<FolderRow[]> {
  const link = together((pairs: readonly { file: Uri; ref: FlowRef }[]) =>
    parts.links.addMany(pairs, environment),
  );
  /** Why nothing can be linked: then nothing more is created. */
  let broken: unknown;
  const rows = await withMany({
    refs: wishes.map((wish) => ({ ...wish, accountId: space.accountId })),
    signal,
    report,
    work: async ({ file, remark, ...wish }) => {
      const obstacle = parts.links.obstacle(file, space, environment);
      if (obstacle !== undefined || broken !== undefined) throw obstacle ?? broken;
      const { ref } = await createOnce(parts, space, wish, { signal, lane: 'background' });
      await link({ file, ref }).catch((error: unknown) => {
        const isLinked = parts.links.everywhere(file).some(({ flowId }) => flowId === ref.flowId);
        if (isLinked) return;
        broken ??= error;
        throw createdOnly(ref, error);
      });
      return remark;
    },
  });
  return rows.map(({ ref: { file, name }, outcome, reason }) => ({
    file,
    flow: name,
    outcome: outcomes[outcome],
    reason,
  }));
}

const outcomes: Readonly<Record<Outcome, FolderOutcome>> = {
  done: 'created',
  refused: 'failed',
  failed: 'failed',
  unknown: 'unknown',
  notTried: 'notTried',
};

/**
 * Never sent again where it may have been carried out: then the list of CAMS says whether there is a new flow of this
 * name. What was refused because of the quota was not.
 */
async function createOnce(parts: Parts, space: SpaceRef, wish: Properties, options: Options): Promise<Flow> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await parts.lifecycle.create(space, wish, options);
    } catch (error) {
      if (error instanceof CreationLostError) return await findLost(parts, error, options);
      if (situationOf(error) !== 'throttled' || attempt === ATTEMPTS) throw error;
    }
  }
}

async function findLost(parts: Parts, error: CreationLostError, options: Options): Promise<Flow> {
  parts.log.warn(`CreateFlow: ${String(error.cause)}`);
  const signal = options.signal.aborted ? AbortSignal.timeout(LAST_LOOK) : options.signal;
  const found = await parts.lifecycle.find(error.creation, { ...options, signal }).catch(() => undefined);
  if (found === undefined) throw withUnknownOutcome(error);
  return found;
}

function createdOnly({ flowId }: FlowRef, error: unknown): AdviceError {
  return new AdviceError(
    l10n.t(
      'The flow {0} was created, but the file could not be linked to it. {1}',
      flowId,
      sentenceOf(error),
    ),
    l10n.t('Run the command again: it links them by name.'),
  );
}
