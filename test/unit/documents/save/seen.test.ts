import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ServiceError } from '../../../../src/cams/errors';
import { flowUri } from '../../../../src/documents/flowUri';
import { sleep } from '../../../../src/platform/sleep';
import { house, ref } from '../house';
import { Remote } from '../remote';

const uri = flowUri(ref, 'Sign up');
/** Texts of the same size: VS Code cannot tell them apart by that. */
const [one, two, three, four] = [1, 2, 3, 4].map((number) => `{"version":"7.3","n":${number}}`) as [
  string,
  string,
  string,
  string,
];

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

async function opened() {
  const remote = new Remote(one);
  const seen: string[] = [];
  const { openTab } = house(remote);
  const { file } = await openTab(uri, 1, {
    conflict: () => seen.push('conflict'),
    failed: (_file, error) => seen.push((error as Error).message),
  });
  await vi.advanceTimersByTimeAsync(5_000);
  return { file, remote, seen };
}

it('a text that came after a revert is a conflict for VS Code, not one that pressing Save twice overwrites', async () => {
  const { file, remote, seen } = await opened();
  file.edit(two);
  remote.put(three);
  await file.save();
  await file.revert();
  expect(file.text).toBe(three);
  remote.put(four);
  file.edit(two);
  await file.save();
  expect(seen).toEqual(['conflict', 'conflict']);
  await file.save();
  expect(remote.text).toBe(four);
});

it('a text of which only a refusal told is not one that the person has seen', async () => {
  const { file, remote, seen } = await opened();
  file.edit(two);
  remote.put(three);
  // VS Code was told not to compare: nobody sees a conflict.
  await file.save({ overwrite: true });
  expect(seen).toEqual([expect.stringContaining('has changed on CAMS meanwhile')]);
  expect(await file.save({ overwrite: true })).toBe(false);
  expect(remote.text).toBe(three);
});

it('a text that a save met that failed for another reason is not one that the person has seen', async () => {
  const { file, remote, seen } = await opened();
  file.edit(two);
  remote.put(three);
  await file.save();
  remote.put(four);
  remote.meanwhile = (step) => {
    if (step === 'store') throw new ServiceError({ operation: 'upload', code: 'Busy' });
  };
  await file.save({ overwrite: true });
  expect(seen).toEqual(['conflict', expect.stringContaining('Busy')]);
  remote.meanwhile = () => undefined;
  expect(await file.save({ overwrite: true })).toBe(false);
  expect(remote.text).toBe(four);
});

it('a look whose answer took more than a second is repeated before the change', async () => {
  const { file, remote } = await opened();
  file.edit(two);
  remote.steps.length = 0;
  let looks = 0;
  remote.meanwhile = (step) => (step === 'look' && looks++ === 0 ? sleep(1_500) : undefined);
  const saving = file.save();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await saving).toBe(true);
  expect(remote.steps.filter((step) => step !== 'store')).toEqual(['look', 'look', 'update', 'look']);
});
