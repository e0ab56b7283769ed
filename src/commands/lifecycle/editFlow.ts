import { l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { back, type Back } from '../../accounts/steps';
import { isOutcomeUnknown, situationOf } from '../../cams/errors';
import { isLive } from '../../documents/statuses';
import type { Modified } from '../../flows/lifecycle';
import { FlowChangedError } from '../../flows/lifecycleErrors';
import { changedFields, type Field, type Properties } from '../../flows/properties';
import type { Flow } from '../../flows/types';
import { setStatusBarMessage, showInformationMessage, showWarningMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { flowTarget } from '../flowTarget';
import { agrees, flowForPerson, nameOf } from './current';
import { refusalOf } from './states';

type Changes = Partial<Properties>;

/** Asks for a new value; `problem` is why it is asked again. */
type Ask = (flow: Flow, wish: Changes, problem: string | undefined) => Promise<Changes | Back>;

/**
 * Changes what CAMS says of a flow besides its JSON. When it has changed meanwhile, or CAMS refuses, the question comes again
 * with what the person wrote.
 */
export async function editFlow(parts: Parts, args: readonly unknown[], ask: Ask): Promise<void> {
  const ref = await flowTarget(parts, args);
  if (ref === undefined) return;
  await parts.lifecycle.alone(ref, async () => {
    let flow = await flowForPerson(parts, ref, 'edit');
    if (isLive(flow.status) && !(await mayBecomeDraft(parts, flow))) return;
    let wish: Changes = {};
    let problem: string | undefined;
    for (;;) {
      const changes = await ask(flow, wish, problem);
      if (changes === back || changedFields({ ...flow, ...changes }, flow).length === 0) return;
      wish = changes;
      try {
        const seen = flow;
        const title = l10n.t('Changing {0}', nameOf(parts, ref));
        const modified = await withLateProgress(title, (signal) =>
          parts.lifecycle.modify(ref, changes, { seen, signal }),
        );
        tell(parts, seen, changes, modified);
        return;
      } catch (error) {
        problem = sentenceOf(error);
        if (error instanceof FlowChangedError) {
          flow = error.flow;
          const refusal = refusalOf('edit', flow);
          if (refusal !== undefined) throw refusal;
          wish = withoutOld(wish, error.fields);
        } else if (situationOf(error) !== 'service' || isOutcomeUnknown(error)) throw error;
      }
    }
  });
}

/** What somebody else has changed is shown as it is now, and not what the person wrote over it before they knew. */
function withoutOld(wish: Changes, fields: readonly Field[]): Changes {
  return Object.fromEntries(Object.entries(wish).filter(([field]) => !fields.includes(field as Field)));
}

function mayBecomeDraft(parts: Parts, { ref, status }: Flow): Promise<boolean> {
  return agrees(
    l10n.t('Change {0}, which is {1}?', nameOf(parts, ref), status ?? ''),
    l10n.t(
      'CAMS either refuses this, or makes the flow a draft again: then new messages cannot use it until it is published again.',
    ),
    l10n.t('Change'),
  );
}

function tell(parts: Parts, before: Flow, changes: Changes, { flow, differing }: Modified): void {
  const label = nameOf(parts, before.ref);
  if (flow === undefined) {
    const sentence = l10n.t(
      'CAMS has accepted the change of {0}, but the flow could not be read again.',
      label,
    );
    void showWarningMessage(sentence);
  } else if (differing.includes('endpointUri') && changes.endpointUri === '') {
    const sentence = l10n.t(
      'CAMS has kept the endpoint of {0}: it seems that an endpoint cannot be taken away, only replaced.',
      label,
    );
    void showWarningMessage(sentence);
  } else if (differing.length > 0) {
    const sentence = l10n.t(
      'CAMS has accepted the change of {0}, but does not show it: {1}.',
      label,
      differing.map((field) => valueOf(flow, field)).join(', '),
    );
    void showWarningMessage(sentence);
  } else if (isLive(before.status) && !isLive(flow.status)) {
    void showInformationMessage(
      l10n.t('{0} is changed and is {1} now: publish it to make the change live.', label, flow.status ?? ''),
    );
  } else setStatusBarMessage(l10n.t('Changed {0}', label), 5_000);
}

function valueOf(flow: Flow, field: Field): string {
  switch (field) {
    case 'name':
      return l10n.t('the name is "{0}"', flow.name ?? '–');
    case 'categories':
      return l10n.t('the categories are {0}', flow.categories?.join(', ') ?? '–');
    case 'endpointUri':
      return l10n.t('the endpoint is {0}', flow.endpointUri ?? '–');
  }
}
