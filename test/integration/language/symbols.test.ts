import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { pause } from '../waiting';
import { closeEverything, openJson } from './texts';

const text = `{
  "version": "7.3",
  "screens": [
    {
      "id": "ASK",
      "title": "Your city",
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          { "type": "TextInput", "name": "city", "label": "City" },
          { "type": "If", "condition": "\${form.city} == 'Rome'", "then": [{ "type": "TextBody", "text": "Ciao" }] },
          { "type": "Footer", "label": "Next", "on-click-action": {
            "name": "navigate", "next": { "type": "screen", "name": "DONE" }, "payload": { "place": "\${form.city}" } } }
        ]
      }
    },
    {
      "id": "DONE",
      "title": "Done",
      "terminal": true,
      "data": { "place": { "type": "string", "__example__": "Rome" } },
      "layout": {
        "type": "SingleColumnLayout",
        "children": [
          { "type": "TextBody", "text": "\${data.place}" },
          { "type": "Footer", "label": "Done", "on-click-action": {
            "name": "complete", "payload": { "city": "\${screen.ASK.form.city}" } } }
        ]
      }
    }
  ]
}
`;

describe('names in a flow', () => {
  let document: vscode.TextDocument;
  const at = (needle: string, within = 0): vscode.Position =>
    document.positionAt(text.indexOf(needle) + within);
  const ask = <T>(command: string, ...args: unknown[]): Thenable<T> =>
    vscode.commands.executeCommand<T>(`vscode.${command}`, document.uri, ...args);
  const line = (range: vscode.Range): string => document.lineAt(range.start.line).text.trim().slice(0, 24);

  before(async () => {
    document = await openJson(text);
    // The language loads with the first Flow JSON; its answers come from then on.
    while ((await ask<unknown[]>('executeDefinitionProvider', at('form.city', 6))).length === 0)
      await pause(50);
  });
  after(closeEverything);

  it('lead to what they mean', async () => {
    const target = async (needle: string, within: number): Promise<string[]> => {
      const links = await ask<vscode.LocationLink[]>('executeDefinitionProvider', at(needle, within));
      return links.map((link) => document.getText(link.targetSelectionRange));
    };
    assert.deepEqual(await target('${form.city}', 8), ['city']);
    assert.deepEqual(await target('${screen.ASK', 10), ['ASK']);
    assert.deepEqual(await target('"name": "DONE"', 10), ['DONE']);
    assert.deepEqual(await target('"payload": { "place"', 14), ['place']);
  });

  it('are found everywhere', async () => {
    const references = await ask<vscode.Location[]>('executeReferenceProvider', at('"city"', 2));
    assert.equal(references.length, 4);
    const highlights = await ask<vscode.DocumentHighlight[]>('executeDocumentHighlights', at('"city"', 2));
    assert.equal(highlights.length, 4);
  });

  it('are renamed everywhere, also in expressions', async () => {
    const edit = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', at('"city"', 2), 'town');
    const edits = edit.get(document.uri);
    assert.equal(edits.length, 4);
    assert.deepEqual(new Set(edits.map(({ newText }) => newText)), new Set(['town']));
    await assert.rejects(Promise.resolve(ask('executeDocumentRenameProvider', at('"ASK"', 2), 'DONE')));
  });

  it('make an outline of screens and components', async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>('executeDocumentSymbolProvider');
    const screens = symbols.filter(({ kind }) => kind === vscode.SymbolKind.Class);
    assert.deepEqual(
      screens.map(({ name, detail }) => `${name} ${detail}`),
      ['ASK Your city', 'DONE Done'],
    );
    assert.deepEqual(
      screens[0]!.children.map(({ name, detail }) => `${name} ${detail}`),
      ['TextInput city · City', "If ${form.city} == 'Rome'", 'Footer Next'],
    );
    assert.equal(screens[0]!.children[1]!.children[0]!.detail, 'then · Ciao');
  });

  it('fold by screen', async () => {
    const ranges = await ask<vscode.FoldingRange[]>('executeFoldingRangeProvider');
    const regions = ranges.filter(({ kind }) => kind === vscode.FoldingRangeKind.Region);
    assert.deepEqual(
      regions.map(({ start }) => document.lineAt(start + 1).text.trim()),
      ['"id": "ASK",', '"id": "DONE",'],
    );
  });

  it('widen the selection by meaning', async () => {
    const [range] = await ask<vscode.SelectionRange[]>('executeSelectionRangeProvider', [
      at('ASK.form.city', 10),
    ]);
    const texts: string[] = [];
    for (let one: vscode.SelectionRange | undefined = range; one; one = one.parent) {
      texts.push(document.getText(one.range));
    }
    assert.deepEqual(texts.slice(0, 2), ['city', '${screen.ASK.form.city}']);
    assert.ok(texts.includes('"city": "${screen.ASK.form.city}"'));
    assert.equal(line(range!.range), '"name": "complete", "pay');
  });
});
