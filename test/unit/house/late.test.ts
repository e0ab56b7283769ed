import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forbidStrayErrors } from './strays';
import { outsideTime, pass, turns, until, useFastTime } from './time';
import {
  accountIds,
  accountNode,
  buildHouse,
  flowNode,
  signIn,
  SPACE,
  spaceNode,
  storedFlow,
  typeKeys,
  type House,
} from './walk';
import type { Window } from './window';

useFastTime();
forbidStrayErrors();

let house: House;
let window: Window;
let id: string;

beforeEach(async () => {
  house = await buildHouse();
  window = await house.open();
  id = await signIn(window, house.simulator.keys, 'Main');
  await window.listed(spaceNode(id));
  window.saveTo = window.api.Uri.file('/saved');
  window.seen.all.length = 0;
});
afterEach(() => house.close());

const aFlow = () => flowNode(id, storedFlow(house.simulator).id);

interface Action {
  readonly name: string;
  /** The request whose answer comes too late. */
  readonly place: string;
  readonly start: () => Promise<unknown>;
}

const run = (...args: Parameters<Window['run']>) => window.run(...args);

const actions: readonly Action[] = [
  { name: 'list flows', place: 'ListFlow', start: () => run('camsFlows.flows.refresh', spaceNode(id)) },
  {
    name: 'list spaces',
    place: 'ListInstance',
    start: () => run('camsFlows.flows.refresh', accountNode(id)),
  },
  { name: 'point at a flow', place: 'GetFlow', start: () => window.hover(aFlow()) },
  { name: 'refresh a flow', place: 'GetFlow', start: () => run('camsFlows.flow.refresh', aFlow()) },
  ...['GetFlowJSONAssest', 'GET'].flatMap((place): Action[] => [
    { name: 'open JSON', place, start: () => run('camsFlows.flow.openJson', aFlow()) },
    { name: 'copy JSON', place, start: () => run('camsFlows.flow.copyJson', aFlow()) },
    { name: 'save JSON', place, start: () => run('camsFlows.flow.saveJsonAs', aFlow()) },
    { name: 'download all', place, start: () => run('camsFlows.space.downloadAll', spaceNode(id)) },
  ]),
  { name: 'preview', place: 'GetFlowPreviewUrl', start: () => run('camsFlows.flow.preview', aFlow()) },
  {
    name: 'copy the preview link',
    place: 'GetFlowPreviewUrl',
    start: async () => {
      await run('camsFlows.flow.preview', aFlow());
      await run('camsFlows.preview.copyLink');
    },
  },
  {
    name: 'add a flow by ID',
    place: 'GetFlow',
    start: async () => {
      const done = run('camsFlows.flow.add', spaceNode(id));
      (await window.next()).enter(storedFlow(house.simulator, -1).id);
      await done;
    },
  },
];

/** Starts something, lets `meanwhile` happen before the answer is there, and waits until it has long come. */
async function meanwhile({ place, start }: Action, happens: () => Promise<unknown>): Promise<void> {
  const { faults, requests } = house.simulator;
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const order = faults.order(
    place === 'GET' ? 'oss' : place,
    { kind: 'hold', until: released },
    { times: 1 },
  );
  const started = start();
  started.catch(() => undefined);
  const answered = requests.next(place);
  await until(`the request ${place}`, () => order.hits > 0);
  // While the answer is held back no time passes, so that none runs out.
  await outsideTime(async () => {
    await happens();
    expect(
      requests.of(place).find(({ took }) => took === undefined),
      'happened too late',
    ).toBeDefined();
    release();
    await answered;
    await turns(20);
  });
  await pass(5_000);
  await window.escapeAll();
  await Promise.race([started, pass(60_000)]);
}

/** What must not come of an answer that is not wanted any more. */
function expectNothingApplied(): void {
  const errors = window.notifications.filter(({ level }) => level === 'error');
  // Who waits for a link is told why none comes.
  expect(errors.filter(({ text }) => !/no longer signed in here/.test(text))).toEqual([]);
  expect(window.clipboard).toEqual([]);
  expect(house.disk.files.has('/saved')).toBe(false);
  expect(house.disk.namesIn('/saved')).toEqual([]);
  expect(window.panels.map((panel) => panel.frameSource)).toEqual(window.panels.map(() => undefined));
  for (const { text } of window.editor.documents) expect(text).not.toContain('"screens"');
}

describe('an answer that comes after the sign-out', () => {
  it.each(actions)('$name ($place)', async (action) => {
    await meanwhile(action, () => run('camsFlows.account.signOut', accountNode(id)));
    expectNothingApplied();
    expect([...house.storage.values.keys()]).toEqual([]);
    expect([...house.storage.secretTexts.keys()]).toEqual([]);
    expect([...house.disk.files.keys()].filter((path) => path.startsWith('/storage/flows'))).toEqual([]);
    expect(await window.children()).toEqual([]);
    expect(window.contextKeys).toMatchObject({ 'camsFlows.signedIn': false, 'camsFlows.empty': 'signedOut' });
    for (const panel of window.panels) expect(panel.body).toMatchObject({ icon: 'account' });
  });
});

