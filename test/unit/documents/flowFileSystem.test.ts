import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import {
  ClockError,
  CredentialsError,
  ExpiredTokenError,
  MalformedAnswerError,
  NetworkError,
  NotFoundError,
  NotSubscribedError,
  PermissionError,
  ServiceError,
  ThrottledError,
  WrongSpaceError,
} from '../../../src/cams/errors';
import { flowUri } from '../../../src/documents/flowUri';
import { bytesOf, house, ref } from './house';

const uri = flowUri(ref, 'Sign up');

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

describe('requests', () => {
  it('are one for the stat and the read of an opening, in whatever order they come', async () => {
    const { files, requests } = house();
    await Promise.all([files.stat(uri), files.readFile(uri)]);
    expect(requests).toHaveLength(1);
    await files.stat(uri);
    await files.readFile(uri);
    expect(requests).toHaveLength(1);
  });

  it('are made anew a moment later, so that Revert File and another visit show what is there now', async () => {
    const answers = ['{"a":1}', '{"a":22}'];
    const { files, openTab } = house(async () => answers.shift()!);
    await openTab(uri);
    vi.advanceTimersByTime(5_000);
    expect((await files.stat(uri)).size).toBe(8);
    expect(await files.readFile(uri)).toEqual(bytesOf('{"a":22}'));
  });

  it('are made anew after closing and opening, however soon', async () => {
    const answers = ['{"a":1}', '{"a":22}'];
    const { openTab, close } = house(async () => answers.shift()!);
    await openTab(uri);
    close(ref);
    expect((await openTab(uri)).bytes).toEqual(bytesOf('{"a":22}'));
  });

  it('stay away when another name of the same flow is still open', async () => {
    const { files, openTab, requests } = house();
    const { stat } = await openTab(uri);
    expect(await files.stat(flowUri(ref, 'Old name'))).toEqual(stat);
    expect(requests).toHaveLength(1);
  });

  it('are none for the files that tools look for beside a document', async () => {
    const { files, requests } = house();
    await expect(files.stat(vscode.Uri.joinPath(uri, '../.editorconfig'))).rejects.toMatchObject({
      code: 'FileNotFound',
    });
    expect(requests).toEqual([]);
  });
});

describe('stat', () => {
  it('finds the folder of a flow, so that VS Code goes on to the writing, which says why it fails', async () => {
    const { files, requests } = house();
    expect(await files.stat(vscode.Uri.joinPath(uri, '..'))).toMatchObject({
      type: vscode.FileType.Directory,
    });
    expect(requests).toEqual([]);
    await expect(files.stat(vscode.Uri.joinPath(uri, '../..'))).rejects.toMatchObject({
      code: 'FileNotFound',
    });
  });

  it('is a file with its exact size', async () => {
    const { files } = house(async () => '\ufeff{"title":"预约"}');
    expect(await files.stat(uri)).toEqual({
      type: vscode.FileType.File,
      ctime: 1_000_000,
      mtime: 1_000_000,
      size: Buffer.byteLength('\ufeff{"title":"预约"}'),
      permissions: undefined,
    });
  });

  it('keeps the time while the content is the same, also when it was closed meanwhile', async () => {
    const { files, openTab, close, requests } = house();
    const { stat } = await openTab(uri);
    vi.advanceTimersByTime(60_000);
    expect(await files.stat(uri)).toEqual(stat);
    close(ref);
    expect((await openTab(uri)).stat).toEqual(stat);
    expect(requests).toHaveLength(3);
  });

  it('advances the time when the content is another one of the same size, and keeps the time of creation', async () => {
    const answers = ['{"a":1}', '{"a":2}'];
    const { files, openTab } = house(async () => answers.shift()!);
    await openTab(uri);
    vi.advanceTimersByTime(60_000);
    expect(await files.stat(uri)).toMatchObject({ ctime: 1_000_000, mtime: 1_060_000, size: 7 });
  });

  it('advances the time also when the clock was set back', async () => {
    const answers = ['{"a":1}', '{"a":2}'];
    const { files, openTab } = house(async () => answers.shift()!);
    await openTab(uri);
    vi.setSystemTime(500_000);
    expect(await files.stat(uri)).toMatchObject({ mtime: 1_000_001 });
  });
});

describe('changes', () => {
  it('are told of for every open name of a flow that CAMS has another text of, once', async () => {
    const answers = ['{"a":1}', '{"a":2}'];
    const { files, openTab, filesChanged } = house(async () => answers.shift() ?? '{"a":2}');
    const other = flowUri(ref, 'Old name');
    const changes: string[] = [];
    filesChanged.event((events) => changes.push(...events.map((event) => event.uri.toString())));
    await openTab(uri);
    await openTab(other);
    vi.advanceTimersByTime(5_000);
    await Promise.all([files.stat(uri), files.readFile(uri)]);
    expect(changes.sort()).toEqual([other.toString(), uri.toString()].sort());
    await vi.advanceTimersByTimeAsync(5_000);
    await files.stat(uri);
    expect(changes).toHaveLength(2);
  });

  it('are not told of when the content is the same', async () => {
    const { files, openTab, filesChanged } = house();
    const listener = vi.fn();
    filesChanged.event(listener);
    await openTab(uri);
    vi.advanceTimersByTime(5_000);
    await files.stat(uri);
    expect(listener).not.toHaveBeenCalled();
  });
});

