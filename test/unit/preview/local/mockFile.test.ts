import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FileSystemError, Uri, type TextDocument } from 'vscode';
import { english } from '../../../../src/flowjson/message';
import { openMocks } from '../../../../src/preview/local/mocks/mocks';
import { mockUri } from '../../../../src/preview/local/mocks/mockUri';
import type { EndpointRequest } from '../../../../src/player/player';
import { Files } from './files';

const flow = Uri.file('/work/booking.flow.json');
const path = '/work/booking.flow-mock.json';
const request: EndpointRequest = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'ASK',
  data: {},
  flow_token: 'unused',
};
const rule = (answer: string) => `{
  // mine
  "answers": [{ "answer": "${answer}" }]
}
`;

let files: Files;
beforeEach(() => {
  vi.useFakeTimers();
  files = new Files();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const settled = () => vi.advanceTimersByTimeAsync(0);
const state = () => files.memento;

describe('the file beside a flow', () => {
  it.each([
    ['file:///work/booking.flow.json', 'file:///work/booking.flow-mock.json'],
    ['file:///work/x.json', 'file:///work/x.flow-mock.json'],
    ['file:///work/x', 'file:///work/x.flow-mock.json'],
    ['file:///work/a.b.FLOW.JSON', 'file:///work/a.b.flow-mock.json'],
    ['untitled:Untitled-1', undefined],
    ['cams-flow://a/-/1/x.flow.json', undefined],
    ['git:/work/x.flow.json', undefined],
  ])('of %s is %s', (uri, expected) => {
    expect(mockUri(Uri.parse(uri))?.toString()).toBe(expected);
  });

  it('is read from disk, and again when it changes there', async () => {
    files.disk.set(path, rule('one'));
    const mocks = openMocks(flow, state());
    const changed = vi.fn();
    mocks.onDidChange(changed);
    expect(mocks.answerTo(request)).toBeUndefined();
    await settled();
    expect(mocks.answerTo(request)).toEqual({ answer: 'one' });
    expect(changed).toHaveBeenCalledTimes(1);
    files.touch(path, rule('two'));
    await settled();
    expect(mocks.answerTo(request)).toEqual({ answer: 'two' });
    files.touch(path, undefined);
    await settled();
    expect(mocks.answerTo(request)).toBeUndefined();
    expect(mocks.problems).toEqual([]);
  });

  it('counts as an editor has it, saved or not; half typed, as it was', async () => {
    files.disk.set(path, rule('disk'));
    const mocks = openMocks(flow, state());
    const document = files.openEditor(path);
    files.type(document, rule('typed'));
    await settled();
    expect(mocks.answerTo(request)).toEqual({ answer: 'typed' });
    files.type(document, '{ "answers": [');
    expect(mocks.answerTo(request)).toEqual({ answer: 'typed' });
    expect(mocks.problems.map(english)).toEqual(['It is not valid JSON: look at line 1.']);
    files.close(document);
    await settled();
    expect(mocks.answerTo(request)).toEqual({ answer: 'disk' });
    expect(mocks.problems).toEqual([]);
  });

  it('is made with the first answer that is kept', async () => {
    const mocks = openMocks(flow, state());
    await settled();
    await mocks.keepAnswer(request, { answer: { screen: 'B' } });
    await settled();
    expect(JSON.parse(files.disk.get(path)!)).toEqual({
      answers: [{ when: { action: 'data_exchange', screen: 'ASK' }, answer: { screen: 'B' } }],
    });
    expect(mocks.answerTo(request)).toEqual({ answer: { screen: 'B' } });
  });

  it('keeps comments, and is saved where nobody was at it', async () => {
    files.disk.set(path, rule('one'));
    const mocks = openMocks(flow, state());
    await Promise.all([
      mocks.keepPreset({ screen: 'A', name: 'x', data: { k: 1 } }),
      mocks.keepPreset({ screen: 'A', name: 'y', data: { k: 2 } }),
    ]);
    await settled();
    expect(files.disk.get(path)).toContain('// mine');
    expect(mocks.presets.map(({ name }) => name)).toEqual(['x', 'y']);
    await mocks.removePreset('A', 'x');
    expect(mocks.presets.map(({ name }) => name)).toEqual(['y']);
  });

  it('is not saved for somebody who is at it', async () => {
    files.disk.set(path, rule('disk'));
    const mocks = openMocks(flow, state());
    const document = files.openEditor(path);
    files.type(document, rule('typed'));
    await mocks.keepPreset({ screen: 'A', name: 'x', data: {} });
    expect(document.getText()).toContain('"typed"');
    expect(document.getText()).toContain('"x"');
    expect(files.disk.get(path)).toBe(rule('disk'));
  });

  it.each([
    ['{ "answers": [', 'It is not valid JSON: look at line 1.'],
    ['{ "presets": [] }', 'Line 1: an object in braces is expected here.'],
  ])('is left alone where it cannot be understood: %s', async (text, reason) => {
    files.disk.set(path, text);
    const mocks = openMocks(flow, state());
    await expect(mocks.keepPreset({ screen: 'A', name: 'x', data: {} })).rejects.toThrow(reason);
    expect(files.disk.get(path)).toBe(text);
  });

  it('is left alone where it cannot be read', async () => {
    files.disk.set(path, rule('one'));
    files.broken = FileSystemError.NoPermissions(path);
    const mocks = openMocks(flow, state());
    await settled();
    expect(mocks.problems.map(english)).toEqual(['It cannot be read.']);
    await expect(mocks.keepPreset({ screen: 'A', name: 'x', data: {} })).rejects.toThrow();
    expect(files.disk.get(path)).toBe(rule('one'));
  });

  it('is shown; made where there is none', async () => {
    const mocks = openMocks(flow, state());
    await mocks.open();
    expect(JSON.parse(files.disk.get(path)!)).toEqual({ presets: {}, answers: [] });
    expect(files.shown?.uri.path).toBe(path);
  });

  it('is no longer listened to when the preview is closed', async () => {
    files.disk.set(path, rule('one'));
    const mocks = openMocks(flow, state());
    const changed = vi.fn();
    mocks.onDidChange(changed);
    mocks.dispose();
    await settled();
    files.touch(path, rule('two'));
    await settled();
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('answers of a flow that is no file', () => {
  const untitled = Uri.parse('untitled:Untitled-1');

  it('are kept with the workspace, and every preview sees them', async () => {
    const memento = state();
    const [one, other] = [openMocks(untitled, memento), openMocks(untitled, memento)];
    await one.keepAnswer(request, { answer: 1 });
    expect(other.answerTo(request)).toEqual({ answer: 1 });
    expect(openMocks(Uri.parse('untitled:Untitled-2'), memento).answerTo(request)).toBeUndefined();
    expect(files.disk.size).toBe(0);
  });

  it('open as a text whose every change counts and is kept', async () => {
    const memento = state();
    const mocks = openMocks(untitled, memento);
    await mocks.open();
    const document = files.shown as TextDocument;
    files.type(document, rule('typed'));
    expect(mocks.answerTo(request)).toEqual({ answer: 'typed' });
    mocks.dispose();
    files.type(document, rule('later'));
    const again = openMocks(untitled, memento);
    expect(again.answerTo(request)).toEqual({ answer: 'later' });
    await again.keepPreset({ screen: 'A', name: 'x', data: {} });
    expect(document.getText()).toContain('"x"');
    files.close(document);
    await again.keepPreset({ screen: 'A', name: 'y', data: {} });
    expect(again.presets.map(({ name }) => name)).toEqual(['x', 'y']);
  });
});
