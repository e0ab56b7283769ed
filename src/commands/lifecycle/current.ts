import { l10n, type TextDocument } from 'vscode';
import { openDocuments } from '../../documents/flowTabs';
import { labelOf } from '../../documents/sentences';
import { hasNoJson } from '../../documents/write/look';
import type { CallOptions } from '../../cams/types';
import type { Flow, FlowRef } from '../../flows/types';
import { showWarningMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';
import { refusalOf, type Deed } from './states';

/** A flow as sentences call it, by what is known of it now. */
export function nameOf({ flows }: Pick<Parts, 'flows'>, ref: FlowRef): string {
  return labelOf(ref, flows.get(ref)?.name);
}

/** The flow as GetFlow describes it now. Rejects when its status does not allow what is wanted. */
export async function flowFor(
  parts: Pick<Parts, 'lifecycle'>,
  ref: FlowRef,
  deed: Deed,
  options?: CallOptions,
): Promise<Flow> {
  const flow = await parts.lifecycle.look(ref, options);
  const refusal = refusalOf(deed, flow);
  if (refusal !== undefined) throw refusal;
  return flow;
}

/** As `flowFor`, for one person who waits. */
export function flowForPerson(
  parts: Pick<Parts, 'flows' | 'lifecycle'>,
  ref: FlowRef,
  deed: Deed,
): Promise<Flow> {
  return withLateProgress(l10n.t('Reading {0}', nameOf(parts, ref)), (signal) =>
    flowFor(parts, ref, deed, { signal }),
  );
}

/** What lies on CAMS now; undefined for a flow that has no JSON. */
export async function jsonOf(
  { documents }: Pick<Parts, 'documents'>,
  ref: FlowRef,
  options?: CallOptions,
): Promise<Uint8Array | undefined> {
  try {
    return await documents.download(ref, options);
  } catch (error) {
    if (hasNoJson(error)) return undefined;
    throw error;
  }
}

/** As `jsonOf`, for one person who waits. */
export function jsonForPerson(
  parts: Pick<Parts, 'flows' | 'documents'>,
  ref: FlowRef,
): Promise<Uint8Array | undefined> {
  return withLateProgress(l10n.t('Downloading {0}', nameOf(parts, ref)), (signal) =>
    jsonOf(parts, ref, { signal }),
  );
}

/** The open text of a flow that CAMS does not have yet. */
export function unsaved(ref: FlowRef): TextDocument | undefined {
  return openDocuments(ref).find(({ isDirty }) => isDirty);
}

/** Asks before something that cannot be taken back, or that others will notice. */
export async function agrees(question: string, detail: string, button: string): Promise<boolean> {
  return (await showWarningMessage(question, { modal: true, detail }, button)) === button;
}
