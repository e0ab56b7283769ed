import { l10n } from 'vscode';
import { AdviceError } from '../accounts/adviceError';
import type { Here } from './localFiles';
import type { There } from './seenFlows';
import type { Link, LinkState, LinkStatus } from './types';

/** The two sides of a link and what they last had in common, by meaning. */
export interface Sides {
  /** Undefined before anybody has looked. */
  readonly here: Here | undefined;
  readonly there: There | undefined;
  readonly synced: string | undefined;
}

/** How a file and its flow differ. */
export function statusOf({ here, there, synced }: Sides): LinkStatus {
  if (here?.error !== undefined) return 'unreadable';
  if (there?.missing) return 'missingThere';
  if (here !== undefined && here.meaning === undefined) return 'missingHere';
  if (here === undefined || there === undefined) return 'neverCompared';
  if (here.meaning === there.meaning) return 'same';
  // Where CAMS has nothing, nothing can be lost.
  if (there.meaning === undefined || there.meaning === synced) return 'changedHere';
  return here.meaning === synced ? 'changedThere' : 'conflict';
}

/** A link with its status. `error`: why its flow cannot be read. */
export function stateOf(about: {
  readonly link: Link;
  readonly here: Here | undefined;
  readonly there?: There;
  readonly error?: unknown;
}): LinkState {
  const { link, here, there } = about;
  const comparedAt = there?.at;
  const error = here?.error ?? about.error;
  if (error !== undefined) return { link, status: 'unreadable', comparedAt, error };
  const status = statusOf({ here, there, synced: link.synced });
  if (status !== 'missingThere') return { link, status, comparedAt };
  return { link, status, comparedAt, error: noFlow(link) };
}

function noFlow({ flowId, environment }: Link): AdviceError {
  return new AdviceError(
    l10n.t('CAMS has no flow {0} any more ({1}).', flowId, environment),
    l10n.t('Link the file to another flow, or unlink it.'),
  );
}
