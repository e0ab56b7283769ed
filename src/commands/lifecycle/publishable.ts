import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { CallOptions } from '../../cams/types';
import { meaningOf } from '../../documents/meaning';
import type { FlowRef } from '../../flows/types';
import type { StepOutcome } from '../../flows/lifecycle';
import type { Parts } from '../command';
import { jsonOf, nameOf } from './current';

/** The JSON that would go live. */
export async function jsonToPublish(parts: Parts, ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
  const bytes = await jsonOf(parts, ref, options);
  if (bytes !== undefined) return bytes;
  throw new AdviceError(
    l10n.t('{0} has no JSON yet: there is nothing to publish.', nameOf(parts, ref)),
    l10n.t('Give it one with "Replace Flow JSON with Template or File".'),
  );
}

export async function errorsIn(parts: Parts, bytes: Uint8Array): Promise<number> {
  const language = await parts.language();
  return language.errorsIn(new TextDecoder().decode(bytes));
}

/** Publishes what was shown and nothing else: looks once more what lies on CAMS. */
export async function publishJson(
  parts: Parts,
  ref: FlowRef,
  shown: Uint8Array,
  options: CallOptions,
): Promise<StepOutcome> {
  const now = await jsonToPublish(parts, ref, options);
  if (meaningOf(now) !== meaningOf(shown)) {
    throw new AdviceError(
      l10n.t('The JSON of {0} has changed on CAMS meanwhile. It was not published.', nameOf(parts, ref)),
      l10n.t('Look at it, then publish it.'),
    );
  }
  const outcome = await parts.lifecycle.take('publish', ref, options);
  // That it cannot be kept is no reason to call the publication a failure.
  await parts.live
    .published(ref, now)
    .catch((error: unknown) => parts.log.warn(`live version: ${String(error)}`));
  return outcome;
}
