import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NetworkError, ServiceError } from '../../../src/cams/errors';
import type { FlowSummary } from '../../../src/cams/types';
import { listPages, PAGE_SIZE } from '../../../src/flows/listing';
import { many, summaries } from './house';

async function drain(pages: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const page of pages) count += page === undefined ? 0 : 1;
  return count;
}

type Serve = (index: number) => readonly FlowSummary[] | Error;

const pageRefused = new ServiceError({ operation: 'ListFlow', code: 'InvalidParameter.PageInvalid' });

async function list(serve: Serve) {
  const asked: number[] = [];
  const pages: string[][] = [];
  const ask = async (index: number, signal: AbortSignal) => {
    asked.push(index);
    await Promise.resolve();
    signal.throwIfAborted();
    const answer = serve(index);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  for await (const page of listPages(ask, new AbortController().signal))
    pages.push(page.map(({ flowId }) => flowId));
  return { asked, pages, ids: pages.flat() };
}

/** A service that gives at most `cap` rows a page, and past the end does as told. */
function service(
  all: readonly FlowSummary[],
  cap: number,
  pastTheEnd: (last: readonly FlowSummary[]) => ReturnType<Serve>,
): Serve {
  const pages = Array.from({ length: Math.ceil(all.length / cap) }, (_, page) =>
    all.slice(page * cap, (page + 1) * cap),
  );
  return (index) =>
    pages[index - 1] ?? (all.length === 0 && index === 1 ? [] : pastTheEnd(pages.at(-1) ?? []));
}

const endings = {
  'an empty page': () => [],
  'the last page again': (last: readonly FlowSummary[]) => last,
  'a refusal of the page': () => pageRefused,
};

describe.each(Object.entries(endings))('listing from a service that ends in %s', (_name, ending) => {
  it.each([
    [0, 100],
    [1, 100],
    [99, 100],
    [100, 100],
    [101, 100],
    [1_000, 100],
    [37, 10],
    [40, 10],
    [5, 1],
  ])('brings all of %d flows at no more than %d a page', async (count, cap) => {
    const all = many(count);
    const { ids } = await list(service(all, cap, ending));
    expect(ids).toEqual(all.map(({ flowId }) => flowId));
  });
});

describe('listing', () => {
  it('is law: any number of flows, any silent maximum, any ending, each flow once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 650 }),
        fc.integer({ min: 1, max: PAGE_SIZE }),
        fc.constantFrom(...Object.values(endings)),
        async (count, cap, ending) => {
          const all = many(count);
          const { ids } = await list(service(all, cap, ending));
          expect(ids).toEqual(all.map(({ flowId }) => flowId));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('asks an empty space once', async () => {
    expect((await list(() => [])).asked).toEqual([1]);
  });

  it('does not take a short page for the end', async () => {
    const pages = [many(100), summaries('short'), many(100, 200)];
    expect((await list((index) => pages[index - 1] ?? [])).ids).toHaveLength(201);
  });

  it('shows the first page before it asks for another', async () => {
    const asked: number[] = [];
    const pages = listPages(async (index) => {
      asked.push(index);
      return many(100, index * 100);
    }, new AbortController().signal);
    await pages.next();
    expect(asked).toEqual([1]);
    await pages.return();
  });

  it('leaves out what an earlier page has shown: flows shift while they are listed', async () => {
    const pages = [summaries(1, 2, 3), summaries(3, 4)];
    expect((await list((index) => pages[index - 1] ?? [])).ids).toEqual(['1', '2', '3', '4']);
  });

  it('asks several pages ahead when they come back full, and never more than four at once', async () => {
    let under = 0;
    let most = 0;
    const answers: (() => void)[] = [];
    const ask = (index: number) => {
      most = Math.max(most, ++under);
      return new Promise<FlowSummary[]>((resolve) =>
        answers.push(() => {
          under--;
          resolve(index <= 20 ? many(100, index * 100) : []);
        }),
      );
    };
    const done = drain(listPages(ask, new AbortController().signal));
    while (answers.length > 0 || under > 0) {
      answers.shift()?.();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    }
    await done;
    expect(most).toBe(4);
  });

  it('gives up the pages asked for ahead when the end is reached', async () => {
    const aborted: number[] = [];
    const ask = async (index: number, signal: AbortSignal): Promise<FlowSummary[]> => {
      if (index === 1) return many(100);
      if (index === 2) return many(100, 101);
      if (index === 3) return [];
      return new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          aborted.push(index);
          reject(new Error('aborted'));
        }),
      );
    };
    await drain(listPages(ask, new AbortController().signal));
    expect(aborted).toEqual([4, 5, 6]);
  });

  it('fails when the first page is refused', async () => {
    await expect(list(() => pageRefused)).rejects.toBe(pageRefused);
  });

  it('fails when a later page breaks: half a list is not the list', async () => {
    const broken = new NetworkError({ operation: 'ListFlow', reason: 'interrupted' });
    await expect(list((index) => (index === 3 ? broken : many(100, index * 100)))).rejects.toBe(broken);
    const internal = new ServiceError({ operation: 'ListFlow', code: 'InternalError' });
    await expect(list((index) => (index === 3 ? internal : many(100, index * 100)))).rejects.toBe(internal);
  });
});
