import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { CallOptions } from '../../cams/types';
import type { Step } from '../../flows/lifecycle';
import type { Flow, FlowRef } from '../../flows/types';
import { showPage } from '../../platform/markdownReport';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { agrees, flowFor, nameOf, unsaved } from './current';
import { keepLastCopy } from './lastCopy';
import { withMany, type Row } from './many';
import { reportOfRows, summaryOfRows } from './manyReport';
import { errorsIn, jsonToPublish, publishJson } from './publishable';
import { refusalOf } from './states';

/** A question names at most so many flows. */
const MOST_NAMES = 10;

/** Takes one step with many flows, after one question. */
export async function stepMany(parts: Parts, step: Step, refs: readonly FlowRef[]): Promise<void> {
  const texts = textsOf(step);
  const fit = refs.filter((ref) => refusalOf(step, knownFlow(parts, ref)) === undefined);
  if (fit.length === 0) throw new AdviceError(texts.none, l10n.t('Refresh the list if it is out of date.'));
  /** What is deleted has no name any more when it is reported. */
  const names = new Map(fit.map((ref) => [ref, parts.flows.get(ref)?.name]));
  const others = refs.length - fit.length;
  const detail = [
    texts.detail,
    [
      ...fit.slice(0, MOST_NAMES).map((ref) => nameOf(parts, ref)),
      ...(fit.length > MOST_NAMES ? [l10n.t('and {0} more', fit.length - MOST_NAMES)] : []),
    ].join('\n'),
    ...(others > 0 ? [l10n.t('Left as they are, because their status does not allow it: {0}.', others)] : []),
  ];
  if (!(await agrees(texts.question(fit.length), detail.join('\n\n'), texts.button))) return;
  const rows = await withProgress(texts.title(fit.length), (signal, report) =>
    withMany({
      refs: fit,
      signal,
      report,
      work: (ref) =>
        parts.lifecycle.alone(ref, async () => {
          const options = { signal, lane: 'background' } as const;
          names.set(ref, (await flowFor(parts, ref, step, options)).name);
          return takeStep(parts, step, ref, options);
        }),
    }),
  );
  await tell(texts.title(fit.length), rows, ({ ref }) => names.get(ref));
}

/** One of many: nobody can be asked, so what is doubtful is refused. */
async function takeStep(
  parts: Parts,
  step: Step,
  ref: FlowRef,
  options: CallOptions,
): Promise<string | undefined> {
  const later = l10n.t('CAMS has accepted it, but does not show it yet.');
  if (step === 'publish') {
    const bytes = await checked(parts, ref, options);
    return (await publishJson(parts, ref, bytes, options)) === 'done' ? undefined : later;
  }
  if (step === 'delete') await keepLastCopy(parts, ref, options);
  return (await parts.lifecycle.take(step, ref, options)) === 'done' ? undefined : later;
}

async function checked(parts: Parts, ref: FlowRef, options: CallOptions): Promise<Uint8Array> {
  if (unsaved(ref) !== undefined) {
    throw new AdviceError(
      l10n.t('Its open tab has changes that are not saved to CAMS.'),
      l10n.t('Save them, then publish it.'),
    );
  }
  const bytes = await jsonToPublish(parts, ref, options);
  const errors = await errorsIn(parts, bytes);
  if (errors === 0) return bytes;
  throw new AdviceError(
    l10n.t('It has errors: {0}.', errors),
    l10n.t('Correct them, or publish it alone if you want to try all the same.'),
  );
}

async function tell(
  title: string,
  rows: readonly Row[],
  name: (row: Row) => string | undefined,
): Promise<void> {
  const sentence = summaryOfRows(rows);
  if (rows.every(({ outcome, reason }) => outcome === 'done' && reason === undefined)) {
    void showInformationMessage(sentence);
    return;
  }
  const content = reportOfRows(title, rows, name);
  await showPage(content);
  void showWarningMessage(sentence);
}

const knownFlow = ({ flows }: Parts, ref: FlowRef): Flow => flows.get(ref) ?? { ref, added: false };

function textsOf(step: Step) {
  switch (step) {
    case 'publish':
      return {
        title: (count: number) => l10n.t('Publishing {0} flows', count),
        question: (count: number) => l10n.t('Publish {0} flows?', count),
        detail: l10n.t(
          'From then on they can be sent to people, and cannot be deleted any more, only deprecated. Each is checked first; those with errors are left as they are.',
        ),
        button: l10n.t('Publish'),
        none: l10n.t('None of the selected flows is a draft: only drafts can be published.'),
      };
    case 'deprecate':
      return {
        title: (count: number) => l10n.t('Deprecating {0} flows', count),
        question: (count: number) => l10n.t('Deprecate {0} flows?', count),
        detail: l10n.t(
          'They can no longer be sent, and people who have them cannot open them any more. This cannot be undone.',
        ),
        button: l10n.t('Deprecate'),
        none: l10n.t(
          'None of the selected flows is published: only flows that were published can be deprecated.',
        ),
      };
    case 'delete':
      return {
        title: (count: number) => l10n.t('Deleting {0} flows', count),
        question: (count: number) => l10n.t('Delete {0} flows?', count),
        detail: l10n.t(
          'CAMS cannot bring them back. Their JSON is kept in the Flow History on this computer.',
        ),
        button: l10n.t('Delete'),
        none: l10n.t('None of the selected flows is a draft: only drafts can be deleted.'),
      };
  }
}
