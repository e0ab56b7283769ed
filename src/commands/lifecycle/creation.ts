import { l10n } from 'vscode';
import { sentenceOf } from '../../accounts/explain';
import { CreationLostError, type LostCreation } from '../../flows/lifecycleErrors';
import type { Properties } from '../../flows/properties';
import type { Flow, SpaceRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import { showWarningMessage } from '../../platform/messages';
import { withProgress } from '../../platform/progress';
import type { Parts } from '../command';

/**
 * CreateFlow, and what follows when its answer is lost: looking for the flow, and asking before anything is sent again.
 * Undefined when the person leaves it at not knowing.
 */
export async function createFlow(parts: Parts, space: SpaceRef, wish: Properties): Promise<Flow | undefined> {
  for (;;) {
    try {
      return await withProgress(l10n.t('Creating {0}', wish.name), (signal) =>
        parts.lifecycle.create(space, wish, { signal }),
      );
    } catch (error) {
      if (!(error instanceof CreationLostError)) throw error;
      parts.log.warn(
        `CreateFlow: ${error.cause instanceof Error ? error.cause.message : String(error.cause)}`,
      );
      const found = await afterLoss(parts, error.creation);
      if (found !== 'again') return found;
    }
  }
}

async function afterLoss(parts: Parts, creation: LostCreation): Promise<Flow | 'again' | undefined> {
  const [lookAgain, createAgain] = [l10n.t('Look Again'), l10n.t('Create Again')];
  for (;;) {
    const { found, sentence } = await look(parts, creation);
    if (found !== undefined) return found;
    const choice = await showWarningMessage(
      l10n.t('It is not known whether "{0}" was created', creation.flowName),
      { modal: true, detail: sentence },
      lookAgain,
      createAgain,
    );
    if (choice === createAgain) return 'again';
    if (choice !== lookAgain) return undefined;
  }
}

async function look(parts: Parts, creation: LostCreation): Promise<{ found?: Flow; sentence?: string }> {
  try {
    const found = await withProgress(l10n.t('Looking whether {0} was created', creation.flowName), (signal) =>
      parts.lifecycle.find(creation, { signal }),
    );
    const sentence = l10n.t(
      'The answer of CAMS was lost, and its list does not show the flow. It may appear later: if you create it again now, there may be two.',
    );
    return { found, sentence };
  } catch (error) {
    const start = l10n.t('The answer of CAMS was lost, and looking for the flow failed.');
    return { sentence: isCancelled(error) ? start : l10n.t('{0} {1}', start, sentenceOf(error)) };
  }
}
