import * as vscode from 'vscode';
import { rewrite } from './documentEdit';
import { template } from './mockText';

const key = 'camsFlows.mocks';

/** Of so many flows; those that were touched longest ago go. */
const most = 50;

interface Kept {
  readonly uri: string;
  readonly text: string;
}

/** Mocks of flows that are no files: kept with the workspace, by the flow's URI. */
export class KeptTexts {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  /** Editors in which they are written, by the flow's URI. */
  private readonly documents = new Map<string, vscode.TextDocument>();

  private constructor(private readonly state: vscode.Memento) {}

  private static readonly known = new WeakMap<vscode.Memento, KeptTexts>();

  /** The same object for the same memory: what one panel writes, the others see. */
  static in(state: vscode.Memento): KeptTexts {
    const known = KeptTexts.known.get(state) ?? new KeptTexts(state);
    KeptTexts.known.set(state, known);
    return known;
  }

  of(uri: vscode.Uri): string {
    return this.all().find((one) => one.uri === uri.toString())?.text ?? '';
  }

  async put(uri: vscode.Uri, text: string): Promise<void> {
    const document = this.documents.get(uri.toString());
    if (document) await rewrite(document, text);
    else await this.keep(uri, text);
  }

  /** In an editor whose every change is kept; it need not be saved. */
  async show(uri: vscode.Uri, column: vscode.ViewColumn): Promise<void> {
    const before = this.documents.get(uri.toString());
    const content = this.of(uri) || template;
    const document = before ?? (await vscode.workspace.openTextDocument({ language: 'json', content }));
    if (!before) this.follow(uri, document);
    await vscode.window.showTextDocument(document, { viewColumn: column });
  }

  private follow(uri: vscode.Uri, document: vscode.TextDocument): void {
    this.documents.set(uri.toString(), document);
    const listeners = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.document === document) void this.keep(uri, document.getText());
      }),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (closed !== document) return;
        this.documents.delete(uri.toString());
        listeners.dispose();
      }),
    );
  }

  private async keep(uri: vscode.Uri, text: string): Promise<void> {
    const others = this.all().filter((one) => one.uri !== uri.toString());
    const kept = this.state.update(key, [{ uri: uri.toString(), text }, ...others].slice(0, most));
    this.changed.fire();
    await kept;
  }

  private all(): readonly Kept[] {
    return this.state.get<readonly Kept[]>(key, []);
  }
}
