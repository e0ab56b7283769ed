import * as vscode from 'vscode';
import { maxFlowBytes } from '../flowjson/catalogue/limits';
import type { Flow } from '../flowjson/model/flow';
import { stringOf } from '../flowjson/text/nodes';
import { DisposableStore } from '../platform/disposable';
import type { FlowTexts } from './flowTexts';
import type { Problems } from './problems';
import { selector } from './selector';

/** Behind the `{}` of the status bar: which version the flow in front has, how large it is, and how many mistakes are in it. */
export class Status extends DisposableStore {
  private item: vscode.LanguageStatusItem | undefined;

  constructor(
    private readonly texts: FlowTexts,
    private readonly problems: Problems,
  ) {
    super();
    this.register(vscode.window.onDidChangeActiveTextEditor(() => this.update()));
    this.register(
      problems.onDidChange((uri) => {
        const front = vscode.window.activeTextEditor?.document.uri;
        if (uri.toString() === front?.toString()) this.update();
      }),
    );
    this.register({ dispose: () => this.item?.dispose() });
    this.update();
  }

  private update(): void {
    const document = vscode.window.activeTextEditor?.document;
    const flow = document && this.texts.of(document);
    if (flow === undefined) {
      this.item?.dispose();
      this.item = undefined;
      return;
    }
    this.item ??= newItem();
    this.item.text = versionOf(flow);
    this.item.detail = [sizeOf(flow), this.mistakes(document!.uri)].join(' · ');
  }

  private mistakes(uri: vscode.Uri): string {
    const { error, warning } = this.problems.countOf(uri) ?? { error: 0, warning: 0 };
    if (error + warning === 0) return vscode.l10n.t('no mistakes found');
    return vscode.l10n.t('errors: {0}, warnings: {1}', error, warning);
  }
}

/** VS Code shows it for the editor in front only, so it is there whenever that one holds a flow. */
function newItem(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('camsFlows.flowJson', selector);
  item.name = vscode.l10n.t('Flow JSON');
  item.command = { title: vscode.l10n.t('Show Problems'), command: 'workbench.actions.view.problems' };
  return item;
}

function versionOf(flow: Flow): string {
  const version = stringOf(flow.property('version'));
  return version === undefined
    ? vscode.l10n.t('Flow JSON without a version')
    : vscode.l10n.t('Flow JSON {0}', version);
}

/** Meta counts bytes of UTF-8, and 1024 of them to a kilobyte. */
function sizeOf({ tree }: Flow): string {
  const size = Buffer.byteLength(tree.text);
  const megabyte = 1024 * 1024;
  const largest = maxFlowBytes / megabyte;
  return size < megabyte
    ? vscode.l10n.t('{0} KB of {1} MB', Math.ceil(size / 1024), largest)
    : vscode.l10n.t('{0} MB of {1} MB', (size / megabyte).toFixed(1), largest);
}