describe('an answer to keys that were replaced meanwhile', () => {
  const renew = async () => {
    const done = run('camsFlows.account.renew', accountNode(id));
    await typeKeys(window, house.simulator.logins.readOnly);
    await done;
  };
  const isGood = () => {
    const { state, accessKeyId } = house.storage.values.get(`camsFlows.account.${id}`) as Record<
      string,
      string
    >;
    expect({ state, accessKeyId }).toEqual({
      state: 'ready',
      accessKeyId: house.simulator.logins.readOnly.accessKeyId,
    });
  };

  it.each(actions)('$name ($place): a good one', async (action) => {
    await meanwhile(action, renew);
    // A preview asks again by itself, and a tab when it is told to.
    if (!action.name.includes('preview')) expectNothingApplied();
    else await until('a frame', () => window.panels[0]?.frameSource);
    isGood();
    expect(await window.listed(spaceNode(id))).toHaveLength(3);
  });

  // Where the refusal of an earlier request would end it all.
  const firstOnes = actions.filter(({ name, place }) => place !== 'GET' && name !== 'download all');
  it.each(firstOnes)('$name ($place): a refusal', async (action) => {
    house.simulator.logins.everything.disabled = true;
    await meanwhile(action, renew);
    isGood();
    expect(await window.listed(spaceNode(id))).toHaveLength(3);
  });
});

describe('an answer that comes after the window was closed', () => {
  it.each(actions)('$name ($place)', async (action) => {
    const before = JSON.stringify([...house.storage.values]);
    await meanwhile(action, async () => window.close());
    expectNothingApplied();
    expect(JSON.stringify([...house.storage.values])).toBe(before);
    expect(accountIds(window)).toEqual([id]);
  });
});

describe('an answer that comes after the space was removed', () => {
  it.each(actions.filter(({ place }) => ['ListFlow', 'GetFlow', 'ListInstance'].includes(place)))(
    '$name ($place)',
    async (action) => {
      await meanwhile(action, () => run('camsFlows.space.remove', spaceNode(id)));
      expect(window.notifications.filter(({ level }) => level === 'error')).toEqual([]);
      const spaces = await window.children();
      expect(spaces).toHaveLength(5);
      expect(JSON.stringify(spaces)).not.toContain(SPACE);
      await pass(60_000);
      expect(house.disk.texts.filter((text) => text.includes(SPACE))).toEqual([]);
    },
  );
});

describe('a preview that is closed while its link is on its way', () => {
  it('takes nothing, at the first link and at a renewal', async () => {
    const preview = actions.find(({ name }) => name === 'preview')!;
    await meanwhile(preview, async () => window.panels[0]!.dispose());
    expect(window.panels).toEqual([]);

    await run('camsFlows.flow.preview', aFlow());
    const [panel] = window.panels;
    await until('the frame', () => panel!.frameSource);
    const posted = panel!.posted.length;
    await meanwhile({ ...preview, start: async () => panel!.press('reload') }, async () => panel!.dispose());
    // What was posted before it was closed: that a new one is on its way.
    expect(
      panel!.posted.slice(posted).every((message) => JSON.stringify(message).includes('"asking":true')),
    ).toBe(true);
    expect(house.simulator.requests.of('GetFlowPreviewUrl').length).toBeLessThan(6);
  });
});

describe('a list that is refreshed while it is being listed', () => {
  it('shows what the last listing found', async () => {
    const { simulator } = house;
    const [space] = simulator.account.spaces.filter((one) => one.id === SPACE);
    const gone = [...space!.flows.values()].find(({ status }) => status !== 'DEPRECATED')!;
    const list = actions.find(({ name }) => name === 'list flows')!;
    await meanwhile(list, async () => {
      space!.flows.delete(gone.id);
      void run('camsFlows.flows.refresh', spaceNode(id));
      void run('camsFlows.flows.refresh');
      await turns(5);
    });
    const rows = await window.listed(spaceNode(id));
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toContain(gone.id);
  });
});

describe('keys that are being checked', () => {
  it('are not stored when the person has closed the question meanwhile', async () => {
    const before = JSON.stringify([...house.storage.secretTexts]);
    const start = async () => {
      const done = run('camsFlows.account.signIn');
      await typeKeys(window, house.simulator.logins.readOnly);
      await done;
    };
    await meanwhile({ name: '', place: 'ListInstance', start }, () => window.escapeAll());
    expect(JSON.stringify([...house.storage.secretTexts])).toBe(before);
    expect(window.notifications).toEqual([]);
  });
});
