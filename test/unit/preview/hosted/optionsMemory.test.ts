import { describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../../src/platform/log';
import { OptionsMemory } from '../../../../src/preview/hosted/optionsMemory';
import { defaultOptions, type PreviewOptions } from '../../../../src/webview/hosted/options';
import { FakeSecrets } from './fakes';

const ref = { accountId: 'one', spaceId: 'space', flowId: '1' };
const options: PreviewOptions = { ...defaultOptions, interactive: true, flowToken: 'my-flow-token' };

describe('the memory of options', () => {
  it('knows what was set for each flow, also in the next window', async () => {
    const secrets = new FakeSecrets();
    const memory = new OptionsMemory(secrets, silentLog);
    expect(await memory.get(ref)).toEqual(defaultOptions);
    await memory.set(ref, options);
    const next = new OptionsMemory(secrets, silentLog);
    expect(await next.get(ref)).toEqual(options);
    expect(await next.get({ ...ref, flowId: '2' })).toEqual(defaultOptions);
    expect(await next.get({ ...ref, spaceId: '' })).toEqual(defaultOptions);
  });

  it('does not lose what another window wrote', async () => {
    const secrets = new FakeSecrets();
    const [here, there] = [new OptionsMemory(secrets, silentLog), new OptionsMemory(secrets, silentLog)];
    await here.get(ref);
    await there.set({ ...ref, flowId: '2' }, options);
    await here.set(ref, options);
    expect(await here.get({ ...ref, flowId: '2' })).toEqual(options);
  });

  it('forgets accounts that are gone, and leaves nothing behind', async () => {
    const secrets = new FakeSecrets();
    const memory = new OptionsMemory(secrets, silentLog);
    await memory.set(ref, options);
    await memory.set({ ...ref, accountId: 'two' }, options);
    await memory.keepAccounts((id) => id === 'two');
    expect(await memory.get(ref)).toEqual(defaultOptions);
    expect(await memory.get({ ...ref, accountId: 'two' })).toEqual(options);
    await memory.keepAccounts(() => false);
    expect(secrets.values.size).toBe(0);
  });

  it('keeps the hundred flows that were set last', async () => {
    const memory = new OptionsMemory(new FakeSecrets(), silentLog);
    for (let flow = 0; flow < 101; flow += 1) await memory.set({ ...ref, flowId: String(flow) }, options);
    expect(await memory.get({ ...ref, flowId: '0' })).toEqual(defaultOptions);
    expect(await memory.get({ ...ref, flowId: '1' })).toEqual(options);
    expect(await memory.get({ ...ref, flowId: '100' })).toEqual(options);
  });

  it.each(['', '{', '{}', '[[1,2]]', '[["one/space/1",{"interactive":"yes"}]]', 'null'])(
    'takes %s for nothing',
    async (stored) => {
      const secrets = new FakeSecrets();
      secrets.values.set('camsFlows.preview.options', stored);
      expect(await new OptionsMemory(secrets, silentLog).get(ref)).toEqual(defaultOptions);
    },
  );

  it('does not trust stored options that could not be used', async () => {
    const secrets = new FakeSecrets();
    const broken = { ...options, action: 'navigate', payload: '{' };
    secrets.values.set('camsFlows.preview.options', JSON.stringify([['one/space/1', broken]]));
    expect(await new OptionsMemory(secrets, silentLog).get(ref)).toEqual(defaultOptions);
  });

  it('does without, when the key ring is locked', async () => {
    const secrets = new FakeSecrets();
    const warn = vi.fn();
    vi.spyOn(secrets, 'get').mockRejectedValue(new Error('locked'));
    vi.spyOn(secrets, 'store').mockRejectedValue(new Error('locked'));
    const memory = new OptionsMemory(secrets, { ...silentLog, warn });
    expect(await memory.get(ref)).toEqual(defaultOptions);
    await memory.set(ref, options);
    expect(warn).toHaveBeenCalled();
    expect(JSON.stringify(warn.mock.calls)).not.toContain('my-flow-token');
  });
});
