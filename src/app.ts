import type * as vscode from 'vscode';
import { Accounts } from './accounts/accounts';
import { AccountSessions } from './accounts/accountSessions';
import { signInDevelopmentAccount } from './accounts/developmentAccount';
import type { Cams } from './cams/cams';
import { commands } from './commands';
import type { CommandId } from './commands/ids';
import { report } from './commands/report';
import { Documents } from './documents/documents';
import { FlowFileSystem } from './documents/flowFileSystem';
import { Explorer } from './explorer/explorer';
import { Flows } from './flows/flows';
import type { Language } from './language/language';
import { lazy } from './platform/lazy';
import { createOutputLog } from './platform/outputLog';
import { Redactor } from './platform/redaction';
import { Previews } from './preview/previews';

/** What `extension.ts` has registered with VS Code and the parts now bring to life. */
export interface Registered {
  readonly treeView: vscode.TreeView<unknown>;
  readonly treeChanged: vscode.EventEmitter<unknown>;
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
  const documents = own(new Documents({ accounts, flows, log }));
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
  const explorer = own(
    new Explorer({
      accounts,
      flows,
      state: context.globalState,
      view: registered.treeView,
      changed: registered.treeChanged,
    }),
  );
  const sessions = own(new AccountSessions(accounts, registered.sessionsChanged));
  if (DEVELOPMENT) await signInDevelopmentAccount(accounts);

  const files: vscode.FileSystemProvider = own(new FlowFileSystem(documents, registered.filesChanged));
  const { language } = registered;
  const parts = { accounts, flows, documents, previews, explorer, language, log };
  return {
    explorer,
    previews,
    files,
    sessions,
    run: (id: CommandId, args: readonly unknown[]): Promise<void> =>
      commands[id](parts, args).catch((error: unknown) => report(error, log)),
  };
}
