import { beforeEach, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { Completions } from '../../../../src/language/completion/completions';
import { FlowTexts } from '../../../../src/language/flowTexts';
import { FakeEditor } from '../editor';
import { oneScreen } from '../../flowjson/support';

let editor: FakeEditor;
let completions: Completions;

beforeEach(() => {
  editor = new FakeEditor();
  completions = new Completions(new FlowTexts());
});

function at(marked: string, path = '/work/a.flow.json'): vscode.CompletionItem[] | undefined {
  const document = editor.open(path, marked.replace('¦', '')) as unknown as vscode.TextDocument;
  const position = document.positionAt(marked.indexOf('¦'));
  return completions.provideCompletionItems(document, position);
}

const bound = oneScreen([{ type: 'TextBody', text: '${¦}' }], {
  data: { word: { type: 'string', __example__: 'Hi' } },
});

it('proposes with type, example and the range to replace', () => {
  const [item] = at(bound)!;
  expect(item).toMatchObject({ label: 'data.word', detail: 'string', filterText: 'data.word}' });
  expect(item!.insertText).toMatchObject({ value: 'data.word\\}' });
  expect((item!.documentation as vscode.MarkdownString).value).toContain('"Hi"');
  const { start, end } = item!.range as vscode.Range;
  expect(end.character - start.character).toBe(1);
});

it('says nothing in other JSON', () => {
  expect(at('{ "a": "${¦}" }', '/work/other.json')).toBeUndefined();
});

it('leaves keys and words to VS Code where our schema reaches, and proposes them elsewhere', () => {
  const marked = oneScreen([{ type: 'TextBody', text: 'a', here: 1 }]).replace('"here": 1', '"¦"');
  const labels = (path: string) => at(marked, path)!.map(({ label }) => label);
  expect(labels('/work/a.flow.json')).toEqual([]);
  expect(labels('/work/a.json')).toEqual(['font-weight', 'strikethrough', 'markdown', 'visible']);
  editor.hasJsonFeatures = false;
  expect(labels('/work/b.flow.json')).toContain('visible');
});
