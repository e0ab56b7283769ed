import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { sentenceOf } from '../../accounts/explain';
import { askChoice, back, type Back, type Frame } from '../../accounts/steps';
import { nameIn } from '../../documents/flowUri';
import { labelOf } from '../../documents/sentences';
import type { FlowRef } from '../../flows/types';
import { baseName } from '../../platform/baseName';
import { MOST_FLOW_BYTES } from '../../platform/flowSize';
import { lazy } from '../../platform/lazy';
import { showErrorMessage } from '../../platform/messages';
import { withLateProgress } from '../../platform/progress';
import type { Template } from '../../templates/templates';
import type { Parts } from '../command';
import { pickFlow } from '../flowPick';
import { jsonForPerson } from './current';
import { nameLike } from './names';

/** What a new flow begins with. */
export interface Source {
  /** As sentences call it. */
  readonly label: string;
  /** Undefined for a clone of a flow that has none. */
  readonly bytes: Uint8Array | undefined;
  readonly name: string;
  readonly categories: readonly string[];
  readonly endpointUri?: string;
  readonly needsEndpoint: boolean;
  /** Where the bytes come from, if that can be opened. */
  readonly uri?: vscode.Uri;
}

const templates = lazy(async () => {
  const { templates } = await import('../../templates/templates');
  return templates();
});

/** A template of ours, a file, or (where that is offered) a clone. Asks again when what was chosen cannot be used. */
export async function askSource(
  parts: Parts,
  frame: Frame,
  { clone }: { clone: boolean },
): Promise<Source | Back> {
  for (;;) {
    const answer = await askChoice<Template | 'file' | 'clone'>({
      ...frame,
      placeholder: vscode.l10n.t('Begin with which JSON?'),
      choices: [
        ...(await templates()).map((value) => ({ label: value.name, detail: value.description, value })),
        {
          label: vscode.l10n.t('From File…'),
          detail: vscode.l10n.t('Flow JSON on this computer'),
          value: 'file' as const,
        },
        ...(clone
          ? [
              {
                label: vscode.l10n.t('Clone of Another Flow…'),
                detail: vscode.l10n.t('Of any space and account, with its categories and endpoint'),
                value: 'clone' as const,
              },
            ]
          : []),
      ],
    });
    if (answer === back) return back;
    try {
      const source =
        answer === 'file'
          ? await chosenFile(frame.title)
          : answer === 'clone'
            ? await chosenFlow(parts)
            : templateSource(answer);
      if (source !== undefined) return source;
    } catch (error) {
      // The question comes again: what is wrong is said beside it.
      void showErrorMessage(sentenceOf(error));
    }
  }
}

function templateSource({ name, text, category, needsEndpoint }: Template): Source {
  return { label: name, bytes: new TextEncoder().encode(text), name, categories: [category], needsEndpoint };
}

async function chosenFile(title: string): Promise<Source | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel: vscode.l10n.t('Use This File'),
    filters: { [vscode.l10n.t('Flow JSON')]: ['json'] },
  });
  return chosen?.[0] && fileSource(chosen[0]);
}

/** Rejects with a sentence for what cannot be a flow's JSON. */
export async function fileSource(uri: vscode.Uri): Promise<Source> {
  const file = baseName(uri);
  const refused = (reason: string) => new AdviceError(reason, vscode.l10n.t('Choose another file.'));
  // Before it is read: a person may have picked a film.
  if ((await vscode.workspace.fs.stat(uri)).size > MOST_FLOW_BYTES) {
    throw refused(vscode.l10n.t('{0} is larger than the 10 MB that a flow may have.', file));
  }
  const bytes = await vscode.workspace.fs.readFile(uri);
  const value = parsed(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refused(vscode.l10n.t('{0} is not Flow JSON: that is one JSON object.', file));
  }
  const name = file.endsWith('.flow.json') ? nameIn(uri) : file.replace(/\.json$/i, '');
  const needsEndpoint = 'data_api_version' in value;
  return { label: file, bytes, name: nameLike(name), categories: [], needsEndpoint, uri };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function chosenFlow(parts: Parts): Promise<Source | undefined> {
  const ref = await pickFlow(parts, vscode.l10n.t('Clone which flow?'));
  return ref && cloneSource(parts, ref);
}

/** A flow as GetFlow and its JSON describe it now. */
export async function cloneSource(parts: Parts, ref: FlowRef): Promise<Source> {
  const title = vscode.l10n.t('Reading {0}', labelOf(ref, parts.flows.get(ref)?.name));
  const flow = await withLateProgress(title, (signal) => parts.lifecycle.look(ref, { signal }));
  const bytes = await jsonForPerson(parts, ref);
  return {
    label: labelOf(ref, flow.name),
    bytes,
    name: nameLike(flow.name ?? ref.flowId, vscode.l10n.t(' copy')),
    categories: flow.categories ?? [],
    endpointUri: flow.endpointUri,
    needsEndpoint: flow.dataApiVersion !== undefined,
  };
}
