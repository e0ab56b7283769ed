import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import { setStatusBarMessage, showWarningMessage } from '../../platform/messages';
import { sizeOf } from '../size';
import type { Written } from '../write/writing';

/** How long the status bar says that something was saved, in milliseconds. */
const SHOWN_FOR = 8_000;

/** Sentences of CAMS that a notification has room for. */
const MOST_ERRORS = 3;

/** Tells a person what has come of a save that CAMS accepted: in the status bar, or as a warning with a way on. */
export async function tellOutcome(
  ref: FlowRef,
  label: string,
  bytes: Uint8Array,
  written: Written,
): Promise<void> {
  const { l10n } = vscode;
  const doubt = doubtOf(label, written);
  const saved = written.sent
    ? l10n.t('Saved to CAMS: {0}, {1}', label, sizeOf(bytes))
    : l10n.t('CAMS has this text already: {0}', label);
  setStatusBarMessage(doubt ?? saved, SHOWN_FOR, 'cloud-upload');
  if (doubt !== undefined) {
    const history = l10n.t('Show History');
    const compare = l10n.t('Compare');
    const choice = await showWarningMessage(doubt, compare, history);
    if (choice === compare) await vscode.commands.executeCommand('camsFlows.flow.compare', ref);
    if (choice === history) await vscode.commands.executeCommand('camsFlows.flow.history', ref);
  }
  const { validationErrors = [] } = written;
  if (validationErrors.length === 0) return;
  const sentences = validationErrors.slice(0, MOST_ERRORS).join(' · ');
  const rest = validationErrors.length - MOST_ERRORS;
  await showWarningMessage(
    rest > 0
      ? l10n.t('CAMS has taken {0} and says that it is not right: {1} (and {2} more)', label, sentences, rest)
      : l10n.t('CAMS has taken {0} and says that it is not right: {1}', label, sentences),
  );
}

function doubtOf(label: string, { readBack }: Written): string | undefined {
  const { l10n } = vscode;
  switch (readBack) {
    case 'same':
      return undefined;
    case 'before':
      return l10n.t(
        'CAMS has taken {0}, but still shows the text from before. Compare the two in a minute.',
        label,
      );
    case 'other':
      return l10n.t(
        'CAMS has taken {0}, but somebody else has changed it right after. Your text is in the history.',
        label,
      );
    case 'unread':
      return l10n.t('CAMS has taken {0}, but it could not be read back to see whether it is right.', label);
  }
}
