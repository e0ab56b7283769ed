import * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { newestVersion } from '../../../../src/flowjson/catalogue';
import { english } from '../../../../src/flowjson/message';
import { source } from '../../../../src/language/diagnostic';
import { problemSource } from '../../../../src/preview/text/trackedProblems';
import { desk, settle } from './desk';
import { booking, text } from './playing';

const A = 'file:///work/booking.flow.json';
const written = text(booking);

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) }));
afterEach(() => vi.useRealTimers());

async function opened(content = written) {
  const it = desk();
  const document = it.openEditor(A, content);
  await it.previews.open(undefined);
  const panel = it.panels[0]!;
  panel.order({ type: 'ready' });
  await settle();
  const at = (what: string) => document.text.indexOf(what);
  return { ...it, document, panel, at };
}

describe('typing', () => {
  it('draws every key, and keeps what was typed into the phone', async () => {
    const { panel, document, type, at } = await opened();
    panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
    type(document, at('"Name"') + 1, 0, 'Your ');
    await settle();
    expect(panel.component('full_name')).toMatchObject({
      properties: { label: 'Your Name' },
      input: { value: 'Ada' },
    });
  });

  it('keeps the last picture while the text is half typed, and says in which line', async () => {
    const { panel, document, type, at, put, diagnose } = await opened(
      JSON.stringify(JSON.parse(written), undefined, 2),
    );
    put(document, at('"full_name"'));
    diagnose(document, [{ at: '"full_name"', text: 'Bad name.' }]);
    await settle();
    expect(panel.picture).toMatchObject({ mark: '0', flags: { 0: [{}] } });
    const line = document.positionAt(at('"Your name"')).line + 1;
    type(document, at('"Your name"'), '"Your name"'.length, '"Your n');
    await settle();
    expect(panel.picture.projection.screen?.title).toBe('Your name');
    expect(english(panel.picture.behind!)).toBe(
      `Line ${line} is half typed. The last picture stays until it can be read.`,
    );
    expect(panel.picture).toMatchObject({ mark: null, elsewhere: null, flags: {} });
    type(document, at('"Your n') + 7, 0, '!"');
    await settle();
    expect(panel.picture).toMatchObject({ behind: null, mark: '0', flags: { 0: [{}] } });
    expect(panel.picture.projection.screen?.title).toBe('Your n!');
  });

  it.each([
    ['a comma too many', (content: string) => content.replace(/\]\}$/, '],}'), null],
    ['no screens', () => '{"version": "7.3", "screens": []}', /has no screens/],
    ['nothing at all', () => ' \n', /is empty/],
    ['brackets without end', () => '['.repeat(5000), /nested too deeply/],
  ])('takes %s for what it is', async (_, edit, why) => {
    const { panel, document, type } = await opened();
    type(document, 0, document.text.length, edit(document.text));
    await settle();
    expect(panel.screen).toBe('ASK');
    const { behind } = panel.picture;
    if (why === null) expect(behind).toBeNull();
    else expect(english(behind!)).toMatch(why);
  });

  it('shows what there is of a text that was half typed from the beginning', async () => {
    const { panel, document, type } = await opened(written.slice(0, -2));
    expect(panel.screen).toBe('ASK');
    expect(english(panel.picture.behind!)).toBe('The text is half typed: what can be read of it is shown.');
    type(document, document.text.length, 0, ']}');
    await settle();
    expect(panel.picture.behind).toBeNull();
  });

  it('says as which version a flow is shown whose own one is unknown', async () => {
    expect((await opened(written)).panel.picture.shownAs).toBeNull();
    const { panel } = await opened(written.replace(/"version":"[\d.]+"/, '"version":"9.9"'));
    expect(panel.picture.shownAs).toBe(newestVersion);
  });

  it('does not hold up who types into a very large text', async () => {
    const large = text([
      ...booking,
      { id: 'LARGE', data: { x: { type: 'string', __example__: 'x'.repeat(1 << 20) } } },
    ]);
    const { panel, document, type, at } = await opened(large);
    const clock = vi.spyOn(performance, 'now');
    let now = 0;
    // Each reading costs 40 milliseconds.
    clock.mockImplementation(() => (now += 40));
    type(document, at('"Name"') + 1, 0, 'A');
    await settle();
    const before = panel.count('show');
    for (const letter of 'BCD') type(document, at('AName'), 0, letter);
    await settle();
    expect(panel.count('show')).toBe(before);
    await vi.advanceTimersByTimeAsync(120);
    expect(panel.count('show')).toBe(before + 1);
    expect(panel.component('full_name').properties['label']).toBe('BCDAName');
  });
});

