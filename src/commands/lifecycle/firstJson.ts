import { l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { isOutcomeUnknown } from '../../cams/errors';
import { meaningOf } from '../../documents/meaning';
import type { Flow } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import { setStatusBarMessage, showErrorMessage, showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { jsonOf, nameOf } from './current';

/** Gives a flow that was made a moment ago its JSON, and opens it. The flow is there whatever happens: a person is told so. */
export async function fillFlow(parts: Parts, { ref }: Flow, bytes: Uint8Array): Promise<void> {
  const label = nameOf(parts, ref);
  /** What the flow was born with may be overwritten; what somebody else puts there meanwhile may not. */
  let born: readonly (string | undefined)[] | undefined;
  for (;;) {
    try {
      const { readBack } = await withProgress(l10n.t('Saving the JSON of {0}', label), async (signal) => {
        const remote = born === undefined ? await jsonOf(parts, ref, { signal }) : undefined;
        born ??= [undefined, ...(remote === undefined ? [] : [meaningOf(remote)])];
        return parts.writer.write({ ref, bytes, over: born }, { signal });
      });
      if (readBack === 'same') setStatusBarMessage(l10n.t('Created {0}', label), 5_000);
      else {
        void showWarningMessage(
          l10n.t(
            '{0} is created and CAMS has accepted its JSON, but does not show it yet. Look at it again in a moment.',
            label,
          ),
        );
      }
      break;
    } catch (error) {
      if (!(await triesAgain(label, error))) break;
    }
  }
  await parts.documents.open(ref);
  void parts.lifecycle.lookAfresh(ref, { lane: 'visible' }).catch(() => undefined);
}

async function triesAgain(label: string, error: unknown): Promise<boolean> {
  const again = l10n.t('Try Again');
  const plainCancel = isCancelled(error) && !isOutcomeUnknown(error);
  const reason = plainCancel ? l10n.t('It was cancelled.') : sentenceOf(error);
  const choice = await showErrorMessage(
    l10n.t('{0} was created, but without its JSON. {1}', label, reason),
    again,
    l10n.t('Open Flow'),
  );
  return choice === again;
}
