import { l10n, MarkdownString } from 'vscode';
import { explain } from '../accounts/explain';
import type { Failure } from '../flows/flowStore';
import type { Flow } from '../flows/types';
import { ageInWords } from '../platform/ages';
import { factLabel, factValue } from './factTexts';
import { facts } from './nodes';
import { statusLook } from './status';

/** All that GetFlow said, how old it is, and why it is not newer. */
export function flowTooltip(flow: Flow, failure: Failure | undefined): MarkdownString {
  const text = new MarkdownString('', true);
  const line = (label: string, value: string) => {
    text.appendText(`${label}: `).appendMarkdown('**').appendText(value).appendMarkdown('**  \n');
  };
  text
    .appendMarkdown('**')
    .appendText(flow.name ?? flow.ref.flowId)
    .appendMarkdown('**\n\n');
  line(l10n.t('Flow ID'), flow.ref.flowId);
  line(l10n.t('Status'), statusLook(flow.status).word);
  for (const fact of facts) {
    if (flow.readAt !== undefined || flow[fact] !== undefined) line(factLabel(fact), factValue(flow, fact));
  }
  text.appendMarkdown('\n\n').appendText(origin(flow));
  if (failure !== undefined) {
    const { reason } = explain(failure.error);
    text
      .appendMarkdown('\n\n$(warning) ')
      .appendText(l10n.t('Could not be read {0}: {1}', ageInWords(failure.at), reason));
  }
  return text;
}

function origin({ readAt, listedAt, added }: Flow): string {
  const sentences = [
    readAt === undefined
      ? l10n.t('Not read from CAMS yet.')
      : l10n.t('Read from CAMS {0}.', ageInWords(readAt)),
    listedAt === undefined ? undefined : l10n.t('Last listed {0}.', ageInWords(listedAt)),
    added ? l10n.t('Added by ID.') : undefined,
  ];
  return sentences.filter((sentence) => sentence !== undefined).join(' ');
}
