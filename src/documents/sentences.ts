import { l10n } from 'vscode';
import { explain, type Explanation } from '../accounts/explain';
import type { AccountState } from '../accounts/types';
import type { FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import { nameInSentence } from './fileName';

/** A flow as sentences call it: its name if there is one, and always its ID. */
export function labelOf(ref: FlowRef, name: string | undefined): string {
  const [id, shown] = [nameInSentence(ref.flowId), nameInSentence(name ?? '')];
  return shown === '' || shown === id ? l10n.t('Flow {0}', id) : l10n.t('Flow "{0}" ({1})', shown, id);
}

/** Which flow cannot be read, why, what to do about it, and what to give to support: a sentence or two each. */
export function unreadable(label: string, error: unknown, account: AccountState | 'signedOut'): string[] {
  const { reason, advice, requestId } = whyUnreadable(error, account);
  const sentences = [l10n.t('{0} cannot be read.', label), reason, advice];
  return requestId === undefined ? sentences : [...sentences, l10n.t('(request ID {0})', requestId)];
}

function whyUnreadable(error: unknown, account: AccountState | 'signedOut'): Explanation {
  if (account === 'signedOut') {
    return {
      reason: l10n.t('Its account is not signed in.'),
      advice: l10n.t('Sign in, then open the flow from the WhatsApp Flows view.'),
    };
  }
  if (isCancelled(error)) {
    return { reason: l10n.t('Its account changed meanwhile.'), advice: l10n.t('Try again.') };
  }
  return explain(error);
}

/** Columns that even an editor beside a preview shows. Tabs do not wrap lines unless they are told to. */
const NOTICE_WIDTH = 50;

/** What a tab shows for a flow that cannot be read. */
export function noticeOf(sentences: readonly string[]): string {
  const remark = l10n.t('This is a note by CAMS Flows, not the text of the flow.');
  return [...sentences, '', remark].map(wrap).join('\n') + '\n';
}

/** Before a space, and on both sides of a wide character, but not where a mark belongs to it. */
const BREAK =
  /(?=\s)|(?<=[⺀-鿿＀-￯])(?<![（《「])(?![\s）》」。，、；：！？”’…])|(?<![\s（《「“‘])(?=[⺀-鿿＀-￯])(?![）》」。，、；：！？])/u;

function wrap(sentence: string): string {
  const lines: string[] = [];
  for (const piece of sentence.split(BREAK)) {
    const longer = `${lines.at(-1) ?? ''}${piece}`;
    if (lines.length > 0 && columnsOf(longer) <= NOTICE_WIDTH) lines[lines.length - 1] = longer;
    else lines.push(piece.trimStart());
  }
  return lines.join('\n');
}

/** Wide characters take two. */
function columnsOf(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (character >= '⺀' ? 2 : 1), 0);
}
