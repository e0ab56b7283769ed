import { expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { FlowTexts } from '../../../../src/language/flowTexts';
import { Hovers } from '../../../../src/language/hover/hovers';
import { tinyImage } from '../../../../src/language/completion/tinyImage';
import { oneScreen } from '../../flowjson/support';
import { FakeEditor } from '../editor';

it('shows sentences as text, values as code and images as pictures', () => {
  const editor = new FakeEditor();
  const hovers = new Hovers(new FlowTexts());
  const text = oneScreen(
    [
      { type: 'TextBody', text: '${data.word}' },
      { type: 'Image', src: tinyImage },
    ],
    { data: { word: { type: 'string', __example__: '![](x)' } }, title: '*Bold*' },
  );
  const document = editor.open('/work/a.flow.json', text) as unknown as vscode.TextDocument;
  const at = (what: string): string => {
    const hover = hovers.provideHover(document, document.positionAt(text.indexOf(what) + 3))!;
    return hover.contents.map((each) => (each as vscode.MarkdownString).value).join();
  };
  expect(at('${data.word}')).toContain('```typescript\ndata.word: string\n```');
  expect(at('${data.word}')).toContain('```json\n"![](x)"\n```');
  expect(at(tinyImage)).toContain(`![](data:image/png;base64,${tinyImage}|width=1)`);
  expect(at('LAST')).toContain('\\*Bold\\*');
});

it('says nothing in other JSON', () => {
  const document = new FakeEditor().open(
    '/work/a.json',
    '{ "version": "1" }',
  ) as unknown as vscode.TextDocument;
  expect(new Hovers(new FlowTexts()).provideHover(document, document.positionAt(3))).toBeUndefined();
});
