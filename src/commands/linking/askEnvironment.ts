import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import { askChoice, askText, back, unlessDismissed } from '../../accounts/steps';
import type { FlowRef, SpaceRef } from '../../flows/types';
import type { Parts } from '../command';

/**
 * The environment that a link belongs to: one of the file's manifest that is the flow's space, or a new one. Without a
 * question where the manifest has exactly one for that space. Undefined when the person picks none.
 */
export function askEnvironment(parts: Parts, file: Uri, ref: FlowRef): Promise<string | undefined> {
  return askEnvironmentOf(parts, parts.links.environmentsOf(file), ref);
}

/** As `askEnvironment`, for these environments, each with its space. */
export async function askEnvironmentOf(
  parts: Parts,
  known: ReadonlyMap<string, string>,
  ref: SpaceRef,
): Promise<string | undefined> {
  const fitting = [...known].filter(([, spaceId]) => spaceId === ref.spaceId).map(([name]) => name);
  if (fitting.length === 1) return fitting[0];
  if (fitting.length === 0) return askName(parts, known, ref);
  const choices = [
    ...fitting.map((name) => ({ label: name, value: name })),
    { label: l10n.t('New Environment…'), value: '' },
  ];
  const question = l10n.t('Link the file in which environment?');
  const chosen = await unlessDismissed(
    askChoice({ title: l10n.t('Environment'), placeholder: question, choices }),
  );
  if (chosen === undefined || chosen === back) return undefined;
  return chosen === '' ? askName(parts, known, ref) : chosen;
}

async function askName(
  { accounts }: Parts,
  known: ReadonlyMap<string, string>,
  { accountId, spaceId }: SpaceRef,
): Promise<string | undefined> {
  const account = accounts.get(accountId);
  const label = account?.spaces.find(({ id }) => id === spaceId)?.label ?? account?.label ?? '';
  const name = await unlessDismissed(
    askText({
      title: l10n.t('Environment'),
      prompt: l10n.t(
        'A name for this space in cams-flows.json, such as draft, staging or production. A file can have a flow in each.',
      ),
      value: freeName(slug(label), known),
      validate: (text) => problemOf(text, known),
    }),
  );
  return name === back ? undefined : name;
}

function problemOf(name: string, known: ReadonlyMap<string, string>): string | undefined {
  if (name === '') return l10n.t('Type a name.');
  const space = known.get(name);
  return space === undefined
    ? undefined
    : l10n.t('The environment "{0}" is another space already: {1}. Type another name.', name, space);
}

/** Letters of all languages stay: the name is for people. */
function slug(label: string): string {
  const words =
    label
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.join('-') || 'default';
}

function freeName(name: string, known: ReadonlyMap<string, string>): string {
  let free = name;
  for (let number = 2; known.has(free); number += 1) free = `${name}-${number}`;
  return free;
}
