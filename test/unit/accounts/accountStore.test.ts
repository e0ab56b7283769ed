import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountStore, storageKey, type StoredAccount } from '../../../src/accounts/accountStore';
import { ENDPOINT, Storage } from './house';

const ID = 'abcdefghij';
const account: StoredAccount = {
  id: ID,
  label: 'Samudra',
  kind: 'accessKey',
  accessKeyId: 'LTAI5tPlantedKeyId00001',
  roleArn: undefined,
  region: 'ap-southeast-1',
  endpoint: ENDPOINT,
  spaces: [{ id: '', label: 'Default', origin: 'added' }],
  spaceListing: 'refused',
  state: 'expired',
  removedSpaces: ['cams-old'],
};

describe('AccountStore', () => {
  it('gives back what was put, the same object until it changes', async () => {
    const store = new AccountStore(new Storage().state);
    await store.put(account);
    expect(store.get(ID)).toEqual(account);
    expect(store.get(ID)).toBe(store.get(ID));
    await store.put({ ...account, label: 'Other' });
    expect(store.get(ID)?.label).toBe('Other');
    await store.delete(ID);
    expect(store.list()).toEqual([]);
  });

  it('lists in the order of sign-in and leaves keys of others alone', async () => {
    const { state } = new Storage();
    const store = new AccountStore(state);
    await state.update('camsFlows.sort', 'name');
    await store.put({ ...account, id: 'zzzzzzzzzz' });
    await store.put({ ...account, id: 'aaaaaaaaaa' });
    expect(store.list().map(({ id }) => id)).toEqual(['zzzzzzzzzz', 'aaaaaaaaaa']);
  });

  it.each([
    ['endpoint', 'http://evil.example'],
    ['endpoint', undefined],
    ['label', ''],
    ['kind', 'root'],
    ['accessKeyId', 5],
  ])('does not know an account whose %s is %j', async (field, value) => {
    const { state } = new Storage();
    await state.update(storageKey(ID), { ...account, [field]: value });
    expect(new AccountStore(state).list()).toEqual([]);
  });

  it('repairs what an account can do without', async () => {
    const { state } = new Storage();
    const spaces = [null, { id: 'a' }, { id: 'cams-1', label: 'One', origin: 'listed' }];
    await state.update(storageKey(ID), {
      ...account,
      state: 'odd',
      spaceListing: 1,
      spaces,
      removedSpaces: {},
    });
    expect(new AccountStore(state).get(ID)).toMatchObject({
      state: 'ready',
      spaceListing: 'unknown',
      spaces: [{ id: 'cams-1', label: 'One', origin: 'listed' }],
      removedSpaces: [],
    });
  });

  it('never throws, whatever is in the state', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const storage = new Storage();
        storage.values.set(storageKey(ID), value);
        new AccountStore(storage.state).list();
      }),
    );
  });
});
