import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { AdviceError } from '../../../src/accounts/adviceError';
import { accountWith, bytesOf, furnish, house, meaning, memento, textOf, type Pair } from './house';

const A = '{"version":"7.0"}';
const A2 = '{ "version": "7.0" }\n';
const B = '{"version":"7.1"}';
const C = '{"version":"7.2"}';

const sentence = (error: unknown) => (error instanceof AdviceError ? error.reason : String(error));

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

async function furnished(pairs: Readonly<Record<string, Pair>>, options: Parameters<typeof house>[0] = {}) {
  const rooms = house(options);
  await furnish(rooms, pairs);
  return rooms;
}

describe('the status of a link', () => {
  const cases: [string, Pair, string][] = [
    ['both the same', { here: A, there: A, synced: A }, 'same'],
    ['both the same, spelled otherwise', { here: A2, there: A }, 'same'],
    ['the file changed', { here: B, there: A, synced: A }, 'changedHere'],
    ['the flow changed', { here: A, there: B, synced: A }, 'changedThere'],
    ['both changed', { here: B, there: C, synced: A }, 'conflict'],
    ['never the same', { here: A, there: B }, 'conflict'],
    ['no file', { there: A, synced: A }, 'missingHere'],
    ['no flow', { here: A, deleted: true, synced: A }, 'missingThere'],
    ['a flow without JSON', { here: A }, 'changedHere'],
  ];

  it.each(cases)('%s', async (_, pair, status) => {
    const { links, status: statusOf, calls, state } = await furnished({ 'x.flow.json': pair });
    expect(statusOf('x.flow.json')).toBe(pair.here === undefined ? 'missingHere' : 'neverCompared');
    expect(calls).toEqual([]);
    await links.check(links.all.map(({ link }) => link));
    expect(statusOf('x.flow.json')).toBe(status);
    expect(calls).toEqual(['look x.flow.json']);

    // After a restart it is known without a question.
    const { links: again, files, calls: none } = house({}, state);
    await furnish({ links: again, files, flows: new Map() } as never, { 'x.flow.json': pair });
    expect(again.all.map(({ status }) => status)).toEqual([status]);
    expect(none).toEqual([]);
  });

  it('is a change on one side only after the two were found the same, whoever made them so', async () => {
    const { links, files, linkOf, synced } = await furnished({ 'x.flow.json': { here: A, there: A } });
    await links.check([linkOf('x.flow.json')]);
    expect(synced('x.flow.json')).toBe(meaning(A));
    files.put('/w/x.flow.json', B);
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
  });

  it('is not known any more when the flow is saved elsewhere in the window', async () => {
    const { links, linkOf, status, history } = await furnished({ 'x.flow.json': { here: A, there: A } });
    await links.check([linkOf('x.flow.json')]);
    const { ref } = linkOf('x.flow.json');
    await history.keep(ref!, bytesOf(C), 'base');
    await vi.advanceTimersByTimeAsync(1);
    expect(status('x.flow.json')).toBe('same');
    await history.keep(ref!, bytesOf(B), 'sent');
    await vi.advanceTimersByTimeAsync(1);
    expect(status('x.flow.json')).toBe('neverCompared');
  });

  it('says why a flow or a file cannot be read', async () => {
    const { links, files, accounts, accountsChanged } = await furnished({
      'x.flow.json': { here: A, there: A },
    });
    accounts.pop();
    accountsChanged.fire();
    const [state] = links.all;
    expect([state?.status, sentence(state?.error)]).toEqual([
      'unreadable',
      'No account that is signed in has the space "s1".',
    ]);
    expect(await links.push(links.all.map(({ link }) => link))).toMatchObject([{ outcome: 'failed' }]);
    accounts.push(accountWith('a1', ['s1']));
    accountsChanged.fire();
    files.faults.push({
      operation: 'stat',
      path: /x\.flow/,
      error: vscode.FileSystemError.NoPermissions('x'),
    });
    await links.check(links.all.map(({ link }) => link));
    expect(links.all).toMatchObject([{ status: 'unreadable', error: { code: 'NoPermissions' } }]);
  });

  it('says of a deleted flow what to do, and asks again', async () => {
    const { links, flows, linkOf } = await furnished({ 'x.flow.json': { here: A, deleted: true } });
    expect(await links.check([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'failed' }]);
    expect(sentence(links.all[0]?.error)).toBe('CAMS has no flow x.flow.json any more (staging).');
    flows.set('x.flow.json', A);
    expect(await links.check([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'same' }]);
  });
});

