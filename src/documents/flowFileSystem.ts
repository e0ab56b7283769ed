import * as vscode from 'vscode';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Documents } from './documents';
import type { Content } from './flowDocument';
import { openDocuments } from './flowTabs';
import { flowRefOf, nameIn } from './flowUri';

type Provider = vscode.FileSystemProvider;

/** The `cams-flow:` files as VS Code asks for them: one JSON file for each flow, nothing else. */
export class FlowFileSystem extends DisposableStore implements vscode.FileSystemProvider {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly documents: Documents,
    changed: vscode.EventEmitter<vscode.FileChangeEvent[]>,
  ) {
    super();
    this.onDidChangeFile = changed.event;
    this.register(
      documents.onDidChange((ref) => {
        const open = openDocuments(ref);
        if (open.length > 0)
          changed.fire(open.map(({ uri }) => ({ type: vscode.FileChangeType.Changed, uri })));
      }),
    );
  }

  /** VS Code looks at a flow when it opens it and before it saves it: nothing needs to be watched. */
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const { bytes, ctime, mtime } = await this.contentOf(uri, (ref) => this.documents.look(ref));
    const permissions = vscode.FilePermission.Readonly;
    return { type: vscode.FileType.File, ctime, mtime, size: bytes.byteLength, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const { bytes } = await this.contentOf(uri, (ref) => this.documents.read(ref));
    return bytes;
  }

  /** The tab is read-only already, but an extension may edit and save all the same. */
  readonly writeFile: Provider['writeFile'] = () => {
    throw refused(
      vscode.l10n.t(
        'Flows cannot be saved to CAMS yet. Keep the text with the command "Save Flow JSON As…".',
      ),
    );
  };

  readonly readDirectory: Provider['readDirectory'] = () => {
    throw refused(vscode.l10n.t('Flows are not in folders: the WhatsApp Flows view lists them.'));
  };

  readonly createDirectory: Provider['createDirectory'] = () => {
    throw refused(vscode.l10n.t('There can be no folders among the flows of CAMS.'));
  };

  readonly delete: Provider['delete'] = () => {
    throw refused(vscode.l10n.t('Flows cannot be deleted as files.'));
  };

  readonly rename: Provider['rename'] = () => {
    throw refused(vscode.l10n.t('Flows cannot be renamed as files.'));
  };

  /** `FileNotFound` would hide our sentence behind VS Code's own; it is for what can be no flow at all. */
  private async contentOf(uri: vscode.Uri, read: (ref: FlowRef) => Promise<Content>): Promise<Content> {
    const ref = flowRefOf(uri);
    if (ref === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    try {
      return await read(ref);
    } catch (error) {
      const sentences = this.documents.explain(ref, nameIn(uri), error);
      const notice = this.documents.notice(ref, error, sentences);
      if (notice !== undefined) return notice;
      throw vscode.FileSystemError.Unavailable(sentences.join(' '));
    }
  }
}

const refused = (sentence: string) => vscode.FileSystemError.NoPermissions(sentence);
