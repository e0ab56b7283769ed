import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { rules } from '../../../src/flowjson/rules';
import { tags } from '../../../src/language/diagnostic';
import { createLanguage, type Language } from '../../../src/language/language';
import { rulesOfVsCode } from '../../../src/language/place';
import { afterTyping, turns, type FakeEditor } from './editor';
import { expired, good, packageJson, withoutVersion } from './flows';
import { startLanguage, stopLanguage } from './running';

let editor: FakeEditor;
let language: Language;

beforeEach(() => {
  ({ editor, language } = startLanguage());
});
afterEach(() => stopLanguage(language));

/** What happens at once, without waiting for the clock. */
async function atOnce(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1);
  await turns();
}

const PATH = '/work/a.json';
const mistake = ['error MISSING_FLOW_JSON_VERSION'];

describe('what is wrong with a flow', () => {
  it('is said at once when it is opened, in whatever file', async () => {
    editor.open(PATH, withoutVersion);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });

  it('is said of what was open before', async () => {
    language.dispose();
    editor.open(PATH, withoutVersion);
    language = createLanguage();
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });

  it('is not said of other JSON', async () => {
    editor.open('/work/package.json', packageJson);
    await afterTyping();
    expect(editor.problems.size).toBe(0);
  });

  it('is said of a text that has no file yet, but not of what git or the history of a flow remembers', async () => {
    editor.open('/Untitled-1', withoutVersion, 'json', 'untitled');
    editor.open('/work/b.flow.json', withoutVersion, 'json', 'git');
    editor.open('/s1/42/0123456789abcdef/a.flow.json', withoutVersion, 'json', 'cams-flow-version');
    await atOnce();
    expect([...editor.problems.keys()]).toEqual(['untitled:/Untitled-1']);
  });

  it('is said 150 milliseconds after the last key', async () => {
    const document = editor.open(PATH, good);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual([]);
    editor.type(document, withoutVersion);
    await vi.advanceTimersByTimeAsync(100);
    editor.type(document, `${withoutVersion} `);
    await vi.advanceTimersByTimeAsync(100);
    await turns();
    expect(editor.problemsOf(PATH)).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    await turns();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });

  it('is said at once when the flow is saved', async () => {
    const document = editor.open(PATH, good);
    await atOnce();
    editor.type(document, withoutVersion);
    editor.saved.fire(document);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });

  it('is not found out again when only the dot in the tab changes', async () => {
    const document = editor.open(PATH, good);
    await atOnce();
    document.text = withoutVersion;
    editor.changed.fire({ document, contentChanges: [] });
    await afterTyping();
    expect(editor.problemsOf(PATH)).toEqual([]);
  });

  it('is never shown for a text that has changed meanwhile', async () => {
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    const document = editor.open(PATH, withoutVersion);
    await vi.advanceTimersByTimeAsync(0);
    editor.type(document, good);
    await turns();
    expect(editor.problemsOf(PATH)).toBeUndefined();
    clock.mockRestore();
    await afterTyping();
    expect(editor.problemsOf(PATH)).toEqual([]);
  });

  it('goes with the flow: when it is closed, or becomes other JSON', async () => {
    const document = editor.open(PATH, withoutVersion);
    await atOnce();
    editor.type(document, packageJson);
    await afterTyping();
    expect(editor.problemsOf(PATH)).toBeUndefined();
    editor.type(document, withoutVersion);
    await afterTyping();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
    editor.close(document);
    expect(editor.problemsOf(PATH)).toBeUndefined();
    await afterTyping();
    expect(editor.problemsOf(PATH)).toBeUndefined();
  });

  it('comes with its source, its code, and only a line or less underlined', async () => {
    editor.open(PATH, withoutVersion);
    await atOnce();
    const [problem] = editor.problems.get(vscode.Uri.file(PATH).toString())!;
    expect(problem).toMatchObject({
      source: 'WhatsApp Flow',
      code: 'MISSING_FLOW_JSON_VERSION',
      severity: 0,
    });
    expect(problem!.range.start.line).toBe(problem!.range.end.line);
    expect(problem!.message).not.toMatch(/\{\d\}/);
  });

  it('is struck through where its time is over', async () => {
    editor.open(PATH, expired);
    await atOnce();
    const [problem] = editor.problems.get(vscode.Uri.file(PATH).toString())!;
    expect(problem!.tags).toEqual([vscode.DiagnosticTag.Deprecated]);
  });

  it('is said once of a flow of CAMS that is none', async () => {
    editor.open('/-/1/x.flow.json', '{ "nodes": [], "edges": [] }', 'json', 'cams-flow');
    await atOnce();
    expect([...editor.problems.values()].map(({ length }) => length)).toEqual([1]);
  });
});

