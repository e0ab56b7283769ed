import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pause, until } from '../waiting';
import { closeEverything, openJson } from './texts';

/** A flow of one screen whose text is given as it is written; what it lacks is what is typed in these tests. */
const flow = (text: string): string => `{
  "version": "7.3",
  "screens": [
    {
      "id": "ONLY",
      "title": "Only",
      "terminal": true,
      "data": { "word": { "type": "string", "__example__": "Hello" } },
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          ${text}
        ]
      }
    }
  ]
}`;

/** Opens a flow with the cursor at the `¦`. */
async function openAt(marked: string, open = openJson): Promise<vscode.TextDocument> {
  const document = await open(marked.replace('¦', ''));
  const cursor = document.positionAt(marked.indexOf('¦'));
  vscode.window.activeTextEditor!.selection = new vscode.Selection(cursor, cursor);
  return document;
}

async function openFile(text: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders!;
  const file = vscode.Uri.joinPath(folder!.uri, 'completion.flow.json');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(file);
  await vscode.window.showTextDocument(document);
  return document;
}

async function labelsIn(document: vscode.TextDocument): Promise<string[]> {
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    vscode.window.activeTextEditor!.selection.active,
  );
  return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('completion', () => {
  afterEach(closeEverything);

  it('takes a reference in the place of what was begun, as a person does it', async () => {
    const document = await openAt(flow('{ "type": "TextBody", "text": "${wo¦}" }'));
    while (!(await labelsIn(document)).includes('data.word')) await pause(100);
    const isTaken = (): boolean => document.getText().includes('"${data.word}" }');
    while (!isTaken()) {
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await pause(300);
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      await pause(100);
    }
    assert.equal(document.getText(), flow('{ "type": "TextBody", "text": "${data.word}" }'));
  });

  it('puts in a whole component that leaves nothing to complain about', async () => {
    const document = await openAt(flow('¦'));
    while (!(await labelsIn(document)).includes('Footer complete')) await pause(100);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      vscode.window.activeTextEditor!.selection.active,
    );
    const footer = list.items.find(({ label }) => label === 'Footer complete')!;
    await vscode.window.activeTextEditor!.insertSnippet(
      footer.insertText as vscode.SnippetString,
      footer.range as vscode.Range,
    );
    const problems = () =>
      vscode.languages
        .getDiagnostics(document.uri)
        .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    await until(() => document.getText().includes('"complete"') && problems().length === 0);
  });

  it('adds nothing to what VS Code proposes by our schema, and does it alone elsewhere', async () => {
    const marked = flow('{ "type": "TextBody", "text": "a", "¦" }');
    for (const open of [openFile, openJson]) {
      const document = await openAt(marked, open);
      while (!(await labelsIn(document)).includes('markdown')) await pause(100);
      const labels = await labelsIn(document);
      assert.equal(labels.filter((label) => label === 'markdown').length, 1);
    }
  });
});
