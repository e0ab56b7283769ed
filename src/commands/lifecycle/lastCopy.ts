import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { concernsAccount, situationOf } from '../../cams/errors';
import type { CallOptions } from '../../cams/types';
import type { FlowRef } from '../../flows/types';
import { isCancelled } from '../../platform/cancellation';
import type { Parts } from '../command';
import { jsonOf } from './current';

/** The JSON of a flow that is about to go cannot be kept. */
export class NoCopyError extends AdviceError {}

/** Keeps the JSON of a flow that is about to go. Rejects with a NoCopyError where that fails; a flow without JSON is none. */
export async function keepLastCopy(parts: Parts, ref: FlowRef, options: CallOptions): Promise<void> {
  try {
    const bytes = await jsonOf(parts, ref, options);
    if (bytes !== undefined) await parts.history.keep(ref, bytes, 'overwritten');
  } catch (error) {
    if (isCancelled(error) || concernsAccount(situationOf(error))) throw error;
    throw new NoCopyError(
      l10n.t('Its JSON cannot be kept on this computer: {0}', sentenceOf(error)),
      l10n.t('It was not deleted.'),
    );
  }
}