describe('pull', () => {
  it('writes the flow byte for byte, and keeps what it replaces', async () => {
    const rooms = await furnished({ 'x.flow.json': { here: A, there: ` ${B}\r\n`, synced: A } });
    const { links, files, kept, synced, status, manifest, linkOf } = rooms;
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
    expect(files.text('/w/x.flow.json')).toBe(` ${B}\r\n`);
    expect(kept.map(({ text, origin }) => [text, origin])).toEqual([
      [A, 'base'],
      [` ${B}\r\n`, 'base'],
    ]);
    expect([synced('x.flow.json'), status('x.flow.json')]).toEqual([meaning(B), 'same']);
    expect(manifest()).toMatchObject({ flows: { 'x.flow.json': { staging: { synced: meaning(B) } } } });
    expect(textOf((await links.base(linkOf('x.flow.json')))!)).toBe(` ${B}\r\n`);
  });

  it('makes a file that is missing', async () => {
    const { links, files, linkOf } = await furnished({ 'a/b/x.flow.json': { there: A } });
    expect(await links.pull([linkOf('a/b/x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
    expect(files.text('/w/a/b/x.flow.json')).toBe(A);
  });

  it('leaves a spelling alone and records that both are the same', async () => {
    const { links, files, linkOf, synced } = await furnished({ 'x.flow.json': { here: A2, there: A } });
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'same' }]);
    expect(files.text('/w/x.flow.json')).toBe(A2);
    expect(synced('x.flow.json')).toBe(meaning(A));
  });

  it('never replaces what changed here, until a person says so', async () => {
    const { links, files, kept, linkOf } = await furnished({
      'both.flow.json': { here: B, there: C, synced: A },
      'here.flow.json': { here: B, there: A, synced: A },
    });
    const all = [linkOf('both.flow.json'), linkOf('here.flow.json')];
    const results = await links.pull(all);
    expect(results.map(({ outcome, error }) => [outcome, sentence(error)])).toEqual([
      ['conflict', 'The flow has changed on CAMS meanwhile.'],
      ['skipped', 'here.flow.json has changes, and CAMS has nothing newer.'],
    ]);
    expect([files.text('/w/both.flow.json'), files.text('/w/here.flow.json')]).toEqual([B, B]);
    expect(await links.pull(all, { overwrite: true })).toMatchObject([
      { outcome: 'done' },
      { outcome: 'done' },
    ]);
    expect([files.text('/w/both.flow.json'), files.text('/w/here.flow.json')]).toEqual([C, A]);
    expect(kept.filter(({ text, origin }) => text === B && origin === 'overwritten')).toHaveLength(2);
  });

  it('touches no file that is edited or written meanwhile', async () => {
    const { links, files, linkOf, hooks, history, file } = await furnished({
      'x.flow.json': { here: A, there: B, synced: A },
    });
    files.editors.push({ uri: file('x.flow.json'), isDirty: true });
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'conflict' }]);
    files.editors.length = 0;
    hooks.before = () => void files.editors.push({ uri: file('x.flow.json'), isDirty: true });
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'conflict' }]);
    files.editors.length = 0;
    hooks.before = undefined;
    const { keep } = history;
    history.keep = async (...args) => {
      files.put('/w/x.flow.json', C);
      return keep(...args);
    };
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'conflict' }]);
    expect(files.text('/w/x.flow.json')).toBe(C);
  });

  it('stops where the disk does not take the text that would go, or the new one', async () => {
    const rooms = await furnished({ 'x.flow.json': { here: A, there: B, synced: A } });
    const { links, files, linkOf, history } = rooms;
    const { keep } = history;
    history.keep = () => Promise.reject(new Error('disk full'));
    expect(await links.pull([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'failed' }]);
    expect(files.text('/w/x.flow.json')).toBe(A);
    history.keep = keep;
    files.faults.push({
      operation: 'rename',
      path: /x\.flow/,
      error: vscode.FileSystemError.NoPermissions('x'),
    });
    const [result] = await links.pull([linkOf('x.flow.json')]);
    expect(sentence(result?.error)).toMatch(/^x\.flow\.json cannot be written/);
    expect(files.names()).toEqual(['/w/cams-flows.json', '/w/x.flow.json']);
    expect(files.text('/w/x.flow.json')).toBe(A);
  });
});

