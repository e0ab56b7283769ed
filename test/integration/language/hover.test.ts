import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pause } from '../waiting';
import { closeEverything } from './texts';

const text = `{
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
          { "type": "TextBody", "text": "\${data.word}" },
          { "type": "TextBody", "text": "\`'Say ' \${data.word}\`" },
          {
            "type": "RadioButtonsGroup",
            "name": "choice",
            "label": "Choose",
            "data-source": [{ "id": "a", "title": "A", "color": "#25D366" }]
          },
          { "type": "Footer", "label": "Done", "on-click-action": { "name": "complete", "payload": {} } }
        ]
      }
    }
  ]
}`;

let document: vscode.TextDocument;

async function hoverAt(what: string): Promise<string[]> {
  const position = document.positionAt(text.indexOf(what) + 3);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) => contents.map((each) => (each as vscode.MarkdownString).value));
}

describe('what stands in a flow', () => {
  before(async () => {
    const [folder] = vscode.workspace.workspaceFolders!;
    const file = vscode.Uri.joinPath(folder!.uri, 'hover.flow.json');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    document = await vscode.workspace.openTextDocument(file);
    await vscode.window.showTextDocument(document);
  });
  after(closeEverything);

  it('is explained where the mouse rests, beside what VS Code says by our schema', async () => {
    while (!(await hoverAt('${data.word}')).some((said) => said.includes('data.word: string')))
      await pause(100);
    assert.ok((await hoverAt('${data.word}')).some((said) => said.includes('"Hello"')));
    let said = await hoverAt('"label"');
    while (said.length < 2) {
      await pause(100);
      said = await hoverAt('"label"');
    }
    const lines = said.flatMap((each) => each.split('\n')).map((line) => line.replaceAll('\\', '').trim());
    const sentences = lines.filter((line) => line !== '');
    assert.equal(new Set(sentences).size, sentences.length, sentences.join('\n'));
  });

  it('has its colour shown once', async () => {
    const colours = async () =>
      vscode.commands.executeCommand<vscode.ColorInformation[]>(
        'vscode.executeDocumentColorProvider',
        document.uri,
      );
    while ((await colours()).length === 0) await pause(100);
    assert.equal((await colours()).length, 1);
  });

  it('has examples shown behind bindings when a person wants them', async () => {
    const whole = new vscode.Range(new vscode.Position(0, 0), document.positionAt(text.length));
    const hints = async () =>
      (
        await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          whole,
        )
      ).map(({ label }) => label);
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('camsFlows');
    await settings.update('flowJson.inlayHints', true, vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await hints(), ['= "Hello"']);
    } finally {
      await settings.update('flowJson.inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
