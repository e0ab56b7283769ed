import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { Refactor } from '../../../../src/language/fixes/refactor';
import { Refactorings } from '../../../../src/language/fixes/refactorings';
import { Reports } from '../../../../src/language/fixes/report';
import { FlowTexts } from '../../../../src/language/flowTexts';
import { flowText, footer, lastScreen, navigate, screen } from '../../flowjson/support';
import type { FakeDocument } from '../../textDocument';
import { FakeEditor } from '../editor';
import { good } from '../flows';
import { applied, replaced } from './applied';

let editor: FakeEditor;
let texts: FlowTexts;
let reports: Reports;
let refactor: Refactor;
let edit: vscode.WorkspaceEdit | undefined;
/** Picks the item with this label; nothing presses Escape. */
let pick: string | undefined;
let pages: { provideTextDocumentContent: (uri: vscode.Uri) => string } | undefined;
const ran: unknown[][] = [];

beforeEach(() => {
  editor = new FakeEditor();
  texts = new FlowTexts();
  reports = new Reports();
  refactor = new Refactor(texts, reports);
  [edit, pick, pages] = [undefined, undefined, undefined];
  ran.length = 0;
  Object.assign(vscode.workspace, {
    applyEdit: async (asked: vscode.WorkspaceEdit) => {
      edit = asked;
      return true;
    },
    registerTextDocumentContentProvider: (_scheme: string, provider: typeof pages) => {
      pages = provider;
      return new vscode.Disposable(() => undefined);
    },
  });
  Object.assign(vscode.window, {
    showQuickPick: async (items: { label: string }[]) => items.find(({ label }) => label === pick),
  });
  vi.mocked(vscode.commands.executeCommand).mockImplementation(async (...args: unknown[]) => {
    ran.push(args);
    return undefined;
  });
});
afterEach(() => {
  texts.dispose();
  reports.dispose();
  vi.mocked(vscode.commands.executeCommand).mockReset();
});

const PATH = '/work/a.flow.json';
const after = (document: FakeDocument): string => applied(document, edit!);

const old = flowText(
  [
    lastScreen([
      { type: 'DatePicker', name: 'day', label: 'Day', 'min-date': '1700000000000' },
      { type: 'TextBody', text: 'Hello' },
    ]),
  ],
  { version: '4.0' },
);
const two = flowText([screen([{ type: 'TextBody', text: 'Hello' }, footer(navigate('LAST'))]), lastScreen()]);

describe('upgrading', () => {
  it('lets the person review all changes at once, and says what was done', async () => {
    const document = editor.open(PATH, old);
    pick = '7.3';
    editor.press = 'Show What Changed';
    await refactor.upgrade([document.uri]);
    expect(replaced(edit!).map(({ metadata }) => metadata)).toEqual([
      { label: 'Write version 7.3', needsConfirmation: true },
      { label: 'Write dates as YYYY-MM-DD instead of milliseconds', needsConfirmation: true },
    ]);
    expect(after(document)).toContain('"min-date": "2023-11-14"');
    expect(editor.told[0]).toMatch(/^The flow is written in version 7\.3 now\./);
    const [, uri] = ran.find(([command]) => command === 'markdown.showPreview') as [string, vscode.Uri];
    const page = pages!.provideTextDocumentContent(uri);
    expect(page).toContain('from version 4.0 to 7.3');
    expect(page).toContain('- Write version 7.3');
    expect(page).toContain('## What behaves differently');
  });

  it('asks for no review where only the version changes', async () => {
    const document = editor.open(PATH, good.replace('7.3', '7.0'));
    await refactor.upgrade([document.uri, '7.3']);
    expect(replaced(edit!).map(({ metadata }) => metadata!.needsConfirmation)).toEqual([false]);
    expect(after(document)).toBe(good);
  });

  it('says so where there is nothing newer, and does nothing when the person leaves', async () => {
    await refactor.upgrade([editor.open(PATH, good.replace('7.3', '7.4')).uri]);
    expect(editor.told).toEqual(['This flow has the newest version already: 7.4.']);
    await refactor.upgrade([editor.open('/work/b.flow.json', old).uri]);
    expect(edit).toBeUndefined();
  });
});