describe('push', () => {
  it('overwrites what was last in common and records it', async () => {
    const { links, flows, linkOf, synced, manifest, status, calls } = await furnished({
      'x.flow.json': { here: B, there: A, synced: A },
    });
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
    expect(flows.get('x.flow.json')).toBe(B);
    expect([synced('x.flow.json'), status('x.flow.json')]).toEqual([meaning(B), 'same']);
    expect(manifest()).toMatchObject({ flows: { 'x.flow.json': { staging: { synced: meaning(B) } } } });
    expect(textOf((await links.base(linkOf('x.flow.json')))!)).toBe(B);
    expect(calls).toEqual(['write x.flow.json']);
  });

  it('gives a flow without JSON its first', async () => {
    const { links, flows, linkOf } = await furnished({ 'x.flow.json': { here: B } });
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
    expect(flows.get('x.flow.json')).toBe(B);
  });

  it('stores nothing for a file that did not change, and looks all the same', async () => {
    const { links, linkOf, calls, flows } = await furnished({
      'x.flow.json': { here: A2, there: A, synced: A },
    });
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'same' }]);
    expect(calls).toEqual(['look x.flow.json']);
    flows.set('x.flow.json', B);
    const [result] = await links.push([linkOf('x.flow.json')]);
    expect([result?.outcome, sentence(result?.error)]).toEqual([
      'skipped',
      'x.flow.json has not changed, and CAMS has something newer.',
    ]);
    expect(flows.get('x.flow.json')).toBe(B);
  });

  it('records what CAMS has already', async () => {
    const { links, linkOf, synced } = await furnished({ 'x.flow.json': { here: A, there: A } });
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'same' }]);
    expect(synced('x.flow.json')).toBe(meaning(A));
  });

  it('never overwrites what somebody else wrote, until a person has merged or decided', async () => {
    const { links, flows, linkOf, status, kept } = await furnished({
      'x.flow.json': { here: B, there: C, synced: A },
      'y.flow.json': { here: B, there: C },
    });
    const all = () => [linkOf('x.flow.json'), linkOf('y.flow.json')];
    expect(await links.push(all())).toMatchObject([{ outcome: 'conflict' }, { outcome: 'conflict' }]);
    expect([...flows.values()]).toEqual([C, C]);
    expect(status('x.flow.json')).toBe('conflict');

    await links.seen(linkOf('x.flow.json'), bytesOf(C));
    expect(status('x.flow.json')).toBe('changedHere');
    expect(kept.at(-1)).toMatchObject({ text: C, origin: 'base' });
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);

    // What is newer than the decision is not overwritten.
    flows.set('y.flow.json', A);
    expect(await links.push([linkOf('y.flow.json')], { overwrite: true })).toMatchObject([
      { outcome: 'conflict' },
    ]);
    expect(await links.push([linkOf('y.flow.json')], { overwrite: true })).toMatchObject([
      { outcome: 'done' },
    ]);
    expect(flows.get('y.flow.json')).toBe(B);
  });

  it('counts only what it saw on CAMS', async () => {
    const { links, linkOf, flows, hooks, writer, synced, status } = await furnished({
      'x.flow.json': { here: B, there: A, synced: A },
    });
    hooks.before = (call) => {
      if (call === 'readBack') flows.set('x.flow.json', C);
    };
    expect(await links.push([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'conflict' }]);
    expect([synced('x.flow.json'), status('x.flow.json')]).toEqual([meaning(A), 'conflict']);
    hooks.before = undefined;
    for (const [readBack, outcome] of [
      ['before', 'failed'],
      ['unread', 'done'],
    ] as const) {
      flows.set('x.flow.json', A);
      writer.readBack = readBack;
      const [result] = await links.push([linkOf('x.flow.json')]);
      expect([result?.outcome, sentence(result?.error)]).toEqual([
        outcome,
        expect.stringMatching(/^CAMS accepted/),
      ]);
      expect([synced('x.flow.json'), status('x.flow.json')]).toEqual([meaning(A), 'neverCompared']);
    }
  });

  it('sends no text that is not saved, and none that is not there', async () => {
    const { links, files, linkOf, file, calls } = await furnished({
      'x.flow.json': { here: B, there: A, synced: A },
      'y.flow.json': { there: A },
    });
    files.editors.push({ uri: file('x.flow.json'), isDirty: true });
    const results = await links.push([linkOf('x.flow.json'), linkOf('y.flow.json')]);
    expect(results.map(({ outcome, error }) => [outcome, sentence(error)])).toEqual([
      ['failed', 'x.flow.json has changes that are not saved.'],
      ['failed', 'There is no file y.flow.json.'],
    ]);
    expect(calls).toEqual([]);
  });
});

