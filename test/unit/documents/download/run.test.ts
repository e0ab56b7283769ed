import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { sentenceOf } from '../../../../src/accounts/explain';
import { ExpiredTokenError, NotFoundError } from '../../../../src/cams/errors';
import { DownloadFolder } from '../../../../src/documents/download/folder';
import { downloadFlows, type DownloadRequest } from '../../../../src/documents/download/run';
import type { Flow } from '../../../../src/flows/types';
import { CancelledError } from '../../../../src/platform/cancellation';
import { bytesOf } from '../house';
import { memoryFiles } from '../memoryFiles';

const RECORD = '.cams-flows-download.json';
const flow = (flowId: string, name?: string, spaceId = 's1'): Flow => ({
  ref: { accountId: 'a1', spaceId, flowId },
  name,
  added: false,
});
const flows = (count: number) =>
  Array.from({ length: count }, (_, index) => flow(String(index), `Flow ${index}`));
const notFound = new NotFoundError({ operation: 'GetFlowJSONAssest', requestId: 'R-1' });

/** A folder and a CAMS that says of each flow what `remote` says, else its id. */
function setUp() {
  const disk = memoryFiles();
  const remote = new Map<string, string | Error>();
  const asked: string[] = [];
  const answer = async (flowId: string) => {
    const text = remote.get(flowId) ?? `{"flow":"${flowId}"}`;
    if (text instanceof Error) throw text;
    return bytesOf(text);
  };
  const download = vi.fn<DownloadRequest['download']>(({ flowId }) => {
    asked.push(flowId);
    return answer(flowId);
  });
  const report = vi.fn();
  const run = async (list: readonly Flow[], options: Partial<DownloadRequest> = {}) => {
    asked.length = 0;
    const { signal } = new AbortController();
    const folder = options.folder ?? (await DownloadFolder.open(disk.folder));
    return downloadFlows({ flows: list, folder, onlyMissing: false, download, signal, report, ...options });
  };
  const outcomes = async (list: readonly Flow[], options?: Partial<DownloadRequest>) =>
    (await run(list, options)).rows.map(({ outcome, file }) => [outcome, file]);
  return { disk, remote, asked, download, report, run, outcomes };
}

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

