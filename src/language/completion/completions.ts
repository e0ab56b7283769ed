import * as vscode from 'vscode';
import type { FlowTexts } from '../flowTexts';
import { toMarkdown } from '../markdown';
import { rangeOf } from '../ranges';
import { isReachedBySchema } from '../schemaReach';
import type { Proposal, ProposalKind } from './proposal';
import { proposalsAt } from './proposals';

const kinds: Readonly<Record<ProposalKind, vscode.CompletionItemKind>> = {
  data: vscode.CompletionItemKind.Variable,
  input: vscode.CompletionItemKind.Field,
  screen: vscode.CompletionItemKind.Class,
  component: vscode.CompletionItemKind.Snippet,
  key: vscode.CompletionItemKind.Property,
  word: vscode.CompletionItemKind.Value,
  snippet: vscode.CompletionItemKind.Snippet,
};

/** Proposals in the words of VS Code. */
export class Completions implements vscode.CompletionItemProvider {
  constructor(private readonly texts: FlowTexts) {}

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] | undefined {
    const flow = this.texts.of(document);
    if (flow === undefined) return undefined;
    const schema = isReachedBySchema(document);
    return proposalsAt(flow, document.offsetAt(position), { schema }).map((proposal) =>
      toItem(document, proposal),
    );
  }
}

function toItem(document: vscode.TextDocument, proposal: Proposal): vscode.CompletionItem {
  const { label, kind, detail, filter, rank, snippet, range, comma, about, goesOn } = proposal;
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.detail = detail;
  item.filterText = filter;
  // Before what others propose, in our order.
  item.sortText = ` ${String(rank).padStart(6, '0')}`;
  item.insertText = new vscode.SnippetString(snippet);
  item.range = rangeOf(document, range);
  if (about.length > 0) item.documentation = toMarkdown(about);
  if (comma) item.additionalTextEdits = [new vscode.TextEdit(rangeOf(document, comma), comma.text)];
  if (goesOn) item.command = { command: 'editor.action.triggerSuggest', title: '' };
  return item;
}
