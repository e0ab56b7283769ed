import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  listInstances,
  mergeSpaces,
  withoutSpace,
  withSpace,
  withSpaceRenamed,
} from '../../../src/accounts/spaces';
import type { Space } from '../../../src/accounts/types';
import type { Cams } from '../../../src/cams/cams';
import { ServiceError } from '../../../src/cams/errors';
import type { Instance, InstancePage, ListInstanceRequest, Session } from '../../../src/cams/types';

const session: Session = {
  accountId: 'a',
  endpoint: 'https://x',
  credential: () => Promise.reject(new Error()),
};

function list(answer: (request: ListInstanceRequest) => InstancePage) {
  const listInstancesCall = vi.fn(async (_: Session, request: ListInstanceRequest) => answer(request));
  const result = listInstances({ listInstances: listInstancesCall } as Partial<Cams> as Cams, session);
  return { result, requests: listInstancesCall };
}

const rows = (from: number, count: number): Instance[] =>
  Array.from({ length: count }, (_, index) => ({ spaceId: `cams-${from + index}` }));

describe('listInstances', () => {
  it('asks until it has the total, whatever size the pages really have', async () => {
    const { result, requests } = list(({ pageIndex }) => ({
      instances: rows(pageIndex * 20, 20),
      total: 60,
    }));
    expect(await result).toHaveLength(60);
    expect(requests).toHaveBeenCalledTimes(3);
  });

  it('ends without a total at the first page that brings nothing new', async () => {
    const { result, requests } = list(({ pageIndex }) => ({
      instances: rows(Math.min(pageIndex, 2) * 10, 10),
    }));
    expect(await result).toHaveLength(20);
    expect(requests).toHaveBeenCalledTimes(3);
  });

  it('ends when a page is refused, and asks for smaller ones when the first is', async () => {
    const refusal = new ServiceError({ operation: 'ListInstance', code: 'InvalidParameter.PageInvalid' });
    const { result } = list(({ pageIndex, pageSize }) => {
      if (pageSize > 10 || pageIndex > 2) throw refusal;
      return { instances: rows(pageIndex * 10, 10) };
    });
    expect(await result).toHaveLength(20);
  });

  it('ends, even if the service brings new ids forever', async () => {
    const { result, requests } = list(({ pageIndex }) => ({ instances: rows(pageIndex, 1) }));
    await result;
    expect(requests.mock.calls.length).toBeLessThanOrEqual(100);
  });

  it('takes each space once and leaves out channels without flows', async () => {
    const { result } = list(() => ({
      instances: [
        { spaceId: 'cams-1', channelType: 'VIBER', name: 'viber' },
        { spaceId: 'cams-1', channelType: 'whatsapp', name: 'WhatsApp' },
        { spaceId: 'cams-2', channelType: 'Messenger' },
        { spaceId: 'cams-3' },
        { spaceId: 'cams-4', channelType: 'something-new' },
        { spaceId: 'cams-4', channelType: 'something-new', name: 'again' },
      ],
      total: 6,
    }));
    expect((await result).map(({ spaceId, name }) => [spaceId, name])).toEqual([
      ['cams-1', 'WhatsApp'],
      ['cams-3', undefined],
      ['cams-4', undefined],
    ]);
  });
});

describe('mergeSpaces', () => {
  const listed = (id: string, label = id): Space => ({ id, label, origin: 'listed' });
  const added = (id: string, label = id): Space => ({ id, label, origin: 'added' });

  it('follows CAMS in what it lists and keeps what was added', () => {
    const spaces = [listed('gone'), listed('kept', 'old name'), added('mine')];
    expect(
      mergeSpaces({ spaces, removedSpaces: [] }, [{ spaceId: 'kept', name: 'new name' }, { spaceId: 'new' }]),
    ).toEqual([listed('kept', 'new name'), listed('new'), added('mine')]);
  });

  it('keeps a label that the person chose, and a space away that they removed', () => {
    let account = {
      spaces: [listed('a'), listed('b')] as readonly Space[],
      removedSpaces: [] as readonly string[],
    };
    account = withSpaceRenamed(account, 'a', 'Mine');
    account = withoutSpace(account, 'b');
    const again = [{ spaceId: 'a', name: 'Theirs' }, { spaceId: 'b' }];
    expect(mergeSpaces(account, again)).toEqual([{ ...listed('a', 'Mine'), renamed: true }]);

    account = withSpace(account, 'b', 'Back');
    expect(mergeSpaces(account, again)).toContainEqual(added('b', 'Back'));
  });

  it('is the same done twice, and never has a space twice', () => {
    const space = fc.record({
      id: fc.constantFrom('', 'a', 'b', 'c'),
      label: fc.string(),
      origin: fc.constantFrom<Space['origin'][]>('listed', 'added'),
    });
    const instance = fc.record({
      spaceId: fc.constantFrom('a', 'b', 'c', 'd'),
      name: fc.option(fc.string(), { nil: undefined }),
    });
    const unique = { selector: (value: { id?: string; spaceId?: string }) => value.id ?? value.spaceId };
    fc.assert(
      fc.property(
        fc.uniqueArray(space, unique),
        fc.uniqueArray(instance, unique),
        fc.array(fc.constantFrom('a', 'd')),
        (spaces, instances, removedSpaces) => {
          const once = mergeSpaces({ spaces, removedSpaces }, instances);
          expect(mergeSpaces({ spaces: once, removedSpaces }, instances)).toEqual(once);
          expect(new Set(once.map(({ id }) => id)).size).toBe(once.length);
        },
      ),
    );
  });
});
