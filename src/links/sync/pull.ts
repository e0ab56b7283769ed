import { l10n, workspace, type Uri } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { readIfThere, replaceFile } from '../../documents/download/files';
import { meaningOf } from '../../documents/meaning';
import { ConflictError } from '../../documents/write/writing';
import { hasUnsavedText } from '../localFiles';
import { lookAt, settle, unsavedText, type Step } from './work';

/** Flow into file, byte for byte. What the file held is in the history before it goes. */
export const pullLink: Step = async (work, link, task) => {
  const { file, ref, synced } = link;
  if (hasUnsavedText(file)) return { link, outcome: 'conflict', error: unsavedText(file) };
  const { bytes, meaning } = await lookAt(work, ref, task);
  if (bytes === undefined) throw noJson();
  const here = await work.local.read(file);
  const before = here && meaningOf(here);
  if (before === meaning) {
    await settle(work, link, bytes);
    return { link, outcome: 'same' };
  }
  if (here !== undefined) {
    if (before !== synced && !task.overwrite) {
      return meaning === synced
        ? { link, outcome: 'skipped', error: nothingNew(file) }
        : { link, outcome: 'conflict', error: new ConflictError(ref, bytes) };
    }
    await work.history.keep(ref, here, before === synced ? 'base' : 'overwritten');
  }
  // Somebody may have written while CAMS answered and the disk wrote.
  if (hasUnsavedText(file)) return { link, outcome: 'conflict', error: unsavedText(file) };
  if (!isSame(here, await readIfThere(file))) {
    work.local.expire(file);
    return { link, outcome: 'conflict', error: changedMeanwhile(file) };
  }
  await replace(file, bytes);
  work.local.expire(file);
  await work.local.look(file);
  await settle(work, link, bytes);
  return { link, outcome: 'done' };
};

async function replace(file: Uri, bytes: Uint8Array): Promise<void> {
  try {
    await replaceFile(file, bytes);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AdviceError(
      l10n.t('{0} cannot be written: {1}', workspace.asRelativePath(file), why),
      l10n.t('Check that you may write in this folder, then try again.'),
    );
  }
}

function isSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

function noJson(): AdviceError {
  return new AdviceError(
    l10n.t('CAMS has no JSON for this flow.'),
    l10n.t('A new flow has none until one is uploaded.'),
  );
}

function nothingNew(file: Uri): AdviceError {
  return new AdviceError(
    l10n.t('{0} has changes, and CAMS has nothing newer.', workspace.asRelativePath(file)),
    l10n.t('Push the file, or compare it with the flow.'),
  );
}

function changedMeanwhile(file: Uri): AdviceError {
  return new AdviceError(
    l10n.t('{0} changed while the flow was read.', workspace.asRelativePath(file)),
    l10n.t('Compare the two, then decide which one should stay.'),
  );
}