describe('the other refactorings', () => {
  it('extract a text to the data and start a rename', async () => {
    const document = editor.open(PATH, two);
    const front = { document, selection: { active: document.positionAt(two.indexOf('Hello')) } };
    Object.defineProperty(vscode.window, 'activeTextEditor', { configurable: true, get: () => front });
    Object.assign(vscode.workspace, {
      applyEdit: async (asked: vscode.WorkspaceEdit) => {
        edit = asked;
        editor.type(document, applied(document, asked));
        return true;
      },
    });
    await refactor.extractData([]);
    expect(document.text).toContain('"text": "${data.text}"');
    expect(document.offsetAt(front.selection.active)).toBe(document.text.indexOf('text}'));
    expect(ran).toEqual([['editor.action.rename']]);
  });

  it('move a component to the screen that is picked', async () => {
    const document = editor.open(PATH, two);
    pick = 'LAST';
    await refactor.moveComponent([document.uri, two.indexOf('Hello')]);
    const flow = JSON.parse(after(document)) as { screens: { layout: { children: { type: string }[] } }[] };
    expect(flow.screens.map(({ layout }) => layout.children.map(({ type }) => type))).toEqual([
      ['Footer'],
      ['TextBody', 'Footer'],
    ]);
  });

  it('write the routing model from the actions, and sort it', async () => {
    const document = editor.open(PATH, two);
    await refactor.generateRoutes([document.uri]);
    const routed = after(document);
    expect((JSON.parse(routed) as { routing_model: unknown }).routing_model).toEqual({
      FIRST: ['LAST'],
      LAST: [],
    });
    const unsorted = editor.open(
      '/work/b.flow.json',
      flowText(JSON.parse(two).screens, { routing_model: { LAST: [], FIRST: ['LAST'] } }),
    );
    await refactor.sortRoutes([unsorted.uri]);
    expect(Object.keys((JSON.parse(after(unsorted)) as { routing_model: object }).routing_model)).toEqual([
      'FIRST',
      'LAST',
    ]);
  });

  it('say what they need where it is not there', async () => {
    await refactor.sortRoutes([]);
    await refactor.extractData([editor.open(PATH, good).uri, 0]);
    await refactor.moveComponent([editor.documents[0]!.uri, 0]);
    await refactor.sortRoutes([editor.documents[0]!.uri]);
    await refactor.generateRoutes([editor.open('/x/only.flow.json', good, 'json', 'cams-flow').uri]);
    expect(edit).toBeUndefined();
    expect(editor.told).toEqual([
      'Open a Flow JSON first.',
      'Put the cursor into a text, a number or a list of a component that may come from the data.',
      'Put the cursor into a component of a flow with several screens.',
      'This flow has no routing model that could be sorted.',
      'Flows of CAMS are read-only here. Save this one as a file to change it.',
    ]);
  });
});

describe('the light bulb', () => {
  const offered = (text: string, at: string): (string | undefined)[] => {
    const document = editor.open(PATH, text);
    const position = document.positionAt(text.indexOf(at) + 1);
    const range = new vscode.Range(position, position);
    const context = { diagnostics: [], only: undefined } as unknown as vscode.CodeActionContext;
    const actions = new Refactorings(texts).provideCodeActions(document as never, range, context);
    return actions?.map(({ title, command }) => `${title}: ${command!.command}`) ?? [];
  };

  it('offers what fits the place', () => {
    expect(offered(two, 'Hello')).toEqual([
      'Extract to data: camsFlows.flowJson.extractData',
      'Move to another screen…: camsFlows.flowJson.moveComponent',
    ]);
    expect(offered(two.replace('7.3', '6.0'), 'version')).toEqual([
      'Generate routing model from the actions: camsFlows.flowJson.generateRoutes',
      'Upgrade to 7.3…: camsFlows.flowJson.upgrade',
    ]);
    expect(offered(good, 'Only')).toEqual([]);
  });
});
