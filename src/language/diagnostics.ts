import * as vscode from 'vscode';
import { DisposableStore } from '../platform/disposable';
import type { Check } from './check';
import type { FlowTexts } from './flowTexts';
import type { Levels } from './levels';
import { isOriginal } from './original';
import { placeIn } from './place';
import type { Problems } from './problems';
import { jsonLanguages } from './selector';

/** How long after the last key, in milliseconds. */
const AFTER_TYPING = 150;

/** Says while a person types what is wrong; the next key puts an end to what is still being found out. */
export class Diagnostics extends DisposableStore {
  /** The latest look at each document: only that one may show anything. */
  private readonly looks = new Map<vscode.TextDocument, NodeJS.Timeout>();

  constructor(
    private readonly texts: FlowTexts,
    private readonly check: Check,
    private readonly problems: Problems,
    levels: Levels,
  ) {
    super();
    const { workspace } = vscode;
    this.register(workspace.onDidOpenTextDocument((document) => this.look(document)));
    this.register(workspace.onDidSaveTextDocument((document) => this.look(document)));
    this.register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // VS Code also fires when a document becomes dirty or clean.
        if (contentChanges.length > 0) this.look(document, AFTER_TYPING);
      }),
    );
    this.register(workspace.onDidCloseTextDocument((document) => this.forget(document)));
    this.register(
      workspace.onDidChangeConfiguration((change) => {
        const settings = ['camsFlows.flowJson.files', 'json.validate.enable'];
        if (settings.some((setting) => change.affectsConfiguration(setting))) this.lookAtAll();
      }),
    );
    this.register(levels.onDidChange(() => this.lookAtAll()));
    this.register({ dispose: () => [...this.looks.keys()].forEach((document) => this.cancel(document)) });
    this.lookAtAll();
  }

  private lookAtAll(): void {
    for (const document of vscode.workspace.textDocuments) this.look(document);
  }

  private look(document: vscode.TextDocument, delay = 0): void {
    if (!jsonLanguages.includes(document.languageId) || !isOriginal(document)) return;
    this.cancel(document);
    const timer = setTimeout(() => {
      const flow = this.texts.of(document);
      if (flow === undefined) this.problems.clear(document.uri);
      else void this.check.run(flow, placeIn(document), () => this.looks.get(document) !== timer);
    }, delay);
    this.looks.set(document, timer);
  }

  private cancel(document: vscode.TextDocument): void {
    clearTimeout(this.looks.get(document));
    this.looks.delete(document);
  }

  private forget(document: vscode.TextDocument): void {
    this.cancel(document);
    this.problems.clear(document.uri);
  }
}
