import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as vscode from 'vscode';
import type { Language } from '../../../../src/language/language';
import { FlowTexts } from '../../../../src/language/flowTexts';
import { fixAllKind, QuickFixes } from '../../../../src/language/fixes/quickFixes';
import type { FakeDocument } from '../../textDocument';
import { afterTyping, type FakeEditor } from '../editor';
import { good } from '../flows';
import { startLanguage, stopLanguage } from '../running';
import { applied } from './applied';

const PATH = '/work/a.flow.json';
const token = new vscode.CancellationTokenSource().token;

let editor: FakeEditor;
let language: Language;
let texts: FlowTexts;
let fixes: QuickFixes;

beforeEach(() => {
  ({ editor, language } = startLanguage());
  texts = new FlowTexts();
  fixes = new QuickFixes(texts);
});
afterEach(() => {
  texts.dispose();
  stopLanguage(language);
});

async function open(text: string): Promise<FakeDocument> {
  const document = editor.open(PATH, text);
  await afterTyping();
  return document;
}

const problems = (): readonly vscode.Diagnostic[] => editor.problems.get(vscode.Uri.file(PATH).toString())!;

async function offered(
  document: FakeDocument,
  diagnostics: readonly vscode.Diagnostic[],
  only?: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const context = { diagnostics, only } as unknown as vscode.CodeActionContext;
  const range = new vscode.Range(0, 0, 0, 0);
  const actions = await fixes.provideCodeActions(document as never, range, context, token);
  return actions ?? [];
}

const after = (document: FakeDocument, action: vscode.CodeAction): string =>
  applied(document, fixes.resolveCodeAction(action).edit!);

describe('the light bulb', () => {
  it('offers what mends a problem, with the problem, and computes edits only when asked', async () => {
    const document = await open(good.replace('"label"', '"lable"'));
    const unknown = problems().find(({ code }) => code === 'INVALID_PROPERTY_KEY')!;
    const [rename, remove] = await offered(document, [unknown]);
    expect([rename!.title, remove!.title]).toEqual(['Rename to "label"', 'Remove "lable"']);
    expect([rename!.isPreferred, remove!.isPreferred]).toEqual([true, false]);
    expect(rename!.diagnostics).toEqual([unknown]);
    expect(rename!.kind).toBe(vscode.CodeActionKind.QuickFix);
    expect(rename!.edit).toBeUndefined();
    expect(after(document, rename!)).toBe(good);
  });

  it('offers to fix all of a kind where there are several', async () => {
    const document = await open(
      good
        .replace('"title": "Only"', '"title": "Only", "x": 1')
        .replace('"type": "Footer"', '"type": "Footer", "y": 2'),
    );
    const actions = await offered(document, problems().slice(0, 1));
    expect(actions.map(({ title }) => title)).toEqual([
      'Remove "x"',
      'Remove "x", and fix all like it in this file (2)',
    ]);
    expect(JSON.parse(after(document, actions[1]!))).toEqual(JSON.parse(good));
  });

  it('mends what VS Code has found itself', async () => {
    const text = good.replace('"version"', '"version": "7.2",\n  "version"');
    const document = await open(text);
    const at = new vscode.Range(document.positionAt(5), document.positionAt(6));
    const theirs = Object.assign(new vscode.Diagnostic(at, 'Duplicate object key'), { source: 'json' });
    const [remove] = await offered(document, [theirs]);
    expect(after(document, remove!)).toBe(good);
  });

  it('says nothing about problems of others, other places and other texts', async () => {
    const document = await open(good.replace('"label"', '"lable"'));
    const stranger = Object.assign(new vscode.Diagnostic(problems()[0]!.range, 'x'), { source: 'spelling' });
    expect(await offered(document, [stranger])).toEqual([]);
    expect(await offered(document, [])).toEqual([]);
    expect(await offered(document, problems(), vscode.CodeActionKind.Refactor)).toEqual([]);
    expect(await offered(editor.open('/work/package.json', '{}'), problems())).toEqual([]);
  });

  it('fixes on save what is beyond doubt, and nothing else', async () => {
    const text = good.replace('"terminal": true', '"terminal": "true", "x": 1');
    const document = await open(text);
    const [action] = await offered(document, [], fixAllKind());
    expect(action!.kind!.value).toBe('source.fixAll.camsFlows');
    expect(after(document, action!)).toBe(text.replace('"true"', 'true'));
  });
});
