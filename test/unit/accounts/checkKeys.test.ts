import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkKeys, checkSpace } from '../../../src/accounts/checkKeys';
import { sentenceOf } from '../../../src/accounts/explain';
import { createCams } from '../../../src/cams/service';
import { silentLog } from '../../../src/platform/log';
import { everyFault, startSimulator, type Simulator } from '../../simulator';
import { openWindow, Storage } from './house';

let simulator: Simulator;
beforeAll(async () => void (simulator = await startSimulator()));
afterAll(() => simulator.close());

const open = () =>
  openWindow(new Storage(), createCams({ log: silentLog, userAgent: 'test', timeLimit: 300 }));

describe.concurrent('every fault of CAMS while keys are tried', () => {
  // These leave no doubt that the keys are right.
  const proofs = [
    'no permission',
    'wrong space',
    'no data',
    'wrong types',
    'expired link',
    'XML error that the SDK parses',
  ];
  // How patiently the client waits while it is throttled is its own matter.
  const faults = Object.entries(everyFault).filter(([name]) => name !== 'throttling');

  it.each(faults)('%s: a sentence, and it works afterwards', async (name, fault) => {
    const own = await startSimulator();
    const { accounts, lines } = open();
    const order = own.faults.order('*', fault);
    const error = await checkKeys(accounts, own.keys, own.endpoint, {}).then(
      ({ doubt }) => doubt,
      (reason: unknown) => reason,
    );
    const sentence = error === undefined ? undefined : sentenceOf(error);
    if (proofs.includes(name)) expect(sentence).toBeUndefined();
    else expect(sentence).toMatch(/^[A-Z].*[.!)]$/);
    expect(sentence ?? '').not.toMatch(/undefined|\[object|SyntaxError|Unexpected token/);
    for (const text of [sentence ?? '', ...lines]) expect(text).not.toContain(own.keys.accessKeySecret);

    order.clear();
    const checked = await checkKeys(accounts, own.keys, own.endpoint, {});
    expect(checked.listing.length).toBeGreaterThan(1);
    await own.close();
  });
});

describe('a space', () => {
  it('passes when the key may not list flows: its flows can be opened by ID', async () => {
    const { accounts } = open();
    const { withoutListFlow: keys } = simulator.logins;
    const account = await accounts.signIn({
      label: 'No list',
      keys,
      region: 'ap-southeast-1',
      endpoint: simulator.endpoint,
      listing: 'unknown',
    });
    await checkSpace(accounts, account.id, simulator.account.spaces[0]!.id, {});
    expect(simulator.requests.of('ListFlow').at(-1)?.status).toBeGreaterThanOrEqual(400);
  });

  it('can be the default one, which is asked for by naming none', async () => {
    const { accounts } = open();
    const { keys, endpoint } = simulator;
    const account = await accounts.signIn({ label: 'All', keys, region: 'x', endpoint, listing: 'unknown' });
    await checkSpace(accounts, account.id, '', {});
    expect(simulator.requests.of('ListFlow').at(-1)?.parameters).not.toHaveProperty('CustSpaceId');
  });
});