describe('the manifest', () => {
  const refused: [string, (rooms: ReturnType<typeof house>) => void, RegExp][] = [
    [
      'that is edited',
      ({ files, file }) => files.editors.push({ uri: file('cams-flows.json'), isDirty: true }),
      /changes that are not saved/,
    ],
    [
      'in a place where nothing can be written',
      ({ files }) => files.makeReadOnly(),
      /nothing can be written/,
    ],
    [
      'of a newer version',
      ({ files }) =>
        files.put(
          '/w/cams-flows.json',
          files.text('/w/cams-flows.json')!.replace('"version": 1', '"version": 2'),
        ),
      /newer version/,
    ],
  ];

  it.each(refused)('%s is not changed, and nothing is sent', async (_, spoil, reason) => {
    const rooms = await furnished({ 'x.flow.json': { here: B, there: A, synced: A } });
    const { links, files, linkOf, calls, flows, file } = rooms;
    spoil(rooms);
    const before = files.text('/w/cams-flows.json');
    for (const kind of ['push', 'pull'] as const) {
      const [result] = await links[kind]([linkOf('x.flow.json')]);
      expect([result?.outcome, sentence(result?.error)]).toEqual(['failed', expect.stringMatching(reason)]);
    }
    const ref = { accountId: 'a1', spaceId: 's1', flowId: '9' };
    await expect(links.add(file('n.flow.json'), ref, 'staging')).rejects.toThrow(reason);
    await expect(links.remove([linkOf('x.flow.json')])).rejects.toThrow(reason);
    await expect(links.addEnvironment(file(''), 'live', 's2')).rejects.toThrow(reason);
    expect([files.text('/w/cams-flows.json'), calls, flows.get('x.flow.json')]).toEqual([before, [], A]);
    // To look is harmless.
    expect(await links.check([linkOf('x.flow.json')])).toMatchObject([{ outcome: 'done' }]);
  });

  it('that was edited during a push is brought up to date once it is saved', async () => {
    const { links, files, hooks, linkOf, manifest, file } = await furnished({
      'x.flow.json': { here: B, there: A, synced: A },
    });
    hooks.before = () => void files.editors.push({ uri: file('cams-flows.json'), isDirty: true });
    const [result] = await links.push([linkOf('x.flow.json')]);
    expect([result?.outcome, sentence(result?.error)]).toEqual([
      'done',
      'cams-flows.json has changes that are not saved.',
    ]);
    files.editors.length = 0;
    files.put('/w/cams-flows.json', `${files.text('/w/cams-flows.json')!}\n`);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(manifest()).toMatchObject({ flows: { 'x.flow.json': { staging: { synced: meaning(B) } } } });
  });

  it('that is broken has no links and stays as it is', async () => {
    const rooms = await furnished({ 'x.flow.json': { here: B, there: A, synced: A } });
    const { links, files, linkOf, file } = rooms;
    const link = linkOf('x.flow.json');
    files.put('/w/cams-flows.json', '{\n<<<<<<< HEAD\n}');
    expect(await links.push([link])).toMatchObject([{ outcome: 'failed' }]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(links.all).toEqual([]);
    expect(links.problems.map(({ error }) => error.reason)).toEqual([
      'cams-flows.json is not valid JSON (line 2, column 1).',
    ]);
    const ref = { accountId: 'a1', spaceId: 's1', flowId: '9' };
    await expect(links.add(file('n.flow.json'), ref, 'staging')).rejects.toThrow(/not valid JSON/);
    expect(files.text('/w/cams-flows.json')).toBe('{\n<<<<<<< HEAD\n}');
  });

  it('that cannot be written stops the run, and is written when it can be', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `${index}.flow.json`);
    const pairs = Object.fromEntries(names.map((name) => [name, { here: B, there: A, synced: A }]));
    const { links, files, calls, hooks, synced, manifest } = await furnished(pairs);
    files.faults.push({ operation: 'writeFile', path: /cams-flows/, error: new Error('no rights') });
    hooks.before = () => vi.advanceTimersByTimeAsync(100).then(() => undefined);
    const all = () => links.all.map(({ link }) => link);
    const results = await links.push(all());
    const pushed = results.filter(({ outcome }) => outcome === 'done');
    expect(pushed.length).toBeLessThan(100);
    for (const { error } of results) {
      expect(sentence(error)).toBe('cams-flows.json cannot be written: no rights');
    }
    expect(links.problems).toHaveLength(1);

    files.faults.length = 0;
    calls.length = 0;
    expect((await links.push(all())).filter(({ error }) => error !== undefined)).toEqual([]);
    for (const name of names) {
      expect(synced(name)).toBe(meaning(B));
      expect(manifest()).toMatchObject({ flows: { [name]: { staging: { synced: meaning(B) } } } });
    }
  });

  it('keeps what Git brings while files are pushed', async () => {
    const { links, files, hooks, manifest, linkOf, synced } = await furnished({
      'x.flow.json': { here: B, there: A, synced: A },
      'y.flow.json': { here: B, there: A, synced: A },
    });
    const all = [linkOf('x.flow.json'), linkOf('y.flow.json')];
    hooks.before = () => {
      const now = JSON.parse(files.text('/w/cams-flows.json')!) as { note?: string; flows: object };
      files.put(
        '/w/cams-flows.json',
        JSON.stringify({ ...now, note: 'ours', flows: { 'x.flow.json': { staging: { flow: 'other' } } } }),
      );
    };
    await links.push(all);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(manifest()).toEqual({
      version: 1,
      environments: { staging: { space: 's1' } },
      note: 'ours',
      flows: { 'x.flow.json': { staging: { flow: 'other' } } },
    });
    expect([synced('x.flow.json'), links.all.length]).toEqual([undefined, 1]);
  });
});

