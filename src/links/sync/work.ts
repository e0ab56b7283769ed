import { l10n, workspace, type Uri } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { situationOf } from '../../cams/errors';
import type { CallOptions } from '../../cams/types';
import type { Documents } from '../../documents/documents';
import type { KeptVersions } from '../../documents/history/history';
import { meaningOf } from '../../documents/meaning';
import { hasNoJson } from '../../documents/write/look';
import type { Writer } from '../../documents/write/writing';
import type { FlowRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import type { Log } from '../../platform/log';
import type { LocalFiles } from '../localFiles';
import type { SeenFlows } from '../seenFlows';
import type { Link, LinkResult } from '../types';

/** A link whose flow can be reached. */
export type ReachableLink = Link & { readonly ref: FlowRef };

/** What comparing, pulling and pushing one link need. */
export interface Work {
  readonly documents: Pick<Documents, 'download'>;
  readonly history: KeptVersions;
  readonly writer: Writer;
  readonly local: LocalFiles;
  readonly seen: SeenFlows;
  readonly log: Log;
  /** Both sides of the link mean this now. */
  readonly mark: (link: Link, synced: string) => void;
}

interface Task extends CallOptions {
  /** See `LinkRun`. */
  readonly overwrite: boolean;
}

/** One link, there and back. Rejects where it fails. */
export type Step = (work: Work, link: ReachableLink, task: Task) => Promise<LinkResult>;

/** What CAMS has; both undefined for a flow without JSON. */
export interface Remote {
  readonly bytes?: Uint8Array;
  readonly meaning?: string;
}

/** Asks CAMS what the flow holds now, and remembers the answer. */
export async function lookAt({ documents, seen }: Work, ref: FlowRef, task: CallOptions): Promise<Remote> {
  try {
    const bytes = await documents.download(ref, task);
    const meaning = meaningOf(bytes);
    seen.set(ref, { meaning });
    return { bytes, meaning };
  } catch (error) {
    if (hasNoJson(error)) {
      seen.set(ref, {});
      return {};
    }
    if (situationOf(error) === 'notFound') seen.set(ref, { missing: true });
    else if (!isCancelled(error)) seen.fail(ref, error);
    throw error;
  }
}

/** Both sides mean the same: from now on this is what they last had in common. */
export async function settle(work: Work, link: ReachableLink, bytes: Uint8Array): Promise<void> {
  const meaning = meaningOf(bytes);
  if (link.synced === meaning) return;
  await keepBase(work, link.ref, bytes);
  work.mark(link, meaning);
}

/** For a merge some day. Without it that merge is a comparison: nothing that this should fail for. */
export async function keepBase({ history, log }: Work, ref: FlowRef, bytes: Uint8Array): Promise<void> {
  try {
    await history.keep(ref, bytes, 'base');
  } catch (error) {
    log.warn(`flow ${ref.flowId}: what file and flow have in common could not be kept: ${String(error)}`);
  }
}

export function unsavedText(file: Uri): AdviceError {
  return new AdviceError(
    l10n.t('{0} has changes that are not saved.', workspace.asRelativePath(file)),
    l10n.t('Save the file or undo the changes, then try again.'),
  );
}
