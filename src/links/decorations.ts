import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';
import { linkLook, statusWord } from './linkLooks';
import type { Links } from './links';

/** A letter behind each linked file: how it differs from its flow. */
export class Decorations extends DisposableStore implements vscode.FileDecorationProvider {
  constructor(
    private readonly links: Pick<Links, 'load' | 'of' | 'onDidChange'>,
    changed: vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>,
  ) {
    super();
    this.register(links.onDidChange((files) => changed.fire(files && [...files])));
  }

  /** Nothing for a file that is not linked, and for one that is the same. Reads the manifests; asks nothing of CAMS. */
  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    await this.links.load();
    const state = this.links.of(uri);
    if (state === undefined) return undefined;
    const { letter, color } = linkLook(state.status);
    if (letter === undefined) return undefined;
    const tooltip = vscode.l10n.t('Flow in {0}: {1}', state.link.environment, statusWord(state.status));
    const decoration = new vscode.FileDecoration(letter, tooltip, color);
    // A folder should not turn red for what is half of everybody's work.
    decoration.propagate = state.status === 'conflict';
    return decoration;
  }
}
