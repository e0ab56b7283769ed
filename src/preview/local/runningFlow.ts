import * as vscode from 'vscode';
import { say, type Message } from '../../flowjson/message';
import type { Flow } from '../../flowjson/model/flow';
import { DisposableStore } from '../../platform/disposable';
import { Paced } from '../paced';
import type { FlowReader } from '../ports';
import { halfTyped } from '../text/halfTyped';
import { TrackedProblems } from '../text/trackedProblems';
import type { Play } from './play';

export interface RunningParts {
  readonly texts: FlowReader;
  /** Starts a flow. */
  readonly play: (document: vscode.TextDocument, flow: Flow) => Play;
}

/** Texts from this length on are not read at every key: no more than a quarter of the time goes into reading one. */
const large = 1024 * 1024;

/** A text that is open, and its flow that runs: the flow is what the text said last when it could be read. */
export class RunningFlow extends DisposableStore {
  readonly play: Play;
  readonly problems: TrackedProblems;
  private text: vscode.TextDocument;
  private why: Message | null;
  /** Whether the text could be read once: until then even a half-typed one is better than nothing. */
  private readOnce: boolean;
  private version: number;
  private isLarge = false;
  /** All that is typed until it reads is read at once. */
  private readonly reading = this.register(
    new Paced(
      () => this.read(),
      (cost) => (this.isLarge ? Math.max(100, 3 * cost) : 0),
    ),
  );
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  /** Something may be shown differently. */
  readonly onDidChange = this.changed.event;

  constructor(
    document: vscode.TextDocument,
    flow: Flow,
    private readonly parts: RunningParts,
  ) {
    super();
    this.text = document;
    this.version = document.version;
    this.why = halfTyped(document, flow);
    this.readOnce = this.why === null;
    this.play = this.register(parts.play(document, flow));
    this.problems = this.register(new TrackedProblems(document));
    this.register(this.play.onDidChange(() => this.changed.fire()));
    this.register(this.problems.onDidChange(() => this.changed.fire()));
    this.register(
      vscode.workspace.onDidChangeTextDocument(({ document: other, contentChanges }) => {
        // VS Code also fires when a document becomes dirty or clean.
        if (other === this.text && contentChanges.length > 0) this.edited(contentChanges);
      }),
    );
  }

  get document(): vscode.TextDocument {
    return this.text;
  }

  /** Why the flow is not what the text says. */
  get behind(): Message | null {
    if (this.why === null || this.readOnce) return this.why;
    return say('The text is half typed: what can be read of it is shown.');
  }

  /** Whether places in the flow are places in the text of now. */
  get isExact(): boolean {
    return this.version === this.text.version;
  }

  /** VS Code has let go of the document and opened it again, for reasons of its own. */
  rebind(document: vscode.TextDocument): void {
    this.text = document;
    this.problems.rebind(document);
    this.reading.now();
  }

  private edited(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    this.problems.move(changes);
    this.reading.ask();
  }

  private read(): void {
    const flow = this.parts.texts.of(this.text);
    this.why = halfTyped(this.text, flow);
    if (this.why === null) this.readOnce = true;
    if (flow !== undefined && (this.why === null || !this.readOnce)) {
      this.version = this.text.version;
      this.play.take(flow);
    }
    this.isLarge = flow !== undefined && flow.tree.text.length > large;
    this.changed.fire();
  }
}
