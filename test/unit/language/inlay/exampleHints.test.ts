import { beforeEach, expect, it } from 'vitest';
import * as vscode from 'vscode';
import { FlowTexts } from '../../../../src/language/flowTexts';
import { ExampleHints } from '../../../../src/language/inlay/exampleHints';
import { oneScreen } from '../../flowjson/support';
import { FakeEditor } from '../editor';

const setting = 'camsFlows.flowJson.inlayHints';
const data = {
  word: { type: 'string', __example__: 'Hello' },
  list: { type: 'array', items: { type: 'string' }, __example__: ['one', 'two', 'three', 'four', 'five'] },
  user: { type: 'object', properties: { age: { type: 'number' } }, __example__: { age: 36 } },
};
const text = oneScreen(
  [
    { type: 'TextInput', name: 'age', label: '${data.word}', 'input-type': 'number' },
    { type: 'TextBody', text: '${data.list}', visible: '${data.nothing}' },
    { type: 'TextBody', text: "`'a' ${data.word}`" },
    { type: 'TextBody', text: '${data.user.age}' },
    { type: 'TextBody', text: '${form.age}' },
  ],
  { data },
);

let editor: FakeEditor;
let hints: ExampleHints;

beforeEach(() => {
  editor = new FakeEditor();
  hints = new ExampleHints(new FlowTexts());
});

function shown(from = 0, to = text.length): string[] | undefined {
  const document = editor.open('/work/a.flow.json', text) as unknown as vscode.TextDocument;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(to));
  return hints.provideInlayHints(document, range)?.map(({ label, position }) => {
    const at = document.offsetAt(position);
    return `${text.slice(text.lastIndexOf('"', at - 2), at)} ${label as string}`;
  });
}

it('are off until a person wants them', () => {
  expect(shown()).toBeUndefined();
});

it('show the examples of bindings, or their types, shortened', () => {
  editor.settings.set(setting, true);
  expect(shown()).toEqual([
    '"${data.word}" = "Hello"',
    '"${data.list}" = [ "one", "two", "three", "fou…',
    '"${data.user.age}" = 36',
    '"${form.age}" = number',
  ]);
});

it('show those that are in sight only', () => {
  editor.settings.set(setting, true);
  const at = text.indexOf('${data.user.age}');
  expect(shown(at, at + 20)).toEqual(['"${data.user.age}" = 36']);
});

it('change with the setting', () => {
  let changes = 0;
  hints.onDidChangeInlayHints(() => (changes += 1));
  editor.configure(setting, true);
  editor.configure('editor.fontSize', 12);
  expect(changes).toBe(1);
});
