import { describe, expect, it } from 'vitest';
import { accountWith, furnish, house } from './house';

const ref = (flowId: string, spaceId = 's1', accountId = 'a1') => ({ accountId, spaceId, flowId });

async function furnished() {
  const rooms = house();
  rooms.accounts.splice(0, 1, accountWith('a1', ['s1', '']));
  await furnish(rooms, { 'a.flow.json': { here: '{}', there: '{}' } });
  return rooms;
}

describe('linking many files at once', () => {
  it('writes each manifest once', async () => {
    const { links, files, file, manifest } = await furnished();
    files.put('/w/deep/cams-flows.json', '{ "version": 1, "environments": {}, "flows": {} }');
    await Promise.all([links.load(), links.addEnvironment(file('deep'), 'live', 's1')]);
    files.writes.splice(0);
    const added = await links.addMany(
      ['b', 'c', 'deep/d'].map((name) => ({ file: file(`${name}.flow.json`), ref: ref(name) })),
      'staging',
    );
    expect(added.map(({ flowId, ref }) => [flowId, ref?.accountId])).toEqual([
      ['b', 'a1'],
      ['c', 'a1'],
      ['deep/d', 'a1'],
    ]);
    expect(files.writes).toEqual(['/w/cams-flows.json', '/w/deep/cams-flows.json']);
    expect(Object.keys(manifest().flows!)).toEqual(['a.flow.json', 'b.flow.json', 'c.flow.json']);
  });

  it('keeps what is linked when a later manifest cannot be written', async () => {
    const { links, files, file } = await furnished();
    files.put('/w/deep/cams-flows.json', '{ "version": 2, "environments": {}, "flows": {} }');
    await links.addEnvironment(file('deep'), 'live', 's1').catch(() => undefined);
    const pairs = ['b', 'deep/d'].map((name) => ({ file: file(`${name}.flow.json`), ref: ref(name) }));
    await expect(links.addMany(pairs, 'staging')).rejects.toThrow('newer version');
    expect(links.inEnvironment('staging').map(({ flowId }) => flowId)).toEqual(['a.flow.json', 'b']);
  });
});

describe('why a file cannot be linked', () => {
  it('is told beforehand, and nothing where it can', async () => {
    const { links, files, file } = await furnished();
    const reason = (name: string, space = ref(''), environment = 'staging') =>
      links.obstacle(file(name), space, environment)?.reason;
    expect(reason('b.flow.json')).toBeUndefined();
    expect(reason('new/b.flow.json', ref('', ''), 'other')).toBeUndefined();
    expect(reason('b.flow.json', ref('', 's2'))).toMatch(/is the space "s1"/);
    expect(reason('b:c.flow.json')).toMatch(/cannot be linked/);
    expect(reason('../b.flow.json')).toMatch(/cannot be linked|not in a folder/);
    files.editors.push({ uri: file('cams-flows.json'), isDirty: true });
    expect(reason('b.flow.json')).toMatch(/not saved/);
  });

  it('is that another account has a default space, too', async () => {
    const { links, file, accounts, accountsChanged } = await furnished();
    await links.add(file('b.flow.json'), ref('1', ''), 'mine');
    accounts.push(accountWith('a2', ['']));
    accountsChanged.fire();
    await links.add(file('c.flow.json'), ref('2', ''), 'mine');
    const theirs = ref('3', '', 'a2');
    expect(links.obstacle(file('d.flow.json'), theirs, 'theirs')?.reason).toMatch(
      /default space of another account/,
    );
    await expect(links.add(file('d.flow.json'), theirs, 'theirs')).rejects.toThrow(/another account/);
    expect(links.obstacle(file('d.flow.json'), ref('3', ''), 'mine')).toBeUndefined();
  });
});
