import * as vscode from 'vscode';
import { l10n } from 'vscode';
import type { Upgrade } from '../../flowjson/refactor/upgrade';
import { DisposableStore } from '../../platform/disposable';
import { translate } from '../../platform/translate';

const scheme = 'cams-flows-report';

/** What a refactoring did, to be read: a page of Markdown that nobody has to save. */
export class Reports extends DisposableStore {
  private readonly pages = new Map<string, string>();
  private isRegistered = false;

  async show(title: string, text: string): Promise<void> {
    if (!this.isRegistered) {
      this.isRegistered = true;
      const provideTextDocumentContent = ({ path }: vscode.Uri): string => this.pages.get(path) ?? '';
      this.register(
        vscode.workspace.registerTextDocumentContentProvider(scheme, { provideTextDocumentContent }),
      );
    }
    const uri = vscode.Uri.from({ scheme, path: `/${this.pages.size + 1}/${title}.md` });
    this.pages.set(uri.path, text);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  }
}

/** An upgrade in words: what it did, what behaves differently, what a person must decide. */
export function upgradeReport(file: string, { from, to, news, done, notes, open }: Upgrade): string {
  const list = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${escaped(line)}`).join('\n')];
  return [
    `# ${escaped(l10n.t('{0}: from version {1} to {2}', file, from, to))}`,
    ...list(l10n.t('Done'), done.map(translate)),
    ...list(l10n.t('What behaves differently'), notes.map(translate)),
    ...list(
      l10n.t('To decide'),
      open.map(({ code, path, message }) => `${code} ${path}: ${translate(message)}`),
    ),
    ...list(
      l10n.t('New in these versions'),
      news.map(({ name, changes }) => `${name}: ${changes.map(translate).join(' ')}`),
    ),
  ].join('\n\n');
}

/** Texts of flows stand in it: they must not become Markdown or HTML. */
const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>()#!|&~]/g, '\\$&');
