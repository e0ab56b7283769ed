import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forbidStrayErrors } from './strays';
import { turns, until, useFastTime } from './time';
import {
  accountNode,
  buildHouse,
  flowNode,
  signIn,
  spaceNode,
  storedFlow,
  typeKeys,
  type House,
} from './walk';
import type { Window } from './window';

useFastTime();
forbidStrayErrors();

let house: House;
let here: Window;
let there: Window;
let id: string;

beforeEach(async () => {
  house = await buildHouse();
  here = await house.open();
  there = await house.open();
  id = await signIn(here, house.simulator.keys, 'Main');
});
afterEach(() => house.close());

const aFlow = () => flowNode(id, storedFlow(house.simulator).id);
const signOutHere = () => here.run('camsFlows.account.signOut', accountNode(id));

async function sessionsOf(window: Window): Promise<string[]> {
  return (await window.sessions.getSessions(undefined, {})).map(({ account }) => account.label);
}

describe('two windows', () => {
  it('are windows of their own: what is in one is not in the other', async () => {
    await here.run('camsFlows.flow.openJson', aFlow());
    await here.run('camsFlows.flow.preview', aFlow());
    expect([here.editor.tabs.length, here.panels.length]).toEqual([1, 1]);
    expect([there.editor.tabs.length, there.panels.length, there.notifications.length]).toEqual([0, 0, 0]);
  });

  it('both know an account that signs in, renames itself, gets a space', async () => {
    await turns(20);
    expect(there.contextKeys['camsFlows.signedIn']).toBe(true);
    expect(await sessionsOf(there)).toEqual(['Main']);
    expect(await there.children()).toHaveLength(6);
    expect(await there.listed(spaceNode(id))).toHaveLength(3);
    // In this window nobody has signed in.
    expect(there.notifications).toEqual([]);

    const renaming = here.run('camsFlows.account.rename', accountNode(id));
    (await here.next()).enter('Renamed');
    await renaming;
    await here.run('camsFlows.space.remove', spaceNode(id, 'cams-studiosepi'));
    expect(await sessionsOf(there)).toEqual(['Renamed']);
    expect(await there.children()).toHaveLength(5);
  });

  it('share what they know of flows, on a disk that neither spoils for the other', async () => {
    await Promise.all([here, there].map((window) => window.listed(spaceNode(id))));
    await Promise.all([here, there].map((window) => window.run('camsFlows.flows.refresh', spaceNode(id))));
    await until('the cache', () => house.disk.texts.some((text) => text.includes('"format"')));
    house.simulator.faults.order('cams', { kind: 'reset' });
    const third = await house.open();
    expect(await third.children(spaceNode(id))).toHaveLength(3);
    expect([...house.disk.files.keys()].filter((path) => path.endsWith('.part'))).toEqual([]);
  });

  it('both lose an account that signs out in one: tree, tab and preview say so', async () => {
    await there.listed(spaceNode(id));
    await there.run('camsFlows.flow.openJson', aFlow());
    await there.run('camsFlows.flow.preview', aFlow());
    const [panel] = there.panels;
    await until('the frame', () => panel!.frameSource);
    const opened = there.editor.active!;

    await signOutHere();
    await until('the notice', () => panel!.body?.kind === 'notice');
    expect(panel!.body).toMatchObject({ icon: 'account', buttons: ['signIn'] });
    expect(await there.children()).toEqual([]);
    expect(there.contextKeys).toMatchObject({ 'camsFlows.signedIn': false, 'camsFlows.empty': 'signedOut' });
    expect(await sessionsOf(there)).toEqual([]);

    // The text stays in its tab, to be copied; looked at anew, the tab says why there is none.
    expect(opened.text).toBe(storedFlow(house.simulator).json);
    there.editor.close(opened.uri);
    await there.editor.open(opened.uri);
    expect(there.editor.active!.text).toMatch(/account is not signed in/);
    expect(there.editor.active!.languageId).toBe('plaintext');
    expect(there.editor.lensesOf(there.editor.active!)[0]?.command).toBe('camsFlows.account.signIn');

    await there.run('camsFlows.flow.copyJson', aFlow());
    expect(there.notifications.at(-1)?.text).toMatch(/no longer signed in/);
    expect(there.clipboard).toEqual([]);
    expect([...house.storage.secretTexts.keys()].filter((key) => key.includes(id))).toEqual([]);
    expect(house.disk.texts.filter((text) => text.startsWith('/storage'))).toEqual([]);
  });

  it('drop what is under way in one when the other signs out', async () => {
    const order = house.simulator.faults.order('GetFlowPreviewUrl', { kind: 'delay', milliseconds: 30 });
    await there.run('camsFlows.flow.preview', aFlow());
    const copying = there.run('camsFlows.preview.copyLink');
    await until('the request', () => order.hits > 0);
    const answered = house.simulator.requests.next('GetFlowPreviewUrl');
    await signOutHere();
    await answered;
    await copying;
    expect(there.clipboard).toEqual([]);
    expect(there.panels[0]!.frameSource).toBeUndefined();
    expect(JSON.stringify(there.panels[0]!.posted)).not.toContain('token=');
  });

  it('both work with keys that are renewed in one', async () => {
    const { simulator } = house;
    await there.listed(spaceNode(id));
    await there.run('camsFlows.flow.preview', aFlow());
    simulator.logins.everything.disabled = true;
    for (const window of [here, there]) {
      await window.run('camsFlows.flow.refresh', aFlow());
      expect(window.notifications.at(-1)?.items[0]).toBe('Sign In Again');
    }
    there.panels[0]!.press('reload');
    await until('the way out', () => JSON.stringify(there.panels[0]!.body).includes('renewKeys'));

    const renewing = here.run('camsFlows.account.renew', accountNode(id));
    await typeKeys(here, simulator.logins.readOnly);
    await renewing;
    await until('the frame, without a press', () => there.panels[0]!.frameSource);
    const told = there.notifications.length;
    await there.run('camsFlows.flow.refresh', aFlow());
    await there.run('camsFlows.flow.openJson', aFlow());
    expect(there.notifications).toHaveLength(told);
    expect(there.editor.active!.text).toBe(storedFlow(simulator).json);
    expect(simulator.requests.all.at(-1)).toMatchObject({ site: 'oss' });
    const { accessKeyId } = simulator.logins.readOnly;
    expect(simulator.requests.of({ site: 'cams' }).at(-1)).toMatchObject({ accessKeyId });
  });

  it('find out by themselves when the other is gone for good', async () => {
    here.close();
    await there.run('camsFlows.account.signOut', accountNode(id));
    expect(await there.children()).toEqual([]);
    expect([...house.storage.secretTexts.keys()]).toEqual([]);
  });
});
