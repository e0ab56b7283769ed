import { expect, it, vi } from 'vitest';
import { Uri } from 'vscode';
import type { Parts } from '../../../../src/commands/command';
import { flowTarget } from '../../../../src/commands/flowTarget';
import { flowTargets } from '../../../../src/commands/flowTargets';

vi.mock('../../../../src/commands/flowTarget', () => ({ flowTarget: vi.fn(async () => undefined) }));

const parts = {} as Parts;
const ref = (flowId: string) => ({ accountId: 'a', spaceId: 's', flowId });
const flow = (flowId: string) => ({ kind: 'flow', ref: ref(flowId) });

it('are all that are selected, each once', async () => {
  const fact = { kind: 'fact', fact: 'endpointUri', ref: ref('2') };
  const space = { kind: 'space', ref: { accountId: 'a', spaceId: 's' } };
  const selected = [flow('1'), fact, flow('2'), space, ref('3'), null, 7, 'x', {}];
  expect(await flowTargets(parts, [flow('1'), selected])).toEqual([ref('1'), ref('2'), ref('3')]);
  expect(flowTarget).not.toHaveBeenCalled();
});

it.each([
  [[]],
  [[flow('1')]],
  [[flow('1'), undefined]],
  [[flow('1'), []]],
  [[null, {}, 'x', 4]],
  [[Uri.file('/x'), [null]]],
])('is the one that the command is about where nothing is selected: %j', async (args) => {
  vi.mocked(flowTarget).mockResolvedValueOnce(ref('9'));
  expect(await flowTargets(parts, args)).toEqual([ref('9')]);
  expect(flowTarget).toHaveBeenLastCalledWith(parts, args);
});

it('are none when the person picks nothing', async () => expect(await flowTargets(parts, [])).toEqual([]));