describe('refreshing', () => {
  it('makes VS Code look anew at an open flow, at once', async () => {
    const answers = ['{"a":1}', '{"a":2}'];
    const { documents, files, openTab, filesChanged } = house(async () => answers.shift()!);
    const listener = vi.fn();
    filesChanged.event(listener);
    await openTab(uri);
    documents.refresh(ref);
    expect(listener).toHaveBeenCalledExactlyOnceWith([{ type: vscode.FileChangeType.Changed, uri }]);
    expect(await files.readFile(uri)).toEqual(bytesOf('{"a":2}'));
  });

  it('does nothing for a flow that is not open', () => {
    const { documents, filesChanged, requests } = house();
    const listener = vi.fn();
    filesChanged.event(listener);
    documents.refresh(ref);
    expect(listener).not.toHaveBeenCalled();
    expect(requests).toEqual([]);
  });
});

describe('memory', () => {
  it('lets go of what no editor has taken for a minute', async () => {
    const { files, documents, requests } = house();
    await files.readFile(uri);
    await vi.advanceTimersByTimeAsync(60_000);
    await documents.text(ref);
    expect(requests).toHaveLength(2);
  });

  it('does not let go of what an editor shows', async () => {
    const { files, openTab, documents, requests } = house();
    await files.readFile(uri);
    await openTab(uri);
    await vi.advanceTimersByTimeAsync(60_000);
    await documents.text(ref);
    expect(requests).toHaveLength(1);
  });
});

describe('a flow that cannot be read', () => {
  const facts = { operation: 'GetFlowJSONAssest', requestId: 'R-1' };
  it.each([
    ['credentials', new CredentialsError(facts)],
    ['expiredToken', new ExpiredTokenError(facts)],
    ['clock', new ClockError(facts)],
    ['permission', new PermissionError({ ...facts, action: 'cams:GetFlowJSONAssest' })],
    ['notSubscribed', new NotSubscribedError(facts)],
    ['wrongSpace', new WrongSpaceError(facts)],
    ['throttled', new ThrottledError(facts)],
    ['notFound', new NotFoundError(facts)],
    ['service', new ServiceError({ ...facts, code: 'X.Y' })],
    ['network', new NetworkError({ ...facts, reason: 'timeout' })],
    ['malformed', new MalformedAnswerError({ ...facts, reason: 'notJson' })],
  ])('says which, why and what to do: %s', async (_situation, error) => {
    const { files } = house(() => Promise.reject(error));
    for (const read of [files.stat(uri), files.readFile(uri)]) {
      const failure = await read.catch((error: unknown) => error as vscode.FileSystemError);
      // Any other code hides our sentence behind VS Code's own.
      expect(failure).toMatchObject({ code: 'Unavailable' });
      expect((failure as Error).message).toMatch(
        /^Flow "Sign up" \(42\) cannot be read\. .{20,} \(request ID R-1\)$/,
      );
    }
  });

  it('is called by the name in the URI when nothing is known of it', async () => {
    const { files, names } = house(() => Promise.reject(new NotFoundError(facts)));
    names.clear();
    await expect(files.stat(uri)).rejects.toThrow('Flow "Sign up" (42) cannot be read.');
    await expect(files.stat(flowUri({ ...ref, flowId: '7' }))).rejects.toThrow('Flow 7 cannot be read.');
  });

  it('says to sign in when the account is gone, as after a reload', async () => {
    const { files, signOut } = house();
    signOut('a1');
    await expect(files.readFile(uri)).rejects.toMatchObject({
      code: 'Unavailable',
      message: expect.stringContaining('cannot be read. Its account is not signed in. Sign in'),
    });
  });

  it('is asked for again by Try Again, but not twice for one opening', async () => {
    const answers = [() => Promise.reject(new NotFoundError(facts)), async () => '{}'];
    const { files, requests } = house(() => answers.shift()!());
    await expect(files.stat(uri)).rejects.toThrow();
    await expect(files.readFile(uri)).rejects.toThrow();
    expect(requests).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(await files.readFile(uri)).toEqual(bytesOf('{}'));
  });

  it('leaves no stale text for a tab that was fine', async () => {
    const answers = [async () => '{}', () => Promise.reject(new NotFoundError(facts))];
    const { files, openTab } = house(() => answers.shift()!());
    await openTab(uri);
    vi.advanceTimersByTime(5_000);
    await expect(files.readFile(uri)).rejects.toThrow('cannot be read.');
  });
});

describe('a late answer', () => {
  it('is dropped when the account was signed out meanwhile', async () => {
    let answer!: (text: string) => void;
    const { files, signOut } = house(() => new Promise((resolve) => (answer = resolve)));
    const reading = files.readFile(uri);
    signOut('a1');
    answer('{"late":true}');
    await expect(reading).rejects.toThrow('not signed in');
    await expect(files.readFile(uri)).rejects.toThrow('not signed in');
  });
});

describe('everything else', () => {
  it.each(['readDirectory', 'createDirectory', 'delete', 'rename'] as const)(
    'is refused with a sentence: %s',
    (operation) => {
      const { files } = house();
      const call = () => (files[operation] as (uri: vscode.Uri) => unknown)(uri);
      expect(call).toThrow(/^(?:Flows|There) .{20,}\.$/);
      expect(call).toThrow(expect.objectContaining({ code: 'NoPermissions' }));
    },
  );
});
