import * as vscode from 'vscode';
import { listSessions } from './accounts/sessionList';
import { commandIds } from './commands/ids';
import { onFirstFlowJson } from './language/wake';
import { lazy } from './platform/lazy';

/**
 * Tells VS Code what exists and returns. Nothing else is loaded, read or asked until a person uses one
 * of these: then `app.ts` wires the program, once. Flow JSON is understood without the program: its language
 * comes with the first one that is open.
 */
export function activate(context: vscode.ExtensionContext): void {
  const treeChanged = new vscode.EventEmitter<unknown>();
  const filesChanged = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
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
    return createApp(context, { treeView, treeChanged, filesChanged, sessionsChanged, language });
  });

  const tree: vscode.TreeDataProvider<never> = {
    onDidChangeTreeData: treeChanged.event as vscode.Event<never>,
    getTreeItem: async (node) => (await app()).explorer.getTreeItem(node),
    getChildren: async (node) => (await app()).explorer.getChildren(node) as never,
    getParent: async (node) => (await app()).explorer.getParent(node) as never,
    resolveTreeItem: async (item, node, token) => (await app()).explorer.resolveTreeItem(item, node, token),
  };
  const treeView: vscode.TreeView<unknown> = vscode.window.createTreeView('camsFlows.flows', {
    treeDataProvider: tree,
    showCollapseAll: true,
  });

  const files: vscode.FileSystemProvider = {
    onDidChangeFile: filesChanged.event,
    watch: () => new vscode.Disposable(() => undefined),
    stat: async (uri) => (await app()).files.stat(uri),
    readFile: async (uri) => (await app()).files.readFile(uri),
    readDirectory: async (uri) => (await app()).files.readDirectory(uri),
    writeFile: async (uri, content, options) => (await app()).files.writeFile(uri, content, options),
    createDirectory: async (uri) => (await app()).files.createDirectory(uri),
    delete: async (uri, options) => (await app()).files.delete(uri, options),
    rename: async (from, to, options) => (await app()).files.rename(from, to, options),
  };

  const sessions: vscode.AuthenticationProvider = {
    onDidChangeSessions: sessionsChanged.event,
    getSessions: (scopes, options) => Promise.resolve(listSessions(context.globalState, scopes, options)),
    createSession: async (scopes) => (await app()).sessions.createSession(scopes),
    removeSession: async (id) => (await app()).sessions.removeSession(id),
  };

  context.subscriptions.push(
    treeView,
    treeChanged,
    filesChanged,
    sessionsChanged,
    vscode.workspace.registerFileSystemProvider('cams-flow', files, { isCaseSensitive: true }),
    vscode.authentication.registerAuthenticationProvider('camsFlows', 'Alibaba Cloud CAMS', sessions, {
      supportsMultipleAccounts: true,
    }),
    vscode.window.registerWebviewPanelSerializer('camsFlows.preview', {
      deserializeWebviewPanel: async (panel, state) => (await app()).previews.restore(panel, state),
    }),
    onFirstFlowJson(() => void language()),
    ...commandIds.map((id) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => (await app()).run(id, args)),
    ),
  );
}