describe('links', () => {
  const ref = { accountId: 'a1', spaceId: 's1', flowId: '9' };

  it('are made in the nearest manifest, and in a new one where there is none', async () => {
    const { links, files, file } = house();
    files.put('/w/a/b/x.flow.json', A);
    const link = await links.add(file('a/b/x.flow.json'), ref, 'staging');
    expect(link).toMatchObject({ environment: 'staging', spaceId: 's1', ref, synced: undefined });
    expect(files.has('/w/a/b/cams-flows.json')).toBe(true);
    await links.add(file('a/b/c/y.flow.json'), { ...ref, flowId: '10' }, 'staging');
    expect(JSON.parse(files.text('/w/a/b/cams-flows.json')!)).toEqual({
      version: 1,
      environments: { staging: { space: 's1' } },
      flows: { 'c/y.flow.json': { staging: { flow: '10' } }, 'x.flow.json': { staging: { flow: '9' } } },
    });
    await links.remove([link]);
    expect(links.all.map(({ link }) => link.file.path)).toEqual(['/w/a/b/c/y.flow.json']);
  });

  it('count by the nearest manifest', async () => {
    const { links, files } = house();
    const manifest = (path: string, flow: string) =>
      JSON.stringify({ environments: { e: { space: 's1' } }, flows: { [path]: { e: { flow } } } });
    files.put('/w/cams-flows.json', manifest('a/x.flow.json', 'far'));
    files.put('/w/a/cams-flows.json', manifest('x.flow.json', 'near'));
    files.put('/w/node_modules/p/cams-flows.json', manifest('x.flow.json', 'foreign'));
    await links.load();
    expect(links.all.map(({ link }) => link.flowId)).toEqual(['near']);
  });

  it('are refused for what is no flow file here', async () => {
    const { links, file, files } = house();
    for (const uri of [file('x.json'), file('a:b.flow.json'), files.at('/elsewhere/x.flow.json')]) {
      await expect(links.add(uri, ref, 'e')).rejects.toThrow(AdviceError);
    }
    await links.add(file('x.flow.json'), ref, 'e');
    await expect(links.add(file('y.flow.json'), { ...ref, spaceId: 's2' }, 'e')).rejects.toThrow(
      'The environment "e" of this folder is the space "s1".',
    );
    expect(files.names()).toEqual(['/w/cams-flows.json']);
  });

  it('show one environment, the first until another is chosen', async () => {
    const { links, file } = house();
    await links.add(file('x.flow.json'), ref, 'staging');
    await links.addEnvironment(file(''), 'live', 's2');
    expect([links.environments, links.environment]).toEqual([['staging', 'live'], 'staging']);
    await links.choose('live');
    expect([links.environment, links.all]).toEqual(['live', []]);
    await links.add(file('x.flow.json'), { ...ref, spaceId: 's2', flowId: '20' }, 'live');
    expect(links.of(file('x.flow.json'))?.link).toMatchObject({ flowId: '20', ref: undefined });
    expect(links.everywhere(file('x.flow.json')).map(({ environment }) => environment)).toEqual([
      'live',
      'staging',
    ]);
  });

  it('are found by file, and by folder above them', async () => {
    const { links, file } = await furnished({
      'a/x.flow.json': {},
      'a/y.flow.json': {},
      'ab/x.flow.json': {},
    });
    const paths = (...uris: vscode.Uri[]) => links.under(uris).map(({ link }) => link.flowId);
    expect(paths(file('a'))).toEqual(['a/x.flow.json', 'a/y.flow.json']);
    expect(paths(file('ab/x.flow.json'), file('a/y.flow.json'))).toEqual(['a/y.flow.json', 'ab/x.flow.json']);
    expect(links.of(file('A/x.flow.json'))).toBeUndefined();
  });

  it('go by the name on a disk that does not tell upper from lower case', async () => {
    const rooms = house({ ignoresCase: true });
    rooms.files.put('/w/Sign-Up.flow.json', A);
    await furnish(rooms, { 'sign-up.flow.json': { there: A } });
    const { links, file, manifest } = rooms;
    expect(links.of(file('Sign-Up.flow.json'))?.link.flowId).toBe('sign-up.flow.json');
    await links.pull(links.all.map(({ link }) => link));
    expect(manifest()).toMatchObject({ flows: { 'sign-up.flow.json': { staging: { synced: meaning(A) } } } });
  });

  it('tell names apart that a disk tells apart', async () => {
    const rooms = house();
    rooms.files.put('/w/X.flow.json', A);
    await furnish(rooms, { 'x.flow.json': { there: A } });
    expect(rooms.links.of(rooms.file('X.flow.json'))).toBeUndefined();
    expect(rooms.status('x.flow.json')).toBe('missingHere');
  });

  it('follow files, folders and manifests, and tell of it', async () => {
    const { links, files, status, linkOf } = await furnished({
      'x.flow.json': { here: A, there: A, synced: A },
      'a/y.flow.json': { here: A, there: A, synced: A },
    });
    await links.check(links.all.map(({ link }) => link));
    await vi.advanceTimersByTimeAsync(1_000);
    const told = vi.fn<(uris: readonly vscode.Uri[] | undefined) => void>();
    links.onDidChange(told);
    files.put('/w/x.flow.json', B);
    files.put('/w/unrelated.flow.json', B);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(status('x.flow.json')).toBe('changedHere');
    expect(told.mock.calls).toEqual([[[linkOf('x.flow.json').file]]]);
    files.remove('/w/a');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(status('a/y.flow.json')).toBe('missingHere');
    files.remove('/w/cams-flows.json');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(links.all).toEqual([]);
    expect(told).toHaveBeenLastCalledWith(undefined);
  });

  it('read a file again only where it changed', async () => {
    const { links, files } = await furnished({ 'x.flow.json': { here: A, there: A } });
    const before = files.reads.length;
    for (let times = 0; times < 3; times += 1) await links.check(links.all.map(({ link }) => link));
    expect(files.reads.slice(before).filter((path) => path.endsWith('x.flow.json'))).toEqual([]);
  });
});

