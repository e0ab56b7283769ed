import { l10n } from 'vscode';
import type { FlowStore } from '../../flows/flowStore';
import { alike } from '../../flows/properties';

/** Characters as a program counts code points. CAMS documents no limit; its console and ours need one. */
export const LONGEST_NAME = 200;

/** Why a text cannot be a flow's name; undefined when CAMS may be asked. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return l10n.t('Give the flow a name.');
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return l10n.t('A name is one line, without tabs.');
  const length = Array.from(name).length;
  return length > LONGEST_NAME
    ? l10n.t('At most {0} characters; these are {1}.', LONGEST_NAME, length)
    : undefined;
}

/** What makes a name doubtful. The list may be out of date, so CAMS has the last word. */
export function nameWarning(
  { flows }: Pick<FlowStore, 'flows'>,
  name: string,
  ownId?: string,
): string | undefined {
  const taken = flows.some((flow) => flow.ref.flowId !== ownId && alike(flow.name, name));
  return taken && name !== ''
    ? l10n.t('A flow in this space has this name already: CAMS will most likely refuse it.')
    : undefined;
}

/** A name to begin with: one line, and never too long. */
export function nameLike(text: string, after = ''): string {
  const plain = text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(plain).slice(0, LONGEST_NAME - Array.from(after).length);
  return `${characters.join('').trim()}${after}`;
}
