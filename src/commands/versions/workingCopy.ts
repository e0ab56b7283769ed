import * as vscode from 'vscode';
import { openDocuments, tabOf } from '../../documents/flowTabs';
import { flowRefOf, flowUri } from '../../documents/flowUri';
import { labelOf } from '../../documents/sentences';
import { sameFlow, type FlowRef } from '../../flows/types';
import { withLateProgress } from '../../platform/progress';
import type { Parts } from '../command';

/**
 * Where the person works on a flow: the linked file that they saw last if the flow is in front, else its own document.
 * Rejects, in the words of CAMS, when the flow cannot be read: nothing is to be done to a tab that only says why.
 */
export async function workingCopy(parts: Parts, ref: FlowRef): Promise<vscode.Uri> {
  const { front, documents, flows } = parts;
  const isInFront = front.ref !== undefined && sameFlow(front.ref, ref);
  if (isInFront && front.document !== undefined && flowRefOf(front.document) === undefined) {
    return front.document;
  }
  const name = flows.get(ref)?.name;
  await withLateProgress(vscode.l10n.t('Opening {0}', labelOf(ref, name)), async (signal) => {
    // A tab that shows the flow needs no look at CAMS, and works without a network too.
    if (openDocuments(ref).length > 0) await documents.text(ref, { signal });
    else await documents.look(ref, signal);
  });
  return tabOf(ref)?.uri ?? openDocuments(ref)[0]?.uri ?? flowUri(ref, name);
}
