import { TextDocument } from 'vscode-languageserver-textdocument';
import { Position, type Range, type Uri } from 'vscode';

/** A document that is open, with VS Code's arithmetic of lines and columns. */
export class FakeDocument {
  isClosed = false;
  private content: TextDocument;

  constructor(
    readonly uri: Uri,
    text: string,
    public languageId = 'json',
  ) {
    this.content = TextDocument.create(uri.toString(), languageId, 1, text);
  }

  get version(): number {
    return this.content.version;
  }
  get text(): string {
    return this.content.getText();
  }
  set text(text: string) {
    this.content = TextDocument.create(this.uri.toString(), this.languageId, this.version + 1, text);
  }
  get lineCount(): number {
    return this.content.lineCount;
  }
  getText(range?: Range): string {
    return this.content.getText(range);
  }
  positionAt(offset: number): Position {
    const { line, character } = this.content.positionAt(offset);
    return new Position(line, character);
  }
  offsetAt(position: Position): number {
    return this.content.offsetAt(position);
  }
}
