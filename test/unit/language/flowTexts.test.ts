import { beforeEach, describe, expect, it } from 'vitest';
import type { TextDocument } from 'vscode';
import { FlowTexts } from '../../../src/language/flowTexts';
import type { FakeDocument } from '../textDocument';
import { FakeEditor } from './editor';
import { good, packageJson } from './flows';

let editor: FakeEditor;
let texts: FlowTexts;

beforeEach(() => {
  editor = new FakeEditor();
  texts = new FlowTexts();
});

const flowOf = (document: FakeDocument) => texts.of(document as unknown as TextDocument);

describe('the flow of a document', () => {
  it('is the same until the text changes', () => {
    const document = editor.open('/work/a.json', good);
    const flow = flowOf(document);
    expect(flow?.screens.map(({ id }) => id)).toEqual(['ONLY']);
    expect(flowOf(document)).toBe(flow);
    editor.type(document, good.replace('ONLY', 'OTHER'));
    expect(flowOf(document)?.screens.map(({ id }) => id)).toEqual(['OTHER']);
  });

  it('takes over the screens that did not change', () => {
    const document = editor.open('/work/a.json', good);
    const [before] = flowOf(document)!.screens;
    editor.type(document, good.replace('"7.3"', '"7.2"'));
    const flow = flowOf(document)!;
    expect(flow.version).toBe('7.2');
    expect(flow.screens[0]).toBe(before);
  });

  it('is nothing for other JSON, and comes and goes with the text', () => {
    const document = editor.open('/work/a.json', packageJson);
    expect(flowOf(document)).toBeUndefined();
    editor.type(document, good);
    expect(flowOf(document)).toBeDefined();
    editor.type(document, packageJson);
    expect(flowOf(document)).toBeUndefined();
  });

  it('follows the setting', () => {
    const document = editor.open('/work/forms/a.json', '{}');
    expect(flowOf(document)).toBeUndefined();
    editor.configure('camsFlows.flowJson.files', ['forms/*.json']);
    expect(flowOf(document)).toBeDefined();
    editor.configure('camsFlows.flowJson.files', []);
    expect(flowOf(document)).toBeUndefined();
  });

  it('is forgotten when the document is closed, and not kept for a closed one', () => {
    const document = editor.open('/work/a.json', good);
    const flow = flowOf(document);
    editor.close(document);
    const again = flowOf(document);
    expect(again).not.toBe(flow);
    expect(flowOf(document)).not.toBe(again);
  });
});
