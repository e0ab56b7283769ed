import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { meaningOf } from '../../../../src/documents/meaning';
import { parseFileName } from '../../../../src/documents/history/versionName';
import { Disk } from '../../house/disk';
import { bytesOf, flow, folder, house, textOf, turns } from './house';

const MINUTE = 60_000;
const DAY = 86_400_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 21, 17, 40, 25, 123) });
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds);
const names = (disk: Disk) => [...disk.files.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1));

describe('a version', () => {
  it('is what was kept: when, why, how large, with which meaning, byte for byte', async () => {
    const { history, changed } = house();
    const bytes = bytesOf('\ufeff{ "version": "7.2" }\r\n');
    const version = await history.keep(flow('42'), bytes, 'overwritten');
    expect(version).toEqual({
      ref: flow('42'),
      id: expect.stringMatching(/^[0-9a-f]{16}$/),
      origin: 'overwritten',
      at: Date.now(),
      size: bytes.byteLength,
      meaning: meaningOf(bytes),
    });
    expect(await history.list(flow('42'))).toEqual([version]);
    expect(await history.read(version)).toEqual(bytes);
    expect(changed).toEqual([flow('42')]);
  });

  it('is there after a restart, and in other windows', async () => {
    const disk = new Disk();
    const version = await house({ disk }).history.keep(flow('42'), bytesOf('{}'), 'sent');
    expect(await house({ disk }).history.list(flow('42'))).toEqual([version]);
  });

  it('is of its flow only, whatever the ids are', async () => {
    const { history, disk } = house();
    const long = '很长'.repeat(500);
    const refs = ['1', 'a/b', 'a', '..', '../1', 'CON', 'con', 'nul.', ' ', '', long, `${long}.`].map((id) =>
      flow(id),
    );
    const others = [flow('1', 'a2'), { ...flow('1'), spaceId: '' }, { ...flow('1'), spaceId: '../..' }];
    for (const ref of [...refs, ...others]) await history.keep(ref, bytesOf(JSON.stringify(ref)), 'base');
    for (const ref of [...refs, ...others]) {
      const versions = await history.list(ref);
      expect(versions).toHaveLength(1);
      expect(textOf(await history.read(versions[0]!))).toBe(JSON.stringify(ref));
    }
    for (const path of disk.files.keys()) {
      expect(path).toMatch(
        /^\/storage\/history\/[0-9a-f]{16}-[a-z0-9-]*\/[0-9a-f]{16}-[a-z0-9-]*\/[^/]{1,143}$/,
      );
    }
  });

  it('can be found by its meaning, in whatever spelling it was kept', async () => {
    const { history } = house();
    await history.keep(flow('42'), bytesOf('{"a":1,"b":2}'), 'base');
    await history.keep(flow('42'), bytesOf('{}'), 'sent');
    const meaning = meaningOf(bytesOf('{ "b": 2, "a": 1 }'));
    expect(textOf(await history.find(flow('42'), meaning))).toBe('{"a":1,"b":2}');
    expect(await history.find(flow('42'), meaningOf(bytesOf('[]')))).toBeUndefined();
    expect(await history.find(flow('43'), meaning)).toBeUndefined();
  });

  it('is listed without being read', async () => {
    const { history, fs } = house();
    await history.keep(flow('42'), new Uint8Array(10_000_000), 'overwritten');
    await turns();
    fs.readFile = () => Promise.reject(new Error('read'));
    expect(await history.list(flow('42'))).toMatchObject([{ size: 10_000_000 }]);
  });

  it('can be found in its folder by a person who reads the names', async () => {
    const { history, disk } = house();
    await history.keep(flow('42'), bytesOf('{}'), 'overwritten');
    expect(names(disk)[0]).toMatch(
      /^2026-11-21T17-40-25-123Z\.overwritten\.2\.[0-9a-f]{16}\.[0-9a-f]{64}\.json$/,
    );
  });

  it('says so when it is not there any more, or when its file was changed', async () => {
    const { history, disk } = house();
    const ref = flow('42');
    const version = await history.keep(ref, bytesOf('{}'), 'sent');
    const [path] = disk.files.keys();
    disk.files.set(path!, bytesOf('{"x":1}'));
    await expect(history.read(version)).rejects.toThrow('damaged');
    expect(await history.find(ref, version.meaning)).toBeUndefined();
    disk.files.clear();
    await expect(history.read(version)).rejects.toThrow('not on this computer any more');
  });
});