describe('the cursor', () => {
  it('marks the component around it, the innermost', async () => {
    const { panel, document, put, at } = await opened();
    put(document, at('"PIN"'));
    await settle();
    expect(panel.picture.mark).toBe(panel.component('pin').key);
    put(document, at('"Your name"'));
    await settle();
    expect(panel.picture).toMatchObject({ mark: null, elsewhere: null });
  });

  it('finds a Footer that stands in a form', async () => {
    const footer = { type: 'Footer', label: 'Go', 'on-click-action': { name: 'complete', payload: {} } };
    const form = { type: 'Form', name: 'form', children: [{ type: 'TextBody', text: 'Hello' }, footer] };
    const { panel, document, put, at } = await opened(
      text([
        { id: 'ONE', title: 'One', terminal: true, layout: { type: 'SingleColumnLayout', children: [form] } },
      ]),
    );
    for (const [what, type] of [
      ['"Go"', 'Footer'],
      ['"Hello"', 'TextBody'],
      ['"form"', 'Form'],
    ] as const) {
      put(document, at(what));
      await settle();
      expect(panel.picture.mark).toBe(panel.component(type).key);
    }
  });

  it('tells which other screen it is in', async () => {
    const { panel, document, put, at } = await opened();
    put(document, at('"DONE"'));
    await settle();
    put(document, at('Hello Ada'));
    await settle();
    expect(panel.picture).toMatchObject({ mark: null, elsewhere: 'DONE' });
    panel.order({ type: 'goTo', screen: 'DONE' });
    await settle();
    expect(panel.picture).toMatchObject({ elsewhere: null });
  });
});

describe('the inspect tool', () => {
  it('shows where a component stands, and marks no other for it', async () => {
    const { panel, document, editors } = await opened();
    const { key, place } = panel.component('pin');
    panel.order({ type: 'reveal', start: place.start, end: place.end });
    await settle();
    const [editor] = editors;
    expect(document.offsetAt(editor!.selection.active)).toBe(place.start);
    expect(editor!.revealRange).toHaveBeenCalledOnce();
    expect(panel.picture.mark).toBe(key);
  });

  it('leaves the panels where they are: the text comes up where it was, else in the first column', async () => {
    const { panel, document, editors, showTextDocument, toFront } = await opened();
    panel.order({ type: 'reveal', start: 1, end: 2 });
    await settle();
    expect(showTextDocument.mock.lastCall).toEqual([document, { viewColumn: 1, preview: false }]);
    toFront(undefined);
    editors.length = 0;
    panel.viewColumn = 1;
    panel.order({ type: 'reveal', start: 1, end: 2 });
    await settle();
    expect(showTextDocument.mock.lastCall?.[1]?.viewColumn).toBe(vscode.ViewColumn.Beside);
  });

  it('shows nothing while places are of an older text', async () => {
    const { panel, document, type, showTextDocument } = await opened();
    type(document, 0, 1, '');
    panel.order({ type: 'reveal', start: 1, end: 2 });
    await settle();
    panel.order({ type: 'reveal', start: 1, end: 2 });
    await settle();
    expect(showTextDocument).not.toHaveBeenCalled();
  });
});