describe('what VS Code says itself', () => {
  const broken = good.replace('"7.3",', '"7.3"');
  const syntaxError = ['error INVALID_FLOW_JSON'];

  it('is not said twice', async () => {
    editor.open(PATH, broken);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual([]);
  });

  it('is said when VS Code does not, as soon as it is told not to', async () => {
    editor.open(PATH, broken);
    await atOnce();
    editor.configure('json.validate.enable', false);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(syntaxError);
  });

  it('is said where VS Code has no JSON features, and in JSON with comments', async () => {
    editor.open('/work/b.json', broken, 'jsonc');
    editor.hasJsonFeatures = false;
    editor.open(PATH, broken);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(syntaxError);
    expect(editor.problemsOf('/work/b.json')).toEqual(syntaxError);
  });
});

describe('what a person wants to hear', () => {
  const setting = 'camsFlows.flowJson.rules';

  it('is what the setting says', async () => {
    editor.open(PATH, withoutVersion);
    editor.configure(setting, { MISSING_FLOW_JSON_VERSION: 'info' });
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(['info MISSING_FLOW_JSON_VERSION']);
    editor.configure(setting, { MISSING_FLOW_JSON_VERSION: 'off' });
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual([]);
  });

  it('is what the nearest .flowlintrc.json says', async () => {
    editor.files.set('/work/.flowlintrc.json', '{ "rules": { "MISSING_FLOW_JSON_VERSION": "off" } }');
    editor.files.set('/work/strict/.flowlintrc.json', '{ "rules": {} }');
    for (const path of [PATH, '/work/deep/er/b.json', '/work/strict/c.json'])
      editor.open(path, withoutVersion);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual([]);
    expect(editor.problemsOf('/work/deep/er/b.json')).toEqual([]);
    expect(editor.problemsOf('/work/strict/c.json')).toEqual(mistake);
  });

  it('is the setting rather than the file', async () => {
    editor.files.set('/work/.flowlintrc.json', '{ "rules": { "MISSING_FLOW_JSON_VERSION": "off" } }');
    editor.open(PATH, withoutVersion);
    editor.configure(setting, { MISSING_FLOW_JSON_VERSION: 'warning' });
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(['warning MISSING_FLOW_JSON_VERSION']);
  });

  it('changes with the file', async () => {
    editor.open(PATH, withoutVersion);
    await atOnce();
    editor.write('/work/.flowlintrc.json', '{ "rules": { "MISSING_FLOW_JSON_VERSION": "warn" } }');
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(['warning MISSING_FLOW_JSON_VERSION']);
    editor.write('/work/.flowlintrc.json', undefined);
    await atOnce();
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });

  it.each(['', 'null', '[]', '{ "rules": 7 }', '{ "rules": { "MISSING_FLOW_JSON_VERSION": "loud" } }', '{'])(
    'is not disturbed by a file that holds %j',
    async (text) => {
      editor.files.set('/work/.flowlintrc.json', text);
      editor.open(PATH, withoutVersion);
      await atOnce();
      expect(editor.problemsOf(PATH)).toEqual(mistake);
    },
  );

  it('is read from no file for a flow outside of the workspace', async () => {
    editor.files.set('/.flowlintrc.json', '{ "rules": { "MISSING_FLOW_JSON_VERSION": "off" } }');
    editor.open('/elsewhere/a.json', withoutVersion);
    editor.open(PATH, withoutVersion);
    await atOnce();
    expect(editor.problemsOf('/elsewhere/a.json')).toEqual(mistake);
    expect(editor.problemsOf(PATH)).toEqual(mistake);
  });
});

describe('the status', () => {
  it('tells version, size and mistakes of the flow in front', async () => {
    const document = editor.open(PATH, withoutVersion);
    editor.bringToFront(document);
    await atOnce();
    const [item] = editor.statusItems;
    expect(item!.text).toBe('Flow JSON without a version');
    expect(item!.detail).toBe('1 KB of 10 MB · errors: 1, warnings: 0');
    editor.type(document, good);
    await afterTyping();
    expect(item!.text).toBe('Flow JSON 7.3');
    expect(item!.detail).toBe('1 KB of 10 MB · no mistakes found');
  });

  it('also counts what VS Code says itself', async () => {
    editor.bringToFront(editor.open(PATH, good.replace('"7.3",', '"7.3"')));
    await atOnce();
    expect(editor.statusItems[0]!.detail).toContain('errors: 1');
  });

  it('is there for flows only', async () => {
    editor.bringToFront(editor.open(PATH, good));
    expect(editor.statusItems).toHaveLength(1);
    editor.bringToFront(editor.open('/work/package.json', packageJson));
    expect(editor.statusItems).toHaveLength(0);
    editor.bringToFront(undefined);
    expect(editor.statusItems).toHaveLength(0);
  });

  it('goes when the flow becomes something else', async () => {
    const document = editor.open(PATH, good);
    editor.bringToFront(document);
    await atOnce();
    editor.type(document, packageJson);
    await afterTyping();
    expect(editor.statusItems).toHaveLength(0);
  });
});

it('names rules that exist', () => {
  const ids = rules.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining([...rulesOfVsCode, ...Object.keys(tags)]));
});