describe('keeping', () => {
  it('fails when the disk takes no file, and leaves nothing behind', async () => {
    const { history, disk, fs, changed } = house();
    const { rename } = fs;
    fs.rename = () => Promise.reject(new Error('disk full'));
    await expect(history.keep(flow('42'), bytesOf('{}'), 'overwritten')).rejects.toThrow('disk full');
    expect([...disk.files.keys()]).toEqual([]);
    expect(changed).toEqual([]);
    fs.rename = rename;
    await history.keep(flow('42'), bytesOf('{}'), 'overwritten');
    expect(await history.list(flow('42'))).toHaveLength(1);
  });

  it('never has half a file among the versions', async () => {
    const { history, disk, fs } = house();
    const { writeFile } = fs;
    fs.writeFile = async (uri, bytes) => {
      await writeFile(uri, bytes.slice(0, 3));
      return new Promise(() => undefined);
    };
    void history.keep(flow('42'), bytesOf('{"version":"7.2"}'), 'overwritten');
    await turns();
    expect(disk.files.size).toBe(1);
    expect(await history.list(flow('42'))).toEqual([]);
  });

  it('keeps the same bytes once, as the newest, with the later reason', async () => {
    const { history, disk, textsOf } = house();
    for (const [text, origin] of [
      ['A', 'sent'],
      ['B', 'sent'],
      ['A', 'overwritten'],
    ] as const) {
      await history.keep(flow('42'), bytesOf(text), origin);
      pass(1_000);
    }
    await turns();
    expect(await textsOf(flow('42'))).toEqual(['overwritten A', 'sent B']);
    expect(disk.files.size).toBe(2);
  });

  it('does not call a text opened that was saved from here and is opened again', async () => {
    const { history, textsOf } = house();
    const sent = await history.keep(flow('42'), bytesOf('A'), 'sent');
    pass(5 * DAY);
    expect(await history.keep(flow('42'), bytesOf('A'), 'base')).toEqual(sent);
    expect(await textsOf(flow('42'))).toEqual(['sent A']);
  });

  it('writes a text again whose file was changed meanwhile', async () => {
    const { history, disk } = house();
    await history.keep(flow('42'), bytesOf('A'), 'sent');
    const [path] = disk.files.keys();
    disk.files.set(path!, bytesOf('B'));
    const version = await history.keep(flow('42'), bytesOf('A'), 'base');
    await turns();
    expect(textOf(await history.read(version))).toBe('A');
  });

  it('has an order also for two versions at once', async () => {
    const { history, textsOf } = house();
    await Promise.all(['A', 'B', 'C'].map((text) => history.keep(flow('42'), bytesOf(text), 'sent')));
    expect(await textsOf(flow('42'))).toEqual(['sent C', 'sent B', 'sent A']);
  });

  it('can be read while another window keeps the same bytes again', async () => {
    const disk = new Disk();
    const first = house({ disk });
    const version = await first.history.keep(flow('42'), bytesOf('A'), 'base');
    await turns();
    const { readFile } = first.fs;
    first.fs.readFile = async (uri) => {
      first.fs.readFile = readFile;
      pass(1);
      await house({ disk }).history.keep(flow('42'), bytesOf('A'), 'overwritten');
      await turns();
      return readFile(uri);
    };
    expect(textOf(await first.history.read(version))).toBe('A');
  });
});