describe('what the rules say', () => {
  it('is signed as the language signs it', () => expect(problemSource).toBe(source));

  it('stands at its component, or at the screen', async () => {
    const { panel, document, diagnose } = await opened();
    diagnose(document, [
      { at: '"PIN"', text: 'Too short.', severity: vscode.DiagnosticSeverity.Warning },
      { at: '"ASK"', text: 'A bad id.' },
      { at: '"Hello Ada"', text: 'Of another screen.' },
      { at: '"Name"', text: 'Of another tool.', source: 'spell' },
      { at: '"Name"', text: 'Only mentioned.', severity: vscode.DiagnosticSeverity.Information },
    ]);
    await settle();
    const flag = (label: string, severity: string) => ({
      id: expect.any(Number) as number,
      severity,
      text: label,
      code: 'some-rule',
    });
    expect(panel.picture.flags).toEqual({
      [panel.component('pin').key]: [flag('Too short.', 'warning')],
      '': [flag('A bad id.', 'error')],
    });
  });

  it('moves with the text until the language has looked again', async () => {
    const { panel, document, diagnose, type, at } = await opened();
    diagnose(document, [{ at: '"PIN"', text: 'Too short.' }]);
    type(document, at('{"type":"TextInput"'), 0, '{"type":"TextBody","text":"New"},');
    await settle();
    expect(Object.keys(panel.picture.flags)).toEqual([panel.component('pin').key]);
    diagnose(document, []);
    await settle();
    expect(panel.picture.flags).toEqual({});
  });
});

describe('quick fixes', () => {
  const action = (title: string) => ({ title, edit: { of: title } });

  async function flagged() {
    const it = await opened();
    it.diagnose(it.document, [{ at: '"PIN"', text: 'Too short.' }]);
    await settle();
    const flag = it.panel.picture.flags[it.panel.component('pin').key]![0]!.id;
    return { ...it, flag };
  }

  it('are offered and done', async () => {
    const { panel, flag, executeCommand, applyEdit, document, at } = await flagged();
    const after = { command: 'after', title: '', arguments: [7] };
    executeCommand.mockImplementation(async (command) =>
      command === 'vscode.executeCodeActionProvider'
        ? [{ title: 'Ask the computer' }, action('Make it longer'), { ...action('Remove'), command: after }]
        : undefined,
    );
    panel.order({ type: 'fixes', flag });
    await settle();
    expect(panel.last('fixes')).toEqual({ type: 'fixes', flag, titles: ['Make it longer', 'Remove'] });
    const [, uri, range, kind] = executeCommand.mock.lastCall!;
    expect([String(uri), kind]).toEqual([A, 'quickfix']);
    expect(document.offsetAt((range as vscode.Range).start)).toBe(at('"PIN"'));
    panel.order({ type: 'fix', flag, index: 1 });
    await settle();
    expect(applyEdit).toHaveBeenCalledExactlyOnceWith({ of: 'Remove' });
    expect(executeCommand).toHaveBeenLastCalledWith('after', 7);
  });

  it('are none of a problem that is gone', async () => {
    const { panel, flag, diagnose, document, executeCommand } = await flagged();
    diagnose(document, []);
    panel.order({ type: 'fixes', flag });
    panel.order({ type: 'fix', flag, index: 0 });
    await settle();
    expect(panel.last('fixes')?.titles).toEqual([]);
    expect(executeCommand).not.toHaveBeenCalled();
  });

  it('are not done to a text that has changed', async () => {
    const { panel, flag, executeCommand, applyEdit } = await flagged();
    executeCommand.mockResolvedValueOnce([action('Remove')]);
    panel.order({ type: 'fixes', flag });
    await settle();
    executeCommand.mockResolvedValueOnce([action('Something else')]);
    panel.order({ type: 'fix', flag, index: 0 });
    await settle();
    expect(applyEdit).not.toHaveBeenCalled();
    expect(english(panel.last('say')!.message)).toBe(
      'The text has changed since the fix was offered. Look at the problem again.',
    );
  });
});
