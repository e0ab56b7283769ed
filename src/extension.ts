import * as vscode from 'vscode';
import { listSessions } from './accounts/sessionList';
import { commandIds } from './commands/ids';
import { onFirstFlowJson } from './language/wake';
import { ManifestWatch } from './links/wake';
import { lazy } from './platform/lazy';

/**
 * Tells VS Code what exists and returns. Nothing else is loaded, read or asked until a person uses one
 * of these: then `app.ts` wires the program, once. Flow JSON is understood without the program: its language
 * comes with the first one that is open.
 */
export function activate(context: vscode.ExtensionContext): void {
  const filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  const decorationsChanged = new vscode.EventEmitter<vscode.Uri | vscode.Uri[] | undefined>();
  const sessionsChanged =
    new vscode.EventEmitter<vscode.AuthenticationProviderAuthenticationSessionsChangeEvent>();

  const language = lazy(async () => {
    const { createLanguage } = await import('./language/language');
    const created = createLanguage();
    context.subscriptions.push(created);
    return created;
  });
  const app = lazy(async () => {
    const { createApp } = await import('./app');
    return createApp(context, {
      treeView: flows.view,
      treeChanged: flows.changed,
      historyTree: history.view,
      historyChanged: history.changed,
      changesTree: changes.view,
      changesChanged: changes.changed,
      filesChanged,
      decorationsChanged,
      sessionsChanged,
      language,
    });
  });

  const flows = lazyTree('camsFlows.flows', async () => (await app()).explorer, {
    showCollapseAll: true,
    canSelectMany: true,
    dragAndDropController: {
      dragMimeTypes: ['text/uri-list'],
      dropMimeTypes: ['text/uri-list', 'files'],
      handleDrag: async (nodes, data) => (await app()).dragAndDrop.handleDrag(nodes, data),
      handleDrop: async (node, data) => (await app()).dragAndDrop.handleDrop(node, data),
    },
  });
  const history = lazyTree('camsFlows.history', async () => (await app()).history);
  const changes = lazyTree('camsFlows.changes', async () => (await app()).changes, { canSelectMany: true });

  const sessions: vscode.AuthenticationProvider = {
    onDidChangeSessions: sessionsChanged.event,
    getSessions: (scopes, options) => Promise.resolve(listSessions(context.globalState, scopes, options)),
    createSession: async (scopes) => (await app()).sessions.createSession(scopes),
    removeSession: async (id) => (await app()).sessions.removeSession(id),
  };
  const manifests = new ManifestWatch(() => decorationsChanged.fire(undefined));
  const decorations: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: decorationsChanged.event,
    provideFileDecoration: async (uri) => {
      if (!uri.path.endsWith('.flow.json') || uri.scheme.startsWith('cams-flow')) return undefined;
      if (!(await manifests.isThere())) return undefined;
      return (await app()).decorations.provideFileDecoration(uri);
    },
  };

  context.subscriptions.push(
    ...[flows, history, changes].flatMap(({ view, changed }) => [view, changed]),
    filesChanged,
    decorationsChanged,
    sessionsChanged,
    manifests,
    vscode.workspace.registerFileSystemProvider(
      'cams-flow',
      lazyFiles(async () => (await app()).files, filesChanged.event),
      { isCaseSensitive: true },
    ),
    vscode.workspace.registerFileSystemProvider(
      'cams-flow-version',
      lazyFiles(async () => (await app()).versions, new vscode.EventEmitter<never>().event),
      { isCaseSensitive: true, isReadonly: true },
    ),
    // Told here, since the program may only be loaded by the save of a text that VS Code has restored.
    vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
      if (uri.scheme === 'cams-flow') void app().then(({ saving }) => saving.announce(uri, reason));
    }),
    vscode.window.registerFileDecorationProvider(decorations),
    vscode.authentication.registerAuthenticationProvider('camsFlows', 'Alibaba Cloud CAMS', sessions, {
      supportsMultipleAccounts: true,
    }),
    vscode.window.registerWebviewPanelSerializer('camsFlows.preview', {
      deserializeWebviewPanel: async (panel, state) => (await app()).previews.restore(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer('camsFlows.localPreview', {
      deserializeWebviewPanel: async (panel, state) =>
        (await (await app()).local()).previews.restore(panel, state),
    }),
    vscode.window.registerWebviewPanelSerializer('camsFlows.flowMap', {
      deserializeWebviewPanel: async (panel, state) =>
        (await (await app()).local()).maps.restore(panel, state),
    }),
    onFirstFlowJson(() => void language()),
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => (await app()).run(id, args)),
    ),
  );
}

/** The rows of a view, as the part that knows them hands them out. */
interface Rows {
  getTreeItem(node: never): vscode.TreeItem | Thenable<vscode.TreeItem>;
  getChildren(node?: never): unknown;
  getParent?(node: never): unknown;
  resolveTreeItem?(item: vscode.TreeItem, node: never, token: vscode.CancellationToken): unknown;
}

/** A view whose rows come from a part of the program, which is wired when VS Code asks for the first. */
function lazyTree(
  id: string,
  rows: () => Promise<Rows>,
  options: Omit<vscode.TreeViewOptions<never>, 'treeDataProvider'> = {},
) {
  const changed = new vscode.EventEmitter<unknown>();
  const treeDataProvider: vscode.TreeDataProvider<never> = {
    onDidChangeTreeData: changed.event as vscode.Event<never>,
    getTreeItem: async (node) => (await rows()).getTreeItem(node),
    getChildren: async (node) => (await rows()).getChildren(node) as never,
    getParent: async (node) => (await rows()).getParent?.(node) as never,
    resolveTreeItem: async (item, node, token) =>
      ((await (await rows()).resolveTreeItem?.(item, node, token)) as vscode.TreeItem | undefined) ?? item,
  };
  const view: vscode.TreeView<unknown> = vscode.window.createTreeView(id, { ...options, treeDataProvider });
  return { view, changed };
}

/** Files of ours, likewise. Nothing of them changes unasked, so there is nothing to watch. */
function lazyFiles(
  provider: () => Promise<vscode.FileSystemProvider>,
  changed: vscode.Event<vscode.FileChangeEvent[]>,
): vscode.FileSystemProvider {
  return {
    onDidChangeFile: changed,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => (await provider()).stat(uri),
    readFile: async (uri) => (await provider()).readFile(uri),
    readDirectory: async (uri) => (await provider()).readDirectory(uri),
    writeFile: async (uri, content, options) => (await provider()).writeFile(uri, content, options),
    createDirectory: async (uri) => (await provider()).createDirectory(uri),
    delete: async (uri, options) => (await provider()).delete(uri, options),
    rename: async (from, to, options) => (await provider()).rename(from, to, options),
  };
}
