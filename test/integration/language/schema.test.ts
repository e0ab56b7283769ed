import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pause } from '../waiting';
import { closeEverything } from './texts';

const marked = `{
  "version": "6.1",
  "screens": [{ "id": "A", "layout": { "children": [
    { "type": "OptIn", "label": "x", "surprise": 5, | }
  ] } }]
}`;

describe('the schema for JSON', () => {
  let document: vscode.TextDocument;
  let cursor: vscode.Position;

  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders!;
    const file = vscode.Uri.joinPath(folder!.uri, 'schema.flow.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(marked.replace('|', '')));
    document = await vscode.workspace.openTextDocument(file);
    cursor = document.positionAt(marked.indexOf('|'));
    await vscode.window.showTextDocument(document);
  });
  after(closeEverything);

  it('completes what this component may have in this version', async () => {
    const labels = async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    while (!(await labels()).includes('on-unselect-action')) await pause(100);
    assert.ok(!(await labels()).includes('helper-text'));
  });

  it('explains a property in the language of the window', async () => {
    const key = document.positionAt(marked.indexOf('"label"') + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      key,
    );
    const said = hovers.flatMap(({ contents }) =>
      contents.map((each) => (each as vscode.MarkdownString).value),
    );
    assert.ok(
      said.some((text) => text.includes('120')),
      said.join('\n'),
    );
  });

  it('leaves complaining to us', () => {
    const others = vscode.languages
      .getDiagnostics(document.uri)
      .filter(({ source }) => source !== 'WhatsApp Flow');
    // The comma before the cursor is no JSON; about the unknown property nothing is said.
    assert.deepEqual(
      others.map(({ message }) => message).filter((message) => /surprise|not allowed/.test(message)),
      [],
    );
  });
});
