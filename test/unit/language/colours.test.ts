import { expect, it } from 'vitest';
import type * as vscode from 'vscode';
import { Colours } from '../../../src/language/colours';
import { FlowTexts } from '../../../src/language/flowTexts';
import { oneScreen } from '../flowjson/support';
import { FakeEditor } from './editor';

const option = (color: string) => ({ id: color, title: 'a', color });
const list = (...colors: string[]) => ({
  type: 'RadioButtonsGroup',
  name: 'a',
  label: 'a',
  'data-source': colors.map(option),
});

it('finds the colours of options, also in examples, and writes them in the only way that is allowed', () => {
  const editor = new FakeEditor();
  const colours = new Colours(new FlowTexts());
  const data = { options: { type: 'array', items: { type: 'object' }, __example__: [option('#0000ff')] } };
  const text = oneScreen([list('#FF8000', 'red', '#FFF')], { data });
  const document = editor.open('/work/a.flow.json', text) as unknown as vscode.TextDocument;
  const found = colours.provideDocumentColors(document)!;
  expect(
    found.map(({ range }) => text.slice(document.offsetAt(range.start), document.offsetAt(range.end))),
  ).toEqual(expect.arrayContaining(['#FF8000', '#0000ff']));
  expect(found).toHaveLength(2);
  const labels = found
    .flatMap(({ color }) => colours.provideColorPresentations(color))
    .map(({ label }) => label);
  expect(labels.sort()).toEqual(['#0000FF', '#FF8000']);
});