describe('the account of a space', () => {
  it('is asked for where several have it, once', async () => {
    const state = memento();
    const rooms = house({}, state);
    rooms.accounts.push(accountWith('a2', ['s1', '']), accountWith('a3', ['']));
    await furnish(rooms, { 'x.flow.json': { here: A, there: A }, 'y.flow.json': { here: A, there: A } });
    const { links, askAccount, calls } = rooms;
    expect(links.all.map(({ status }) => status)).toEqual(['unreadable', 'unreadable']);
    expect(askAccount).not.toHaveBeenCalled();
    askAccount.mockResolvedValueOnce(undefined);
    const all = links.all.map(({ link }) => link);
    expect(await links.check(all)).toMatchObject([{ outcome: 'failed' }, { outcome: 'failed' }]);
    expect(await links.check(all)).toMatchObject([{ outcome: 'same' }, { outcome: 'same' }]);
    await links.check(all);
    expect([askAccount.mock.calls.length, calls.length]).toEqual([2, 4]);
    expect(links.all[0]?.link.ref?.accountId).toBe('a2');
  });

  it('is the one whose flow was linked', async () => {
    const { links, accounts, file, askAccount } = house();
    accounts.push(accountWith('a2', ['s1']));
    const ref = { accountId: 'a2', spaceId: 's1', flowId: '9' };
    expect((await links.add(file('x.flow.json'), ref, 'e')).ref).toEqual(ref);
    expect(askAccount).not.toHaveBeenCalled();
  });
});
