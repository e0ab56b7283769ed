import * as vscode from 'vscode';
import type { Span } from '../../flowjson/text/span';
import { DisposableStore } from '../../platform/disposable';

/** What the language says about a place in the text of now. Offsets into the whole text. */
export interface TrackedProblem {
  readonly id: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly text: string;
  readonly code: string;
  readonly start: number;
  readonly end: number;
  /** Other places that it is about. */
  readonly related: readonly Span[];
}

/** Whose words they are: as `language` signs them. */
export const problemSource = 'WhatsApp Flow';

const severities = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'info',
} as const;

/**
 * What the language has found in a document. It looks a moment after the last key: until then its findings move with the
 * text, as they do in the editor.
 */
export class TrackedProblems extends DisposableStore {
  private tracked: readonly TrackedProblem[] = [];
  private nextId = 0;
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(private document: vscode.TextDocument) {
    super();
    this.register(
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        const uri = this.document.uri.toString();
        if (!uris.some((one) => one.toString() === uri)) return;
        this.look();
        this.changed.fire();
      }),
    );
    this.look();
  }

  get all(): readonly TrackedProblem[] {
    return this.tracked;
  }

  find(id: number): TrackedProblem | undefined {
    return this.tracked.find((one) => one.id === id);
  }

  /** The same text, in another object. */
  rebind(document: vscode.TextDocument): void {
    this.document = document;
    this.look();
  }

  /** The text was edited, in this order. */
  move(changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    if (this.tracked.length === 0) return;
    for (const change of changes) this.tracked = this.tracked.map((one) => moved(one, change));
  }

  private look(): void {
    const known = new Map(this.tracked.map((one) => [keyOf(one), one.id]));
    this.tracked = vscode.languages.getDiagnostics(this.document.uri).flatMap((diagnostic) => {
      if (diagnostic.source !== problemSource) return [];
      const { code } = diagnostic;
      const found = {
        severity: severities[diagnostic.severity],
        text: diagnostic.message,
        code: String(typeof code === 'object' ? code.value : (code ?? '')),
        ...this.spanOf(diagnostic.range),
        related: (diagnostic.relatedInformation ?? [])
          .filter(({ location }) => location.uri.toString() === this.document.uri.toString())
          .map(({ location }) => this.spanOf(location.range)),
      };
      // What is still there keeps its number: the page may be asking for its fixes.
      return [{ ...found, id: known.get(keyOf(found)) ?? (this.nextId += 1) }];
    });
  }

  private spanOf({ start, end }: vscode.Range): Span {
    return { start: this.document.offsetAt(start), end: this.document.offsetAt(end) };
  }
}

function keyOf({ start, end, code, text }: Omit<TrackedProblem, 'id' | 'related'>): string {
  return JSON.stringify([start, end, code, text]);
}

function moved(problem: TrackedProblem, change: vscode.TextDocumentContentChangeEvent): TrackedProblem {
  const related = problem.related.map((place) => movedSpan(place, change));
  return { ...problem, ...movedSpan(problem, change), related };
}

function movedSpan(
  problem: Span,
  { rangeOffset, rangeLength, text }: vscode.TextDocumentContentChangeEvent,
): Span {
  const grown = text.length - rangeLength;
  const changedUpTo = rangeOffset + rangeLength;
  // What is typed at the end of a place belongs behind it.
  if (rangeOffset >= problem.end) return { start: problem.start, end: problem.end };
  const start = changedUpTo <= problem.start ? problem.start + grown : Math.min(problem.start, rangeOffset);
  const end = changedUpTo <= problem.end ? problem.end + grown : rangeOffset + text.length;
  return { start, end };
}
