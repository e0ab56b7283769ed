import * as vscode from 'vscode';
import { translate } from '../platform/translate';
import type { Passage } from './context/passage';

/** What is said about something, as VS Code shows it: each passage a paragraph, no words of the flow read as markup. */
export function toMarkdown(passages: readonly Passage[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString();
  for (const passage of passages) {
    if ('code' in passage) markdown.appendCodeblock(passage.code, passage.typed ? 'typescript' : 'json');
    else if ('image' in passage) markdown.appendMarkdown(`![](${passage.image}|width=${passage.width})\n\n`);
    else markdown.appendText('text' in passage ? passage.text : translate(passage)).appendMarkdown('\n\n');
  }
  return markdown;
}
