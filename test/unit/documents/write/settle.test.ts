import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { NetworkError } from '../../../../src/cams/errors';
import { meaningOf } from '../../../../src/documents/meaning';
import { Journal } from '../../../../src/documents/write/journal';
import { settle } from '../../../../src/documents/write/settle';
import { silentLog } from '../../../../src/platform/log';
import { bytesOf } from '../bytes';
import { house, ref } from './house';

const before = '{"n":1}';
const after = '{"n":2}';
const meaning = (text: string) => meaningOf(bytesOf(text));
const entry = { ref, name: 'Sign up', before: meaning(before), after: meaning(after) };

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

/** An earlier run has left an entry; this one starts after a while. */
async function restarted(pause = 10 * 60_000) {
  const given = house();
  const { disk, accounts, journal: earlier } = given;
  const told: string[] = [];
  const press = { button: undefined as string | undefined };
  Object.assign(vscode.window, {
    showInformationMessage: async (text: string) => (told.push(text), press.button),
  });
  const id = await earlier.begin(entry);
  vi.advanceTimersByTime(pause);
  const journal = new Journal(disk.folder, silentLog);
  const start = () => settle({ accounts, journal, log: silentLog });
  return { ...given, journal, earlier, id, told, press, start };
}

describe('a change that an earlier run did not see the end of', () => {
  it.each([
    [after, 'CAMS has the text that you saved.'],
    [before, 'CAMS still has the text from before. The text that you saved is in the history.'],
    ['{"n":3}', 'CAMS has another text now. The text that you saved is in the history.'],
    [undefined, 'CAMS has another text now. The text that you saved is in the history.'],
  ])('is looked at, told and forgotten: %s', async (text, sentence) => {
    const { start, told, remote, disk } = await restarted();
    remote.text = text;
    await start();
    expect(told).toEqual([`The last save of Flow "Sign up" (42) was interrupted. ${sentence}`]);
    expect(disk.names()).toEqual([]);
    await start();
    expect(told).toHaveLength(1);
    expect(remote.steps).toEqual(['look']);
  });

  it('can be opened, and its history shown', async () => {
    const { start, press } = await restarted();
    const execute = vi.spyOn(vscode.commands, 'executeCommand');
    press.button = 'Show History';
    await start();
    await vi.advanceTimersByTimeAsync(0);
    expect(execute).toHaveBeenCalledWith('camsFlows.flow.history', ref);
  });

  it('stays when it cannot be looked at', async () => {
    const { start, told, remote, disk } = await restarted();
    remote.meanwhile = () => {
      throw new NetworkError({ operation: 'GetFlowJSONAssest', reason: 'unreachable' });
    };
    await start();
    expect(told).toEqual([]);
    expect(disk.names()).toHaveLength(1);
  });

  it('goes after 30 days', async () => {
    const { start, told, disk, remote } = await restarted(31 * 24 * 3_600_000);
    await start();
    expect([told, disk.names(), remote.steps]).toEqual([[], [], []]);
  });

  it('is left alone while it may be under way in another window, and looked at later', async () => {
    const { start, told, remote } = await restarted(1_000);
    await start();
    expect(remote.steps).toEqual([]);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(told).toHaveLength(1);
  });

  it('is nothing when the other window has ended it meanwhile', async () => {
    const { start, told, earlier, id } = await restarted(1_000);
    await start();
    await earlier.end(id);
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(told).toEqual([]);
  });

  it('is told by one of two windows that start at the same time', async () => {
    const { start, told, disk, accounts } = await restarted();
    const other = new Journal(disk.folder, silentLog);
    await Promise.all([start(), settle({ accounts, journal: other, log: silentLog })]);
    expect(told).toHaveLength(1);
  });

  it('that is half written is dropped', async () => {
    const { start, told, disk, remote } = await restarted();
    await disk.put(disk.names()[0]!, '{"ref":');
    await start();
    expect([told, disk.names(), remote.steps]).toEqual([[], [], []]);
  });
});

it('asks CAMS nothing when nothing was left', async () => {
  const { accounts, journal, remote } = house();
  await settle({ accounts, journal, log: silentLog });
  expect(remote.steps).toEqual([]);
});

it('holds nothing but which flow, its name and two meanings', async () => {
  const { journal, disk } = house();
  await journal.begin({ ...entry, filePath: 'https://files.example/x?Signature=secret' } as never);
  expect(Object.keys(JSON.parse(disk.text(disk.names()[0]!)!)).sort()).toEqual([
    'after',
    'before',
    'name',
    'ref',
  ]);
});
