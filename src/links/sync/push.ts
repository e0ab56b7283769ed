import { l10n, workspace, type Uri } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { isOutcomeUnknown, situationOf } from '../../cams/errors';
import { nameIn } from '../../documents/flowUri';
import { meaningOf } from '../../documents/meaning';
import { ConflictError, type Written } from '../../documents/write/writing';
import { isCancelled } from '../../platform/cancellation';
import { hasUnsavedText } from '../localFiles';
import type { LinkResult } from '../types';
import { lookAt, settle, unsavedText, type ReachableLink, type Step, type Work } from './work';

/** File into flow, where CAMS still has what both last had in common, or nothing. */
export const pushLink: Step = async (work, link, task) => {
  const { file, ref, synced } = link;
  if (hasUnsavedText(file)) throw unsavedText(file);
  const bytes = await work.local.read(file);
  if (bytes === undefined) throw noFile(file);
  const meaning = meaningOf(bytes);
  const decided = task.overwrite ? work.seen.get(ref)?.meaning : undefined;
  if (meaning === synced) {
    // Nothing changed here: a look is enough, and no file is stored in vain.
    const remote = await lookAt(work, ref, task);
    if (remote.meaning === meaning) return { link, outcome: 'same' };
    if (remote.bytes !== undefined && remote.meaning !== decided) {
      return { link, outcome: 'skipped', error: newerThere(file) };
    }
  }
  try {
    // Another spelling is nothing to push: it would make a draft of a published flow for nothing.
    const over = [synced, meaning, decided, undefined];
    const written = await work.writer.write({ ref, bytes, over, byMeaning: true, name: nameIn(file) }, task);
    return await resultOf(work, link, bytes, written);
  } catch (error) {
    if (!(error instanceof ConflictError)) {
      if (situationOf(error) === 'notFound') work.seen.set(ref, { missing: true });
      else if (isOutcomeUnknown(error) || isCancelled(error)) work.seen.forget(ref);
      throw error;
    }
    work.seen.set(ref, error.remote === undefined ? {} : { meaning: meaningOf(error.remote) });
    return { link, outcome: 'conflict', error };
  }
};

/** Only what was seen on CAMS counts as common to both sides. */
async function resultOf(
  work: Work,
  link: ReachableLink,
  bytes: Uint8Array,
  { sent, readBack, remote, validationErrors }: Written,
): Promise<LinkResult> {
  if (readBack === 'same' || !sent) {
    work.seen.set(link.ref, { meaning: meaningOf(bytes) });
    await settle(work, link, bytes);
    return sent ? { link, outcome: 'done', validationErrors } : { link, outcome: 'same' };
  }
  if (readBack === 'other' && remote !== undefined) {
    work.seen.set(link.ref, { meaning: meaningOf(remote) });
    return { link, outcome: 'conflict', error: new ConflictError(link.ref, remote) };
  }
  work.seen.forget(link.ref);
  return readBack === 'before'
    ? { link, outcome: 'failed', error: notShownYet() }
    : { link, outcome: 'done', error: notReadBack() };
}

function newerThere(file: Uri): AdviceError {
  return new AdviceError(
    l10n.t('{0} has not changed, and CAMS has something newer.', workspace.asRelativePath(file)),
    l10n.t('Pull the flow, or compare it with the file.'),
  );
}

function noFile(file: Uri): AdviceError {
  return new AdviceError(
    l10n.t('There is no file {0}.', workspace.asRelativePath(file)),
    l10n.t('Pull the flow to have it again, or unlink it.'),
  );
}

function notShownYet(): AdviceError {
  return new AdviceError(
    l10n.t('CAMS accepted the file but still shows the text before.'),
    l10n.t('Compare the two in a moment.'),
  );
}

function notReadBack(): AdviceError {
  return new AdviceError(
    l10n.t('CAMS accepted the file, but it could not be read back.'),
    l10n.t('Compare the two in a moment.'),
  );
}
