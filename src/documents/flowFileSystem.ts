import * as vscode from 'vscode';
import { sentenceOf } from '../accounts/explain';
import { isOutcomeUnknown } from '../cams/errors';
import type { FlowRef } from '../flows/types';
import { isCancelled } from '../platform/cancellation';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';
import type { Base, Content } from './content';
import type { Documents } from './documents';
import { openDocuments } from './flowTabs';
import { extension } from './fileName';
import { flowRefOf, nameIn } from './flowUri';

type Provider = vscode.FileSystemProvider;

/** The `cams-flow:` files as VS Code asks for them: one JSON file for each flow, nothing else. */
export class FlowFileSystem extends DisposableStore implements vscode.FileSystemProvider {
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]>;

  constructor(
    private readonly documents: Documents,
    changed: vscode.EventEmitter<vscode.FileChangeEvent[]>,
    private readonly log: Log,
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
    // When a flow cannot be looked at before a save, VS Code makes sure of its folder first: only the writing says why.
    if (isFolder(uri)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    const ref = refOf(uri);
    const { ctime, mtime, size } = await this.orNotice<Base>(uri, ref, () => this.documents.stat(ref, uri));
    const isReadOnly = this.documents.isNotice(uri, ref) || this.documents.readOnly.has(ref);
    const permissions = isReadOnly ? vscode.FilePermission.Readonly : undefined;
    return { type: vscode.FileType.File, ctime, mtime, size, permissions };
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const ref = refOf(uri);
    const { bytes } = await this.orNotice<Content>(uri, ref, () => this.documents.read(ref, uri));
    return bytes;
  }

  /** `Unavailable` keeps our sentence in what VS Code says, and the editor dirty. */
  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const ref = refOf(uri);
    // A text of ours in the place of a flow: a program may have changed it all the same.
    if (this.documents.isNotice(uri, ref)) {
      throw refused(vscode.l10n.t('This is a note by CAMS Flows, not the text of the flow.'));
    }
    try {
      await this.documents.saving.write(uri, ref, bytes);
    } catch (error) {
      this.log.warn(
        `flow ${ref.flowId} is not saved: ${error instanceof Error ? error.message : String(error)}`,
      );
      throw vscode.FileSystemError.Unavailable(
        isCancelled(error) && !isOutcomeUnknown(error)
          ? vscode.l10n.t('Saving was cancelled, so nothing has changed on CAMS.')
          : sentenceOf(error),
      );
    }
  }

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
  private async orNotice<T extends Base>(
    uri: vscode.Uri,
    ref: FlowRef,
    read: () => Promise<T>,
  ): Promise<T | Content> {
    try {
      return await read();
    } catch (error) {
      const sentences = this.documents.explain(ref, nameIn(uri), error);
      const notice = this.documents.notice(ref, uri, error, sentences);
      if (notice !== undefined) return notice;
      throw vscode.FileSystemError.Unavailable(sentences.join(' '));
    }
  }
}

function refOf(uri: vscode.Uri): FlowRef {
  const ref = flowRefOf(uri);
  if (ref === undefined) throw vscode.FileSystemError.FileNotFound(uri);
  return ref;
}

/** True for what a flow's file lies in. */
function isFolder(uri: vscode.Uri): boolean {
  return flowRefOf(vscode.Uri.joinPath(uri, `any${extension}`)) !== undefined;
}

const refused = (sentence: string) => vscode.FileSystemError.NoPermissions(sentence);
