import * as vscode from 'vscode';
import { Accounts } from './accounts/accounts';
import { AccountSessions } from './accounts/accountSessions';
import { signInDevelopmentAccount } from './accounts/developmentAccount';
import type { Cams } from './cams/cams';
import { commands } from './commands';
import type { CommandId } from './commands/ids';
import { refusalOf } from './commands/lifecycle/states';
import { report } from './commands/report';
import { Documents } from './documents/documents';
import { FlowFileSystem } from './documents/flowFileSystem';
import { FlowInFront } from './documents/flowInFront';
import { flowRefOf, flowUri } from './documents/flowUri';
import { History } from './documents/history/history';
import { LiveVersions } from './documents/history/liveVersions';
import { HistoryView } from './documents/history/historyView';
import { VersionFiles } from './documents/history/versionFiles';
import { FlowWriter } from './documents/write/flowWriter';
import { Journal } from './documents/write/journal';
import { settle } from './documents/write/settle';
import { FlowDragAndDrop } from './explorer/dragAndDrop';
import { Explorer } from './explorer/explorer';
import { Flows } from './flows/flows';
import { Lifecycle } from './flows/lifecycle';
import type { Language } from './language/language';
import { ChangesView } from './links/changesView';
import { Decorations } from './links/decorations';
import { Links } from './links/links';
import { Merges } from './links/merges';
import { lazy } from './platform/lazy';
import { createOutputLog } from './platform/outputLog';
import { Redactor } from './platform/redaction';
import { Previews } from './preview/hosted/previews';

/** What `extension.ts` has registered with VS Code and the parts now bring to life. */
export interface Registered {
  readonly treeView: vscode.TreeView<unknown>;
  readonly treeChanged: vscode.EventEmitter<unknown>;
  readonly historyTree: vscode.TreeView<unknown>;
  readonly historyChanged: vscode.EventEmitter<unknown>;
  readonly changesTree: vscode.TreeView<unknown>;
  readonly changesChanged: vscode.EventEmitter<unknown>;
  readonly decorationsChanged: vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>;
  readonly filesChanged: vscode.EventEmitter<vscode.FileChangeEvent[]>;
  readonly sessionsChanged: vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>;
  readonly language: () => Promise<Language>;
}

/** Wires the program: every part is made here, once, in the order in which they need each other. */
export async function createApp(context: vscode.ExtensionContext, registered: Registered) {
  const own = <T extends vscode.Disposable>(part: T): T => {
    context.subscriptions.push(part);
    return part;
  };

  const redactor = new Redactor();
  const log = own(createOutputLog(redactor));
  const cams = lazy<Cams>(async () => {
    const { createCams } = await import('./cams/service');
    const version = (context.extension.packageJSON as { version: string }).version;
    return createCams({ log, userAgent: `cams-flows/${version}` });
  });

  const accounts = own(
    new Accounts({ state: context.globalState, secrets: context.secrets, cams, redactor, log }),
  );
  const flows = own(
    new Flows({ accounts, folder: context.globalStorageUri, state: context.globalState, log }),
  );
  const lifecycle = new Lifecycle({ accounts, flows });
  const history = own(
    new History({ accounts, folder: vscode.Uri.joinPath(context.globalStorageUri, 'history'), log }),
  );
  const live = own(new LiveVersions({ history, flows, state: context.globalState }));
  const journal = new Journal(vscode.Uri.joinPath(context.globalStorageUri, 'unsettled'), log);
  const writer = new FlowWriter({ accounts, history, journal, log });
  const documents = own(
    new Documents({
      accounts,
      flows,
      writer,
      history,
      errorsIn: async (text) => (await registered.language()).errorsIn(text),
      state: context.globalState,
      workspaceState: context.workspaceState,
      log,
    }),
  );
  const links = own(new Links({ accounts, documents, history, writer, state: context.workspaceState, log }));
  const previews = own(
    new Previews({
      accounts,
      flows,
      secrets: context.secrets,
      redactor,
      log,
      extensionUri: context.extensionUri,
    }),
  );
  const front = own(
    new FlowInFront({
      flowOf: (uri) => flowRefOf(uri) ?? links.of(uri)?.link.ref,
      previewed: () => previews.active?.ref,
      mayPublish: (ref) => refusalOf('publish', flows.get(ref) ?? { ref, added: false }) === undefined,
      onDidChange: (listener, ...rest) =>
        vscode.Disposable.from(
          links.onDidChange(listener, ...rest),
          flows.onDidChange(listener, ...rest),
          previews.onDidChangeActive(listener, ...rest),
        ),
    }),
  );
  const historyView = own(
    new HistoryView({
      history,
      flows,
      front,
      view: registered.historyTree,
      changed: registered.historyChanged,
    }),
  );
  const explorer = own(
    new Explorer({
      accounts,
      flows,
      state: context.globalState,
      view: registered.treeView,
      changed: registered.treeChanged,
      uriOf: flowUri,
    }),
  );
  const sessions = own(new AccountSessions(accounts, registered.sessionsChanged));
  if (DEVELOPMENT) await signInDevelopmentAccount(accounts);

  void settle({ accounts, journal, log });

  const files: vscode.FileSystemProvider = own(new FlowFileSystem(documents, registered.filesChanged, log));
  const versions: vscode.FileSystemProvider = own(new VersionFiles(history, documents));
  const changes = own(
    new ChangesView({ links, flows, view: registered.changesTree, changed: registered.changesChanged }),
  );
  const decorations = own(new Decorations(links, registered.decorationsChanged));
  // What is linked decides which commands and views there are. It is read from the workspace; CAMS is not asked.
  links.load().catch((error: unknown) => log.error(`links: ${String(error)}`));
  const { language } = registered;
  const local = lazy(async () => {
    const { createLocal } = await import('./preview/local/local');
    const { texts } = await language();
    return own(
      createLocal({
        texts,
        extensionUri: context.extensionUri,
        secrets: context.secrets,
        globalState: context.globalState,
        workspaceState: context.workspaceState,
        redactor,
        log,
        isOnCams: (uri) => flowRefOf(uri) !== undefined || links.of(uri) !== undefined,
      }),
    );
  });
  const parts = {
    accounts,
    flows,
    lifecycle,
    documents,
    history,
    front,
    historyView,
    live,
    writer,
    links,
    merges: own(new Merges()),
    previews,
    explorer,
    language,
    local,
    log,
  };
  return {
    explorer,
    previews,
    local,
    saving: documents.saving,
    files,
    versions,
    history: historyView,
    changes,
    decorations,
    dragAndDrop: new FlowDragAndDrop({
      uriOf: (ref) => flowUri(ref, flows.get(ref)?.name),
      refOf: flowRefOf,
    }),
    sessions,
    run: (id: CommandId, args: readonly unknown[]): Promise<void> =>
      commands[id](parts, args).catch((error: unknown) => report(error, log)),
  };
}
