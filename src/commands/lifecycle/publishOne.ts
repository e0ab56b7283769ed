import { commands, l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { isOutcomeUnknown, situationOf } from '../../cams/errors';
import type { StepOutcome } from '../../flows/lifecycle';
import type { FlowRef } from '../../flows/types';
import { CancelledError } from '../../platform/cancellation';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import { withLateProgress, withProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { agrees, flowForPerson, nameOf, unsaved } from './current';
import { errorsIn, jsonToPublish, publishJson } from './publishable';
import { summaryLines } from './summaryTexts';

/** Checks a flow, shows what will go live, asks, publishes, and looks until CAMS shows it. */
export async function publishOne(parts: Parts, ref: FlowRef): Promise<void> {
  const flow = await flowForPerson(parts, ref, 'publish');
  const label = nameOf(parts, ref);
  await saveFirst(label, ref);
  const { bytes, errors } = await withLateProgress(l10n.t('Checking {0}', label), async (signal) => {
    const bytes = await jsonToPublish(parts, ref, { signal });
    return { bytes, errors: await errorsIn(parts, bytes) };
  });
  if (errors > 0 && !(await insists(parts, ref, errors))) return;
  const lines = [
    l10n.t('From then on it can be sent to people. It cannot be deleted any more, only deprecated.'),
    '',
    ...summaryLines(flow, bytes, await parts.live.of(ref)),
  ];
  if (!(await agrees(l10n.t('Publish {0}?', label), lines.join('\n'), l10n.t('Publish')))) return;
  try {
    const outcome = await withProgress(l10n.t('Publishing {0}', label), (signal) =>
      publishJson(parts, ref, bytes, { signal }),
    );
    tell(label, outcome, parts.flows.get(ref)?.status);
  } catch (error) {
    if (situationOf(error) !== 'service' || isOutcomeUnknown(error)) throw error;
    const sentence = l10n.t('{0} was not published. {1}', label, sentenceOf(error));
    await showErrors(parts, ref, await showErrorMessage(sentence, errorsButton()));
  }
}

/** What is in the tab only would not go live. */
async function saveFirst(label: string, ref: FlowRef): Promise<void> {
  const text = unsaved(ref);
  if (text === undefined) return;
  const question = l10n.t('{0} has changes that are not saved to CAMS. Save them before publishing?', label);
  const detail = l10n.t('What lies on CAMS goes live, not what is in the editor.');
  if (!(await agrees(question, detail, l10n.t('Save')))) throw new CancelledError();
  // Who saves tells why it did not work, or asks what to do about a conflict.
  if (!(await text.save()) || text.isDirty) throw new CancelledError();
}

async function insists(parts: Parts, ref: FlowRef, errors: number): Promise<boolean> {
  const publish = l10n.t('Publish All the Same');
  const question =
    errors === 1
      ? l10n.t('{0} has an error. CAMS will most likely refuse to publish it.', nameOf(parts, ref))
      : l10n.t('{0} has {1} errors. CAMS will most likely refuse to publish it.', nameOf(parts, ref), errors);
  const choice = await showWarningMessage(question, { modal: true }, errorsButton(), publish);
  await showErrors(parts, ref, choice);
  return choice === publish;
}

const errorsButton = () => l10n.t('Show Errors');

async function showErrors(parts: Parts, ref: FlowRef, choice: string | undefined): Promise<void> {
  if (choice !== errorsButton()) return;
  await parts.documents.open(ref);
  await commands.executeCommand('workbench.actions.view.problems');
}

function tell(label: string, outcome: StepOutcome, status: string | undefined): void {
  if (outcome === 'done') void showInformationMessage(l10n.t('{0} is published.', label));
  else {
    void showWarningMessage(
      l10n.t(
        'CAMS has accepted to publish {0}, but still shows it as {1}. Refresh the flow in a moment.',
        label,
        status ?? l10n.t('unknown'),
      ),
    );
  }
}