describe('the limits', () => {
  it('leave the last 20 versions of each flow', async () => {
    const { history, disk, textsOf } = house();
    for (let n = 1; n <= 25; n++) await history.keep(flow('42'), bytesOf(String(n)), 'sent');
    await history.keep(flow('43'), bytesOf('other'), 'sent');
    await turns();
    const texts = await textsOf(flow('42'));
    expect(texts).toHaveLength(20);
    expect([texts[0], texts[19]]).toEqual(['sent 25', 'sent 6']);
    expect(disk.files.size).toBe(21);
  });

  it('leave 200 MB in all: the oldest go, of whatever flow, and whoever shows them is told', async () => {
    const { history, changed } = house();
    const megabytes = (count: number, fill: number) => new Uint8Array(count * 1_000_000).fill(fill);
    for (let n = 0; n < 19; n++) {
      await history.keep(flow(String(n)), megabytes(10, n), 'sent');
      pass(1_000);
    }
    await history.keep(flow('0'), megabytes(10, 99), 'sent');
    await turns();
    expect(await history.list(flow('0'))).toHaveLength(2);
    changed.length = 0;
    await history.keep(flow('last'), megabytes(1, 0), 'sent');
    await turns();
    expect(changed).toEqual([flow('last'), flow('0')]);
    expect(await history.list(flow('0'))).toHaveLength(1);
    expect(await history.list(flow('1'))).toHaveLength(1);
  });

  it('hold for what several windows keep together', async () => {
    const disk = new Disk();
    const limits = { versions: 20, bytes: 100 };
    const [one, two] = [house({ disk, limits }), house({ disk, limits })];
    for (let n = 0; n < 7; n++) {
      await (n % 2 ? one : two).history.keep(flow(String(n)), bytesOf(`${n}`.repeat(20)), 'sent');
      pass(1);
    }
    pass(MINUTE);
    await one.history.keep(flow('last'), bytesOf('x'.repeat(20)), 'sent');
    await turns();
    expect(disk.files.size).toBe(5);
    expect(await one.history.list(flow('last'))).toHaveLength(1);
  });

  it('do not let a version outlive all others that a wrong clock has dated ahead', async () => {
    const { history, textsOf } = house({ limits: { versions: 2, bytes: 1_000 } });
    pass(400 * DAY);
    for (const text of ['A', 'B']) await history.keep(flow('42'), bytesOf(text), 'sent');
    pass(-400 * DAY);
    for (const text of ['C', 'D', 'E']) await history.keep(flow('42'), bytesOf(text), 'sent');
    await turns();
    expect(await textsOf(flow('42'))).toEqual(['sent E', 'sent D']);
  });

  it('take away what a crash has left half written, once nobody can be writing it', async () => {
    const { history, disk } = house();
    const version = await history.keep(flow('42'), bytesOf('A'), 'sent');
    const [path] = disk.files.keys();
    const part = `${path!.slice(0, path!.lastIndexOf('/'))}/${Date.now()}.x.part`;
    disk.files.set(part, bytesOf('half'));
    pass(MINUTE);
    await history.keep(flow('42'), bytesOf('B'), 'sent');
    await turns();
    expect(disk.files.has(part)).toBe(true);
    pass(60 * MINUTE);
    await history.keep(flow('42'), bytesOf('C'), 'sent');
    await turns();
    expect(disk.files.has(part)).toBe(false);
    expect(await history.list(version.ref)).toHaveLength(3);
  });

  it('leave the versions of an account, however old, until it has been signed out for 30 days', async () => {
    const { history, accounts } = house();
    const all = accounts.all;
    /** What upkeep does, whenever something is kept. */
    const countAfter = async (days: number) => {
      pass(days * DAY);
      await history.keep(flow('2', 'a1'), bytesOf(String(Date.now())), 'sent');
      await turns();
      return (await history.list(flow('1', 'a2'))).length;
    };
    await history.keep(flow('1', 'a1'), bytesOf('A'), 'sent');
    await history.keep(flow('1', 'a2'), bytesOf('B'), 'sent');
    expect(await countAfter(90)).toBe(1);
    accounts.all = all.slice(0, 1);
    expect(await countAfter(1)).toBe(1);
    expect(await countAfter(29)).toBe(1);
    accounts.all = all;
    expect(await countAfter(10)).toBe(1);
    accounts.all = all.slice(0, 1);
    expect(await countAfter(1)).toBe(1);
    expect(await countAfter(29)).toBe(1);
    expect(await countAfter(2)).toBe(0);
    expect(await history.list(flow('1', 'a1'))).toHaveLength(1);
  });

  it('are no reason for a failure: what cannot be removed stays', async () => {
    const { history, fs, textsOf } = house({ limits: { versions: 1, bytes: 1_000 } });
    fs.delete = () => Promise.reject(vscode.FileSystemError.NoPermissions());
    await history.keep(flow('42'), bytesOf('A'), 'sent');
    await history.keep(flow('42'), bytesOf('B'), 'sent');
    await turns();
    expect(await textsOf(flow('42'))).toEqual(['sent B']);
  });

  it('leave alone what is not ours', async () => {
    const { history, disk } = house({ limits: { versions: 1, bytes: 10 } });
    const foreign = [
      vscode.Uri.joinPath(folder, 'README'),
      vscode.Uri.joinPath(folder, 'x', 'y', 'notes.json'),
    ];
    for (const { path } of foreign) disk.files.set(path, bytesOf('x'.repeat(50)));
    for (const text of ['A', 'B']) await history.keep(flow('42'), bytesOf(text), 'sent');
    await turns();
    for (const { path } of foreign) expect(disk.files.has(path)).toBe(true);
    expect(names(disk).filter((name) => parseFileName(name) !== undefined)).toHaveLength(1);
  });
});
