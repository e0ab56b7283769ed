import * as vscode from 'vscode';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onFirstFlowJson } from '../../../src/language/wake';
import { FakeEditor } from './editor';
import { good, packageJson } from './flows';

let editor: FakeEditor;
let woken: number;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  editor = new FakeEditor();
  woken = 0;
});
afterEach(() => vi.useRealTimers());

const listen = () => onFirstFlowJson(() => void (woken += 1));
const wait = () => vi.runAllTimers();

it.each([
  ['other JSON', '/work/package.json', packageJson, 'json'],
  ['a flow that is shown as plain text', '/work/a.txt', good, 'plaintext'],
  ['JSON that is empty', '/work/empty.json', '', 'json'],
])('sleeps on while %s is open', (_, path, text, language) => {
  listen();
  editor.open(path, text, language);
  wait();
  expect(woken).toBe(0);
});

it.each([
  ['a flow under any name', '/work/any.json', good, 'json', 'file'],
  ['a flow that is open as JSON with comments', '/work/any.json', good, 'jsonc', 'file'],
  ['a file with the name of a flow, whatever it says', '/work/A.FLOW.JSON', '', 'json', 'file'],
  ['a flow of CAMS, whatever it says', '/-/1/x.flow.json', '[]', 'json', 'cams-flow'],
])('wakes up for %s', (_, path, text, language, scheme) => {
  listen();
  editor.open(path, text, language, scheme);
  wait();
  expect(woken).toBe(1);
});

it('wakes up for what is open already, but not before activation is over', () => {
  editor.open('/work/any.json', good);
  listen();
  expect(woken).toBe(0);
  wait();
  expect(woken).toBe(1);
});

it('has the menus of a flow in front shown before the language is there', () => {
  const executeCommand = vi.spyOn(vscode.commands, 'executeCommand').mockResolvedValue(undefined);
  listen();
  editor.front = editor.open('/work/any.json', good);
  wait();
  expect(executeCommand).toHaveBeenCalledWith('setContext', 'camsFlows.flowJson', true);
});

it('wakes up when a flow is pasted or typed', () => {
  listen();
  const document = editor.open('/work/any.json', '');
  wait();
  editor.type(document, good);
  wait();
  expect(woken).toBe(1);
});

it('looks once after many keys', () => {
  listen();
  const document = editor.open('/work/any.json', '');
  wait();
  const look = vi.spyOn(document, 'getText');
  for (let key = 0; key < 20; key += 1) editor.type(document, packageJson.slice(0, key));
  wait();
  expect(look).toHaveBeenCalledTimes(1);
});

it('wakes up for files that the setting names, also when it is set later', () => {
  listen();
  editor.open('/work/forms/a.json', '{}');
  wait();
  expect(woken).toBe(0);
  editor.configure('camsFlows.flowJson.files', ['forms/*.json']);
  wait();
  expect(woken).toBe(1);
});

it('is not disturbed by a setting that is nonsense', () => {
  editor.settings.set('camsFlows.flowJson.files', [7, null, '']);
  listen();
  editor.open('/work/forms/a.json', '{}');
  editor.configure('camsFlows.flowJson.files', 'forms');
  wait();
  expect(woken).toBe(0);
});

it('does not look at a document that is closed again, nor at anything when it is disposed', () => {
  const listening = listen();
  editor.close(editor.open('/work/a.json', good));
  wait();
  editor.open('/work/b.json', good);
  listening.dispose();
  wait();
  expect(woken).toBe(0);
});

it('wakes up once', () => {
  listen();
  editor.open('/work/a.flow.json', good);
  editor.open('/work/b.flow.json', good);
  wait();
  editor.open('/work/c.flow.json', good);
  wait();
  expect(woken).toBe(1);
});