describe('downloading all flows', () => {
  it('writes each flow byte for byte under a name that says which it is, and reports as it goes', async () => {
    const { disk, remote, outcomes, download, report } = setUp();
    remote.set('1', '\ufeff{\r\n}');
    expect(await outcomes([flow('1', 'Sign up'), flow('2')])).toEqual([
      ['new', 'Sign up.1.flow.json'],
      ['new', '2.flow.json'],
    ]);
    expect(disk.text('Sign up.1.flow.json')).toBe(new TextDecoder().decode(bytesOf('\ufeff{\r\n}')));
    expect(disk.names()).toEqual([RECORD, '2.flow.json', 'Sign up.1.flow.json']);
    expect(download.mock.calls[0]![1]).toMatchObject({ lane: 'background' });
    expect(report.mock.calls).toEqual([
      [{ message: '1 of 2', increment: 50 }],
      [{ message: '2 of 2', increment: 50 }],
    ]);
  });

  it('keeps a handful of requests outstanding, not all', async () => {
    const { run } = setUp();
    let open = 0;
    let most = 0;
    await run(flows(50), {
      download: async () => {
        most = Math.max(most, ++open);
        await Promise.resolve();
        open -= 1;
        return bytesOf('{}');
      },
    });
    expect(most).toBe(10);
  });

  it('tells files apart whose names differ by case only, or not at all', async () => {
    const { disk, outcomes } = setUp();
    const list = [flow('ab', 'Same'), flow('AB', 'same'), flow('x/1', 'Same'), flow('x:1', 'Same')];
    expect(await outcomes(list)).toEqual([
      ['new', 'Same.ab.flow.json'],
      ['new', 'same.AB.2.flow.json'],
      ['new', 'Same.x-1.flow.json'],
      ['new', 'Same.x-1.2.flow.json'],
    ]);
    expect(disk.text('same.AB.2.flow.json')).toBe('{"flow":"AB"}');
  });

  it('keeps the flows of several spaces apart', async () => {
    const { outcomes } = setUp();
    await outcomes([flow('1', 'A', 's1')]);
    expect(await outcomes([flow('1', 'A', 's2')])).toEqual([['new', 'A.1.2.flow.json']]);
  });

  it('never loses what is in the folder, whatever the flows are called', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'A', '.', '/', ' ', '\u202e', 'é', 'e\u0301'),
      maxLength: 4,
    });
    const lists = fc.uniqueArray(fc.record({ id: text, name: text }), {
      selector: ({ id }) => id,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(lists, async (list) => {
        const { disk, run } = setUp();
        await disk.put('a.a.flow.json', 'mine');
        const { rows } = await run(list.map(({ id, name }) => flow(id, name)));
        expect(disk.text('a.a.flow.json')).toBe('mine');
        for (const { flow, file } of rows) expect(disk.text(file!)).toBe(`{"flow":"${flow.ref.flowId}"}`);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a second run over the same folder', () => {
  it('asks only for what is missing, and leaves the rest alone', async () => {
    const { disk, run, outcomes, asked } = setUp();
    await run(flows(3));
    await disk.remove('Flow 1.1.flow.json');
    const before = disk.writes().length;
    const result = await outcomes([...flows(3), flow('new', 'New')], { onlyMissing: true });
    expect(result.sort()).toEqual([
      ['new', 'Flow 1.1.flow.json'],
      ['new', 'New.new.flow.json'],
      ['unchanged', 'Flow 0.0.flow.json'],
      ['unchanged', 'Flow 2.2.flow.json'],
    ]);
    expect(asked.sort()).toEqual(['1', 'new']);
    expect(disk.writes().slice(before).sort()).toEqual(['Flow 1.1.flow.json', 'New.new.flow.json']);
  });

  it('updates what changed on CAMS and does not touch what did not', async () => {
    const { disk, remote, run, outcomes } = setUp();
    await run(flows(2));
    remote.set('1', 'changed there');
    expect(await outcomes(flows(2))).toEqual([
      ['unchanged', 'Flow 0.0.flow.json'],
      ['updated', 'Flow 1.1.flow.json'],
    ]);
    expect(disk.writes()).toEqual(['Flow 0.0.flow.json', 'Flow 1.1.flow.json', 'Flow 1.1.flow.json']);
    expect(disk.text('Flow 1.1.flow.json')).toBe('changed there');
  });

  it('keeps the file of a flow that has another name now', async () => {
    const { run, outcomes } = setUp();
    await run([flow('1', 'Before')]);
    expect(await outcomes([flow('1', 'After')])).toEqual([['unchanged', 'Before.1.flow.json']]);
  });

  it('keeps a file that a person changed', async () => {
    const { disk, run, outcomes, asked } = setUp();
    await run([flow('1', 'A')]);
    await disk.put('A.1.flow.json', 'mine');
    expect(await outcomes([flow('1', 'A')], { onlyMissing: true })).toEqual([['kept', 'A.1.flow.json']]);
    expect(asked).toEqual([]);
    expect(await outcomes([flow('1', 'A')])).toEqual([['kept', 'A.1.flow.json']]);
    expect(disk.text('A.1.flow.json')).toBe('mine');
  });

  it('writes beside a file that changed here and there, and goes on with the one beside', async () => {
    const { disk, remote, run, outcomes } = setUp();
    await run([flow('1', 'A')]);
    await disk.put('A.1.flow.json', 'mine');
    remote.set('1', 'theirs');
    expect(await outcomes([flow('1', 'A')])).toEqual([['beside', 'A.1.2.flow.json']]);
    remote.set('1', 'theirs again');
    expect(await outcomes([flow('1', 'A')])).toEqual([['updated', 'A.1.2.flow.json']]);
    expect(disk.text('A.1.flow.json')).toBe('mine');
    expect(disk.text('A.1.2.flow.json')).toBe('theirs again');
  });

  it('takes over files that say the same when the record is lost', async () => {
    const { disk, run, outcomes } = setUp();
    await run(flows(2));
    await disk.put(RECORD, '{ broken');
    await disk.put('Flow 1.1.flow.json', 'mine');
    expect(await outcomes(flows(2))).toEqual([
      ['unchanged', 'Flow 0.0.flow.json'],
      ['new', 'Flow 1.1.2.flow.json'],
    ]);
    expect(disk.text('Flow 1.1.flow.json')).toBe('mine');
  });

  it('does not follow a record out of the folder', async () => {
    const { disk, outcomes } = setUp();
    const entry = { file: '../../secrets.flow.json', sha256: '', time: '' };
    await disk.put(RECORD, JSON.stringify({ format: 1, spaces: { s1: { flows: { '1': entry } } } }));
    expect(await outcomes([flow('1', 'A')])).toEqual([['new', 'A.1.flow.json']]);
  });

  it('does not touch a folder whose record is of a newer version', async () => {
    const { disk, run } = setUp();
    await disk.put(RECORD, '{"format":2}');
    await expect(run(flows(1))).rejects.toThrow('newer version');
    expect(disk.names()).toEqual([RECORD]);
  });

  it.each(['null', '[]', '7', '{"format":1,"spaces":{"s1":null,"s2":{"flows":[1,{"file":3}]}}}'])(
    'takes the record %s for none',
    async (text) => {
      const { disk, outcomes } = setUp();
      await disk.put(RECORD, text);
      expect(await outcomes([flow('1', 'A')])).toEqual([['new', 'A.1.flow.json']]);
    },
  );

  it('finds a record without any secret and without the account', async () => {
    const { disk, run } = setUp();
    await run([flow('__proto__', 'A')]);
    expect(JSON.parse(disk.text(RECORD)!)).toEqual({
      format: 1,
      spaces: {
        s1: {
          flows: Object.fromEntries([
            [
              '__proto__',
              {
                file: 'A.__proto__.flow.json',
                sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
                time: '1970-01-01T00:16:40.000Z',
              },
            ],
          ]),
        },
      },
    });
  });
});

describe('failures', () => {
  it('are a row each with the reason; the others go on', async () => {
    const { remote, run } = setUp();
    remote.set('1', notFound);
    const { rows, stopped, cancelled } = await run(flows(3));
    expect(rows.map(({ outcome }) => outcome).sort()).toEqual(['failed', 'new', 'new']);
    const reason = rows.find(({ outcome }) => outcome === 'failed')!.reason;
    expect(reason).toBe(sentenceOf(notFound));
    expect({ stopped, cancelled }).toEqual({ stopped: undefined, cancelled: false });
  });

  it('of writing leave no half file, and the same name is tried again', async () => {
    const { disk, run, outcomes } = setUp();
    const folder = await DownloadFolder.open(disk.folder);
    disk.faults.push({
      operation: 'rename',
      path: /A\.1/,
      error: vscode.FileSystemError.NoPermissions('locked'),
    });
    const { rows } = await run([flow('1', 'A')], { folder });
    expect(rows).toMatchObject([{ outcome: 'failed', reason: expect.stringContaining('locked') }]);
    expect(disk.names()).toEqual([RECORD]);
    disk.faults.length = 0;
    expect(await outcomes([flow('1', 'A')], { folder })).toEqual([['new', 'A.1.flow.json']]);
  });

  it('that concern the account stop the run', async () => {
    const { remote, run, asked } = setUp();
    const expired = new ExpiredTokenError({ operation: 'x' });
    for (const { ref } of flows(1_000)) if (Number(ref.flowId) >= 5) remote.set(ref.flowId, expired);
    const { rows, stopped } = await run(flows(1_000));
    expect(stopped).toBe(sentenceOf(expired));
    expect(asked.length).toBeLessThan(30);
    expect(rows.length).toBeLessThan(30);
  });

  it('one after the other stop the run, as when the network is gone', async () => {
    const { remote, run, asked } = setUp();
    for (const { ref } of flows(1_000)) remote.set(ref.flowId, notFound);
    const { rows, stopped } = await run(flows(1_000));
    expect(stopped).toBe(`20 flows failed one after the other, the last because: ${sentenceOf(notFound)}`);
    expect(rows).toHaveLength(20);
    expect(asked.length).toBeLessThan(40);
  });

  it('stop the run when the account is signed out meanwhile', async () => {
    const { remote, run } = setUp();
    for (const { ref } of flows(100)) remote.set(ref.flowId, new CancelledError());
    const { rows, stopped, cancelled } = await run(flows(100));
    expect({ rows, stopped, cancelled }).toEqual({
      rows: [],
      stopped: 'The account was signed out or changed meanwhile.',
      cancelled: false,
    });
  });

  it('to write the folder at all are told before anything is downloaded', async () => {
    const { disk, run, asked } = setUp();
    disk.faults.push({
      operation: 'writeFile',
      path: /./,
      error: vscode.FileSystemError.NoPermissions('read-only'),
    });
    await expect(run(flows(3))).rejects.toThrow('read-only');
    expect(asked).toEqual([]);
  });
});

describe('cancelling', () => {
  it('stops at once, keeps what is there, and the next run goes on from it', async () => {
    const { disk, run, outcomes, asked, download } = setUp();
    const controller = new AbortController();
    let left = 25;
    const cancelling: DownloadRequest['download'] = async (ref, options) => {
      if (left-- === 0) controller.abort();
      if (options.signal!.aborted) throw new CancelledError();
      return download(ref, options);
    };
    const { rows, cancelled, stopped } = await run(flows(100), {
      download: cancelling,
      signal: controller.signal,
    });
    expect({ cancelled, stopped }).toEqual({ cancelled: true, stopped: undefined });
    expect(rows.every(({ outcome }) => outcome === 'new')).toBe(true);
    expect(disk.names().filter((name) => name.endsWith('.part'))).toEqual([]);

    const second = await outcomes(flows(100), { onlyMissing: true });
    expect(second.filter(([outcome]) => outcome === 'unchanged')).toHaveLength(rows.length);
    expect(asked).toHaveLength(100 - rows.length);
  });
});

describe('the record', () => {
  it('is written now and then, so that even a crash loses little', async () => {
    const { disk, run } = setUp();
    const saved: number[] = [];
    await run(flows(40), {
      download: async ({ flowId }) => {
        vi.advanceTimersByTime(100);
        saved.push(Object.keys(JSON.parse(disk.text(RECORD)!).spaces.s1?.flows ?? {}).length);
        return bytesOf(flowId);
      },
    });
    const steps = new Set(saved);
    expect(steps.size).toBeGreaterThanOrEqual(2);
    expect(steps.size).toBeLessThanOrEqual(4);
    expect(Object.keys(JSON.parse(disk.text(RECORD)!).spaces.s1.flows)).toHaveLength(40);
  });
});
