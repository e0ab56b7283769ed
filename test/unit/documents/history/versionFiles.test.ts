import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { VersionFiles } from '../../../../src/documents/history/versionFiles';
import { REMOTE, versionUri } from '../../../../src/documents/history/versionUri';
import { bytesOf, flow, house, textOf } from './house';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const ref = flow('42');

function setUp() {
  const it = house();
  const remote = { text: '{"remote":1}', error: undefined as Error | undefined, downloads: 0 };
  const documents = {
    download: async () => {
      remote.downloads++;
      await Promise.resolve();
      if (remote.error !== undefined) throw remote.error;
      return bytesOf(remote.text);
    },
    explain: (_ref: object, name: string, error: unknown) => [`${name} cannot be read.`, String(error)],
  };
  const files = new VersionFiles(it.history, documents);
  /** As VS Code opens a file. */
  const open = async (uri: vscode.Uri) => {
    const stat = await files.stat(uri);
    const text = textOf(await files.readFile(uri));
    return { ...stat, text };
  };
  return { ...it, remote, files, open, remoteUri: versionUri({ ref, id: REMOTE }, 'Sign up') };
}

describe('a kept version as a file', () => {
  it('is a file that can only be read, of the time when it was kept', async () => {
    const it = setUp();
    const version = await it.history.keep(ref, bytesOf('{"a":1}'), 'sent');
    expect(await it.open(versionUri(version, 'Sign up'))).toEqual({
      type: vscode.FileType.File,
      permissions: vscode.FilePermission.Readonly,
      ctime: 1_000_000,
      mtime: 1_000_000,
      size: 7,
      text: '{"a":1}',
    });
    expect(it.remote.downloads).toBe(0);
  });

  it('opens again after a restart, also when it was kept again meanwhile', async () => {
    const it = setUp();
    const uri = versionUri(await it.history.keep(ref, bytesOf('A'), 'base'), 'Sign up');
    vi.setSystemTime(2_000_000);
    await it.history.keep(ref, bytesOf('A'), 'overwritten');
    const restarted = new VersionFiles(house({ disk: it.disk }).history, {} as never);
    expect(textOf(await restarted.readFile(vscode.Uri.parse(uri.toString())))).toBe('A');
  });

  it('says in a sentence that it is gone or damaged', async () => {
    const it = setUp();
    const uri = versionUri(await it.history.keep(ref, bytesOf('A'), 'base'));
    const [path] = it.disk.files.keys();
    it.disk.files.set(path!, bytesOf('B'));
    const code = 'Unavailable';
    await expect(it.files.readFile(uri)).rejects.toMatchObject({
      code,
      message: expect.stringContaining('damaged'),
    });
    it.disk.files.clear();
    const message = expect.stringContaining('not on this computer any more');
    await expect(it.files.stat(uri)).rejects.toMatchObject({ code, message });
    await expect(it.files.readFile(uri)).rejects.toMatchObject({ code, message });
  });

  it('is not changed by anybody, and is in no folder', async () => {
    const { files, remoteUri } = setUp();
    for (const change of ['createDirectory', 'writeFile', 'delete', 'rename'] as const) {
      expect(() => files[change]()).toThrow('It can be restored, but not changed.');
    }
    expect(() => files.readDirectory(remoteUri)).toThrow();
    const neighbour = remoteUri.with({ path: remoteUri.path.replace(/[^/]*$/, 'package.json') });
    await expect(files.stat(neighbour)).rejects.toMatchObject({ code: 'FileNotFound' });
  });
});

describe('what lies on CAMS now as a file', () => {
  it('is downloaded once for one opening, and anew for the next', async () => {
    const it = setUp();
    expect(await it.open(it.remoteUri)).toMatchObject({ size: 12, mtime: 1_000_000, text: '{"remote":1}' });
    await Promise.all([it.files.stat(it.remoteUri), it.files.readFile(it.remoteUri)]);
    expect(it.remote.downloads).toBe(1);
    vi.setSystemTime(1_010_000);
    it.remote.text = '{"remote":2}';
    expect(await it.open(it.remoteUri)).toMatchObject({ mtime: 1_010_000, text: '{"remote":2}' });
    expect(it.remote.downloads).toBe(2);
  });

  it('has the same time as long as it is the same', async () => {
    const it = setUp();
    await it.open(it.remoteUri);
    vi.setSystemTime(1_010_000);
    expect((await it.files.stat(it.remoteUri)).mtime).toBe(1_000_000);
  });

  it('is not held for ever', async () => {
    const it = setUp();
    await it.open(it.remoteUri);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.setSystemTime(1_000_001);
    await it.open(it.remoteUri);
    expect(it.remote.downloads).toBe(2);
  });

  it('says in a sentence why it cannot be read, and is asked for again', async () => {
    const it = setUp();
    it.remote.error = new Error('No network.');
    const message = 'Sign up cannot be read. Error: No network.';
    await expect(it.files.stat(it.remoteUri)).rejects.toMatchObject({ code: 'Unavailable', message });
    it.remote.error = undefined;
    expect(await it.open(it.remoteUri)).toMatchObject({ text: '{"remote":1}' });
  });
});
