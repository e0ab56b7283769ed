import { l10n } from 'vscode';
import type { StepOutcome } from '../../flows/lifecycle';
import type { FlowRef } from '../../flows/types';
import { setStatusBarMessage, showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { agrees, flowForPerson, nameOf, unsaved } from './current';
import { keepLastCopy, NoCopyError } from './lastCopy';

export async function deprecateOne(parts: Parts, ref: FlowRef): Promise<void> {
  await flowForPerson(parts, ref, 'deprecate');
  const label = nameOf(parts, ref);
  const detail = l10n.t(
    'It can no longer be sent, and people who have it cannot open it any more. This cannot be undone.',
  );
  if (!(await agrees(l10n.t('Deprecate {0}?', label), detail, l10n.t('Deprecate')))) return;
  const outcome = await withProgress(l10n.t('Deprecating {0}', label), (signal) =>
    parts.lifecycle.take('deprecate', ref, { signal }),
  );
  tell(label, outcome);
}

export async function deleteOne(parts: Parts, ref: FlowRef): Promise<void> {
  await flowForPerson(parts, ref, 'delete');
  const label = nameOf(parts, ref);
  const details = [
    l10n.t('CAMS cannot bring it back. Its JSON is kept in the Flow History on this computer.'),
    ...(unsaved(ref) === undefined
      ? []
      : [
          l10n.t(
            'Its open tab has changes that are not saved: the text stays there, but can only be saved elsewhere.',
          ),
        ]),
  ];
  if (!(await agrees(l10n.t('Delete {0}?', label), details.join('\n\n'), l10n.t('Delete')))) return;
  const remove = (copy: boolean) =>
    withProgress(l10n.t('Deleting {0}', label), async (signal) => {
      if (copy) await keepLastCopy(parts, ref, { signal });
      return parts.lifecycle.take('delete', ref, { signal });
    });
  try {
    await remove(true);
  } catch (error) {
    if (!(error instanceof NoCopyError)) throw error;
    const question = l10n.t('Delete {0} without a copy?', label);
    if (!(await agrees(question, error.reason, l10n.t('Delete Without Copy')))) return;
    await remove(false);
  }
  setStatusBarMessage(l10n.t('Deleted {0}', label), 5_000);
}

function tell(label: string, outcome: StepOutcome): void {
  if (outcome === 'done') setStatusBarMessage(l10n.t('Deprecated {0}', label), 5_000);
  else {
    void showWarningMessage(
      l10n.t(
        'CAMS has accepted to deprecate {0}, but does not show it yet. Refresh the flow in a moment.',
        label,
      ),
    );
  }
}
