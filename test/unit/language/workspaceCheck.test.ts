import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import type { Language } from '../../../src/language/language';
import { afterTyping, turns, type FakeEditor } from './editor';
import { good, packageJson, withoutVersion } from './flows';
import { startLanguage, stopLanguage } from './running';

let editor: FakeEditor;
let language: Language;

beforeEach(() => {
  ({ editor, language } = startLanguage());
});
afterEach(() => stopLanguage(language));

const mistake = ['error MISSING_FLOW_JSON_VERSION'];
const check = () => language.workspaceCheck.run();

describe('checking all flows', () => {
  it('looks at files by name and setting and at what is open, and tells how it went', async () => {
    editor.files.set('/work/good.flow.json', good);
    editor.files.set('/work/deep/bad.flow.json', withoutVersion);
    editor.files.set('/work/forms/other.json', withoutVersion);
    editor.files.set('/work/package.json', packageJson);
    editor.settings.set('camsFlows.flowJson.files', ['forms/*.json']);
    editor.open('/elsewhere/open.json', withoutVersion);
    editor.open('/work/good.flow.json', withoutVersion, 'json', 'git');
    await check();
    expect(editor.told).toEqual(['Flows checked: 4. Errors: 3, warnings: 0, hints: 0.']);
    expect(editor.problemsOf('/work/good.flow.json')).toEqual([]);
    expect(editor.problemsOf('/work/deep/bad.flow.json')).toEqual(mistake);
    expect(editor.problemsOf('/work/forms/other.json')).toEqual(mistake);
    expect(editor.problemsOf('/elsewhere/open.json')).toEqual(mistake);
    expect(editor.problemsOf('/work/package.json')).toBeUndefined();
  });

  it('says of an open file what its editor holds, not what the disk holds', async () => {
    editor.files.set('/work/a.flow.json', good);
    editor.open('/work/a.flow.json', withoutVersion);
    await check();
    expect(editor.told).toEqual(['Flows checked: 1. Errors: 1, warnings: 0, hints: 0.']);
    expect(editor.problemsOf('/work/a.flow.json')).toEqual(mistake);
  });

  it('offers the problems only where there are some', async () => {
    const execute = vi.spyOn(vscode.commands, 'executeCommand').mockResolvedValue(undefined);
    editor.press = 'Show Problems';
    editor.files.set('/work/a.flow.json', withoutVersion);
    await check();
    expect(execute).toHaveBeenCalledWith('workbench.actions.view.problems');
  });

  it('says so when there is nothing to check, and when nothing was found', async () => {
    await check();
    editor.files.set('/work/a.flow.json', good);
    await check();
    expect(editor.told).toEqual([
      'There is no Flow JSON here: no file named *.flow.json, and none that is open.',
      'Flows checked: 1. Nothing was found.',
    ]);
  });

  it('needs no folder', async () => {
    editor.folder = undefined;
    editor.open('/elsewhere/open.json', good);
    await check();
    expect(editor.told).toEqual(['Flows checked: 1. Nothing was found.']);
  });

  it('goes on after a file that cannot be read', async () => {
    editor.files.set('/work/a.flow.json', withoutVersion);
    editor.files.set('/work/b.flow.json', withoutVersion);
    const { readFile } = vscode.workspace.fs;
    Object.assign(vscode.workspace.fs, {
      readFile: async (uri: vscode.Uri) => {
        if (uri.path.endsWith('a.flow.json')) throw vscode.FileSystemError.NoPermissions(uri);
        return readFile(uri);
      },
    });
    await check();
    expect(editor.told).toEqual([
      'Flows checked: 1. Errors: 1, warnings: 0, hints: 0. Files that cannot be read: 1.',
    ]);
  });

  it('counts places as VS Code does, whatever the ends of lines are', async () => {
    editor.files.set('/work/a.flow.json', good.replace('"7.3"', '"4.0"').replaceAll('\n', '\r\n'));
    await check();
    const [problem] = editor.problems.get(vscode.Uri.file('/work/a.flow.json').toString())!;
    expect(problem!.range).toEqual(new vscode.Range(1, 13, 1, 18));
  });

  it('says in closed files what VS Code says in open ones only', async () => {
    editor.files.set('/work/a.flow.json', good.replace('"7.3",', '"7.3"'));
    await check();
    expect(editor.problemsOf('/work/a.flow.json')).toEqual(['error INVALID_FLOW_JSON']);
  });

  it('ends without a message when the person cancels', async () => {
    Object.assign(vscode.window, {
      withProgress: (_options: unknown, task: (progress: object, token: unknown) => Promise<unknown>) => {
        const source = new vscode.CancellationTokenSource();
        source.cancel();
        return task({ report: () => undefined }, source.token);
      },
    });
    editor.files.set('/work/a.flow.json', withoutVersion);
    await expect(check()).rejects.toMatchObject({ name: 'CancelledError' });
    expect(editor.told).toEqual([]);
  });
});

describe('what was found in a file that is not open', () => {
  beforeEach(async () => {
    editor.files.set('/work/forms/a.flow.json', withoutVersion);
    await check();
  });
  const problems = () => editor.problemsOf('/work/forms/a.flow.json');

  it('changes with the file, goes with it and comes back with it', async () => {
    editor.write('/work/forms/a.flow.json', good);
    await turns();
    expect(problems()).toEqual([]);
    editor.write('/work/forms/a.flow.json', undefined);
    expect(problems()).toBeUndefined();
    editor.write('/work/forms/a.flow.json', withoutVersion);
    await turns();
    expect(problems()).toEqual(mistake);
  });

  it('goes with its folder', () => {
    editor.files.clear();
    editor.write('/work/forms', undefined);
    expect(problems()).toBeUndefined();
  });

  it('goes with its workspace folder', () => {
    editor.folder = undefined;
    editor.folders.fire({});
    expect(problems()).toBeUndefined();
  });

  it('is what the editor says while it is open, and what the disk says afterwards', async () => {
    const document = editor.open('/work/forms/a.flow.json', withoutVersion);
    editor.type(document, good);
    await afterTyping();
    expect(problems()).toEqual([]);
    editor.write('/work/forms/a.flow.json', withoutVersion);
    await turns();
    expect(problems()).toEqual([]);
    editor.close(document);
    await turns();
    expect(problems()).toEqual(mistake);
  });

  it('follows the settings of rules', async () => {
    editor.configure('camsFlows.flowJson.rules', { MISSING_FLOW_JSON_VERSION: 'off' });
    await turns();
    expect(problems()).toEqual([]);
  });

  it('is the latest when the file changes twice', async () => {
    editor.write('/work/forms/a.flow.json', good);
    editor.write('/work/forms/a.flow.json', withoutVersion);
    await turns();
    expect(problems()).toEqual(mistake);
  });

  it('does not appear for files that nobody has checked', async () => {
    editor.write('/work/forms/new.flow.json', withoutVersion);
    await turns();
    expect(editor.problemsOf('/work/forms/new.flow.json')).toBeUndefined();
  });
});
