import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { FlowRef } from '../../flows/types';
import type { Log } from '../../platform/log';
import { showWarningMessage } from '../../platform/messages';
import { readSettings } from '../../platform/settings';
import { flowKey } from '../flowUri';
import { isLive, isReadOnly, type Statuses } from '../statuses';

interface QuestionsParts {
  readonly statuses: Pick<Statuses, 'known'>;
  /** How many errors the language finds in a flow. */
  readonly errorsIn: (text: string) => Promise<number>;
  readonly log: Log;
}

/** What a person has to agree to before a flow is saved: asked in one dialogue, or not at all. */
export class Questions {
  /** The live flows that a person has agreed to change in this window. */
  private readonly agreed = new Set<string>();

  constructor(private readonly parts: QuestionsParts) {}

  /** Rejects with an AdviceError when it must not be saved, or the person does not want it to be. */
  async ask(ref: FlowRef, label: string, text: string): Promise<void> {
    const { l10n } = vscode;
    const mode = readSettings().saveWithErrors;
    const [status, errors] = await Promise.all([
      this.parts.statuses.known(ref),
      mode === 'allow' ? 0 : this.errorsIn(text),
    ]);
    if (isReadOnly(status)) throw readOnly(status!);
    if (errors > 0 && mode === 'block') {
      throw new AdviceError(
        l10n.t('The flow has errors ({0}), and flows with errors are not saved.', errors),
        l10n.t(
          'Correct what the Problems view shows, or change the setting {0}.',
          'camsFlows.save.withErrors',
        ),
      );
    }
    const key = flowKey(ref);
    // Live again after it was a draft is another decision.
    if (!isLive(status)) this.agreed.delete(key);
    const isNewlyLive = isLive(status) && !this.agreed.has(key);
    const reasons = [
      ...(errors > 0
        ? [l10n.t('The flow has errors: {0}. CAMS may refuse it, and will not publish it.', errors)]
        : []),
      ...(isNewlyLive
        ? [
            l10n.t(
              'The flow is {0}: people are using it. CAMS makes it a DRAFT again or refuses. Messages that were sent keep the text they had; to send new ones you have to publish it again.',
              status!,
            ),
          ]
        : []),
    ];
    if (reasons.length === 0) return;
    const save = l10n.t('Save to CAMS');
    const choice = await showWarningMessage(
      l10n.t('Save {0} to CAMS?', label),
      { modal: true, detail: reasons.join('\n\n') },
      save,
    );
    if (choice !== save) {
      throw new AdviceError(
        l10n.t('Nothing was saved, as you have chosen.'),
        l10n.t('Your text is still in the editor.'),
      );
    }
    if (isLive(status)) this.agreed.add(key);
  }

  /** That nobody can say is no reason not to save. */
  private async errorsIn(text: string): Promise<number> {
    try {
      return await this.parts.errorsIn(text);
    } catch (error) {
      this.parts.log.warn(`errors before a save: ${String(error)}`);
      return 0;
    }
  }
}

/** A flow that takes no change any more. */
export function readOnly(status: string): AdviceError {
  return new AdviceError(
    vscode.l10n.t('The flow is {0}, so it cannot be changed.', status),
    vscode.l10n.t('Clone it to go on.'),
  );
}
