import { window, workspace } from 'vscode';
import { columnForText } from './textColumn';

/** Texts of others as text, not Markdown: a flow's name may be anything. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#~&!$]/g, '\\$&');
}

/** A table below a heading that counts its rows, of plain texts; nothing where there are none. */
export function section(
  heading: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  if (rows.length === 0) return [];
  const lines = [columns, columns.map(() => '---'), ...rows.map((cells) => cells.map(escaped))];
  return [`## ${heading} (${rows.length})`, lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')];
}

/** A document of these paragraphs of Markdown below a title, which is plain text. */
export function pageOf(title: string, paragraphs: readonly string[]): string {
  return [`# ${escaped(title)}`, ...paragraphs].join('\n\n').concat('\n');
}

/** Shows a page in a tab of its own, which a person may save. */
export async function showPage(content: string): Promise<void> {
  const page = await workspace.openTextDocument({ language: 'markdown', content });
  await window.showTextDocument(page, { preview: false, viewColumn: columnForText() });
}
