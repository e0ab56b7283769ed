import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as vscode from 'vscode';
import type { StoredSpace } from '../../../simulator/state';
import { forbidStrayErrors } from '../../house/strays';
import { outsideTime, until, useFastTime } from '../../house/time';
import { buildHouse, signIn, spaceNode, type House } from '../../house/walk';
import type { Window } from '../../house/window';
import type { Question } from '../../accounts/dialogue';
import { pick, press, requestsOf, several, told, type Answer } from '../lifecycle/walk';

useFastTime();
forbidStrayErrors();

const json = (text: string) => JSON.stringify({ version: '7.0', screens: [], text });

let house: House;
let window: Window;
let account: string;
let staging: StoredSpace;
let production: StoredSpace;

beforeEach(async () => {
  house = await buildHouse();
  const { simulator } = house;
  staging = simulator.state.addSpace(simulator.account, 'Staging', { id: 'cams-staging' });
  production = simulator.state.addSpace(simulator.account, 'Production', { id: 'cams-production' });
});
afterEach(() => house.close());

/** Files of the folder /w/flows: a text each, and the flow of staging that it is linked to. */
async function open(
  files: Readonly<Record<string, string | undefined>>,
  linked: Readonly<Record<string, string>> = {},
  version = 1,
): Promise<void> {
  const { disk } = house;
  for (const [name, text] of Object.entries(files))
    disk.put(`/w/flows/${name}.flow.json`, text ?? json(name));
  const flows = Object.fromEntries(
    Object.entries(linked).map(([name, flow]) => [`${name}.flow.json`, { staging: { flow } }]),
  );
  const environments = { staging: { space: 'cams-staging' }, production: { space: 'cams-production' } };
  disk.put('/w/flows/cams-flows.json', JSON.stringify({ version, environments, flows }, undefined, 2));
  window = await house.open('/w');
  await outsideTime(() => import('../../../../src/language/language'));
  account = await signIn(window, house.simulator.keys, 'Main');
}

type Manifest = Record<'environments' | 'flows', Record<string, Record<string, Record<string, string>>>>;
const manifest = (folder = 'flows') =>
  JSON.parse(house.disk.textOf(`/w/${folder}/cams-flows.json`) ?? '{}') as Manifest;
/** The flow that a file is linked to in production. */
const linkOf = (name: string) => manifest().flows[`${name}.flow.json`]?.production?.flow;
const flowsOf = ({ flows }: StoredSpace) => [...flows.values()];
const namesOf = (space: StoredSpace) => flowsOf(space).map(({ name }) => name);
const add = (space: StoredSpace, name: string, more: object = {}) =>
  house.simulator.state.addFlow(space, { name, ...more });
const reports = () => window.seen.of('text').filter((text) => text.startsWith('# Link'));
const folder = (): vscode.Uri => window.api.Uri.file('/w/flows');

/** Runs the command on the folder for production and answers what it asks. */
async function carry(...answers: Answer[]): Promise<void> {
  const done = window.run('camsFlows.links.folder', folder());
  const all: Answer[] = [pick(/^Production/), ...answers];
  for (const answer of all) await answer(await window.next('a question'));
  await done;
}
const accept = (question: Question) => question.accept();
const labels = ({ items }: Question) => items.map(({ label }) => label);

describe('a folder that has flows in one environment', () => {
  beforeEach(async () => {
    const one = add(staging, 'Sign up', { categories: ['SIGN_UP'], endpointUri: 'https://test.example' });
    const two = add(staging, 'Survey', { categories: ['SURVEY', 'LEAD_GENERATION'] });
    await open(
      { 'sign-up': undefined, survey: undefined, help: undefined },
      { 'sign-up': one.id, survey: two.id },
    );
  });

  it('gets the same flows in another: linked where they are, created where not, pushed when wanted', async () => {
    const there = add(production, 'Survey');
    press(window, 'Push 3 Files…', 'Push', 'Push All');
    await carry(
      (question) => {
        expect(question.title).toBe('Link flows and production');
        expect(labels(question)).toEqual(['Link 1 File', 'Create 2 Flows']);
        expect(question.items[0]!.detail).toBe('flows/survey.flow.json ↔ Survey');
        question.accept();
      },
      (question) => {
        expect(question.title).toBe('Link flows and production: categories of 1 new flows');
        question.accept();
      },
      pick(/^No Endpoint/),
    );
    expect(namesOf(production).sort()).toEqual(['Sign up', 'Survey', 'help']);
    const created = flowsOf(production).find(({ name }) => name === 'Sign up')!;
    expect(created).toMatchObject({ id: linkOf('sign-up'), categories: ['SIGN_UP'], json: json('sign-up') });
    expect(created.endpointUri).toBeUndefined();
    expect(linkOf('survey')).toBe(there.id);
    expect(there.json).toBe(json('survey'));
    expect(flowsOf(production).find(({ name }) => name === 'help')).toMatchObject({ categories: ['OTHER'] });
    expect(await told(window, /1 linked, 2 created/)).toMatchObject({ items: ['Push 3 Files…'] });
    // In sight, but whoever types somewhere else by now goes on typing there.
    expect(window.executedWith.get('camsFlows.changes.open')).toEqual([{ preserveFocus: true }]);
    expect(manifest().flows['survey.flow.json']).toMatchObject({ staging: {}, production: {} });
    expect(flowsOf(staging).map(({ json }) => json)).toEqual([undefined, undefined]);
  });

  it('takes over an endpoint only when the person says so', async () => {
    await carry(accept, accept, (question) => {
      expect(question.items.map(({ detail }) => detail)).toContain('https://test.example');
      question.choose(/^The Same Endpoint/);
    });
    const [first] = flowsOf(production).filter(({ name }) => name === 'Sign up');
    expect(first!.endpointUri).toBe('https://test.example');
  });

  it('does only what is picked, and nothing when the person leaves', async () => {
    add(production, 'Survey');
    await carry(several('Link 1 File'));
    expect(linkOf('survey')).toBeDefined();
    expect(linkOf('help')).toBeUndefined();
    await carry((question) => question.escape());
    await carry(accept, (question) => question.escape());
    expect(namesOf(production)).toEqual(['Survey']);
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('goes on where it stopped', async () => {
    const { faults } = house.simulator;
    const order = faults.order(
      'CreateFlow',
      { kind: 'error', status: 403, code: 'NoPermission' },
      { after: 1 },
    );
    await carry(accept, accept, pick(/^No Endpoint/));
    expect(namesOf(production)).toHaveLength(1);
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toMatch(/## Failed[^#]+CreateFlow/);
    order.clear();
    const done = window.run('camsFlows.links.folder', folder());
    (await window.next()).choose(/^Production/);
    const plan = await window.next();
    expect(labels(plan)).toEqual(['Create 2 Flows']);
    expect(plan.placeholder).toMatch(/linked already: 1/);
    plan.accept();
    // Which two are left nobody knows, so the questions about categories and endpoint come or not.
    const progress = { over: false };
    void done.finally(() => (progress.over = true));
    for (;;) {
      await until('the end or a question', () => progress.over || window.peek() !== undefined);
      if (window.peek() === undefined) break;
      const question = await window.next();
      if (/categories/.test(question.title!)) question.accept();
      else question.choose(/^No Endpoint/);
    }
    expect(namesOf(production)).toHaveLength(3);
  });

  it('finds a flow whose answer was lost, and creates none twice', async () => {
    house.simulator.faults.order('CreateFlow', { kind: 'reset', carriedOut: true }, { times: 3 });
    await carry(accept, accept, pick(/^No Endpoint/));
    expect(namesOf(production).sort()).toEqual(['Sign up', 'Survey', 'help']);
    expect(requestsOf(house, 'CreateFlow')).toBe(3);
    expect(['sign-up', 'survey', 'help'].map(linkOf)).not.toContain(undefined);
  });

  it('says of a lost answer without a flow that nobody knows, and does not send again', async () => {
    house.simulator.faults.order('CreateFlow', { kind: 'reset' }, { times: 1 });
    await carry(accept, accept, pick(/^No Endpoint/));
    expect(requestsOf(house, 'CreateFlow')).toBe(3);
    expect(namesOf(production)).toHaveLength(2);
    expect(reports()[0]).toMatch(/## It is not known whether the flow was created.+\(1\)/);
  });
});

describe('what is not clear', () => {
  it('is left as it is and reported: the same name twice, here or there; no Flow JSON', async () => {
    add(production, 'Twice');
    house.simulator.behaviour.uniqueNames = false;
    add(production, 'Twice ');
    await open({ Twice: undefined, 'en/x': undefined, 'zh/x': undefined, broken: '[]', good: undefined });
    await carry((question) => {
      expect(labels(question)).toEqual(['Create 1 Flow']);
      expect(question.placeholder).toMatch(/not clear: 4/);
      question.accept();
    }, accept);
    expect(namesOf(production)).toEqual(['Twice', 'Twice ', 'good']);
    const [report] = reports();
    expect(report).toMatch(/## Not clear.+\(4\)/);
    expect(report).toContain('flows/broken.flow.json | – | broken.flow.json is not Flow JSON');
    expect(report).toMatch(/zh\/x\.flow\.json \| – \| Several files would become flows of the name x/);
    expect(report).toMatch(/Twice\.flow\.json \| – \| Several flows of the space fit its name/);
  });

  it('is a manifest that nothing may be written to: nothing is created on CAMS', async () => {
    await open({ a: undefined }, {}, 99);
    await carry();
    expect(reports()[0]).toMatch(/## Not clear.+\(1\)[^#]+newer version/);
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('is the manifest that came with Git meanwhile: nothing is created then either', async () => {
    await open({ a: undefined });
    await carry(accept, (question) => {
      house.disk.put('/w/flows/cams-flows.json', '{ "version": 99, "environments": {}, "flows": {} }');
      question.accept();
    });
    expect(await told(window, /newer version/)).toMatchObject({ level: 'error' });
    expect(requestsOf(house, 'CreateFlow')).toBe(0);
  });

  it('is a disk that takes nothing: few are created, and the next time they are linked', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `flow ${index}`);
    await open(Object.fromEntries(names.map((name) => [name, undefined])));
    const { writeFile } = window.api.workspace.fs;
    window.api.workspace.fs.writeFile = async (uri, bytes) => {
      if (uri.path.startsWith('/w/')) throw new Error('ENOSPC');
      await writeFile(uri, bytes);
    };
    await carry(accept, accept);
    const few = namesOf(production);
    expect(few.length).toBeLessThan(20);
    expect(reports()[0]).toMatch(/was created, but the file could not be linked to it.+ENOSPC/);
    window.api.workspace.fs.writeFile = writeFile;
    await carry((question) => {
      expect(labels(question)).toEqual([`Link ${few.length} Files`, `Create ${60 - few.length} Flows`]);
      question.accept();
    }, accept);
    expect(namesOf(production).sort()).toEqual([...names].sort());
  });
});

describe('flows without a file', () => {
  it('are pulled into new files when the person picks that; what is there is not touched', async () => {
    add(production, 'help', { json: '{"version":"7.1"}' });
    const other = add(production, 'Help', { json: '{"version":"7.2"}' });
    const empty = add(production, 'Empty');
    await open({ help: undefined });
    await carry(several('Pull 2 Flows'));
    const texts = house.disk.namesIn('/w/flows').map((name) => [name, house.disk.textOf(`/w/flows/${name}`)]);
    expect(Object.fromEntries(texts)).toMatchObject({
      'help.flow.json': json('help'),
      [`Help.${other.id}.flow.json`]: '{"version":"7.2"}',
    });
    expect(texts).toHaveLength(3);
    expect(reports()[0]).toMatch(/## Failed[^#]+Empty/);
    // It is linked, and has no file yet: the next time it is tried again.
    empty.json = '{"version":"7.3"}';
    await carry(several('Pull 1 Flow'));
    expect(house.disk.textOf('/w/flows/Empty.flow.json')).toBe('{"version":"7.3"}');
  });
});

describe('a folder that nothing is known of', () => {
  it('gets one manifest for itself and all below, and an environment', async () => {
    await open({});
    house.disk.files.clear();
    for (const name of ['a', 'deep/b']) house.disk.put(`/w/fresh/${name}.flow.json`, json(name));
    const done = window.run('camsFlows.links.folder', window.api.Uri.file('/w/fresh'));
    (await window.next()).choose(/^Production/);
    (await window.next()).enter('live');
    (await window.next()).accept();
    (await window.next()).accept();
    await done;
    expect(manifest('fresh')).toMatchObject({
      environments: { live: { space: 'cams-production' } },
      flows: { 'a.flow.json': { live: {} }, 'deep/b.flow.json': { live: {} } },
    });
    expect([...house.disk.files.keys()].filter((path) => path.endsWith('cams-flows.json'))).toHaveLength(1);
  });

  it('is the open folder when the command is called on a space', async () => {
    await open({});
    house.disk.files.clear();
    house.disk.put('/w/a.flow.json', json('a'));
    const done = window.run('camsFlows.links.folder', spaceNode(account, 'cams-production'));
    // The folder of the manifest that this window knew is offered beside the open one.
    const question = await window.next();
    expect(labels(question)).toEqual(['w', 'flows']);
    question.choose(/^w$/);
    (await window.next()).enter('live');
    (await window.next()).accept();
    (await window.next()).accept();
    await done;
    expect(namesOf(production)).toEqual(['a']);
  });
});

describe('what was never the same here and there', () => {
  it.each([
    ['Replace on CAMS', json('a')],
    ['Leave These Out', '{"version":"7.1"}'],
    [undefined, '{"version":"7.1"}'],
  ])('is replaced only when the person says so: %s', async (answer, expected) => {
    const flow = add(production, 'a', { json: '{"version":"7.1"}' });
    await open({ a: undefined });
    press(window, 'Push 1 File…', 'Push Anyway', ...(answer === undefined ? [] : [answer]));
    await carry(accept);
    expect(flow.json).toBe(expected);
  });
});

it('replaces nothing that both sides have changed since they were the same', async () => {
  const before = add(production, 'before');
  await open({ before: undefined });
  press(window, 'Push 1 File…', 'Push Anyway');
  await carry(accept);
  expect(before.json).toBe(json('before'));
  before.json = '{"version":"7.1"}';
  house.disk.put('/w/flows/before.flow.json', '{"version":"7.2"}');
  await window.run('camsFlows.links.check');
  const stranger = add(production, 'stranger', { json: '{"version":"7.3"}' });
  house.disk.put('/w/flows/stranger.flow.json', json('stranger'));
  press(window, 'Push 2 Files…', 'Replace on CAMS', 'Push Anyway', 'Push All', 'Push');
  await carry(accept);
  expect(stranger.json).toBe(json('stranger'));
  expect(before.json).toBe('{"version":"7.1"}');
});

describe('200 files', () => {
  const names = Array.from({ length: 200 }, (_, index) => `flow ${1_000 + index}`);

  it('are created within the quota, each once, and linked as it goes', async () => {
    await open(Object.fromEntries(names.map((name) => [name, undefined])));
    house.simulator.behaviour.quota = true;
    const { rename } = window.api.workspace.fs;
    let writes = 0;
    window.api.workspace.fs.rename = async (from, to, options) => {
      if (to.path.endsWith('cams-flows.json')) writes += 1;
      await rename(from, to, options);
    };
    await carry(accept, accept);
    expect(namesOf(production).sort()).toEqual(names);
    expect(names.map(linkOf)).not.toContain(undefined);
    expect(writes).toBeGreaterThan(10);
    expect(writes).toBeLessThanOrEqual(200);
  });

  it('wait for others who use up the quota', async () => {
    await open({ a: undefined });
    house.simulator.faults.order('CreateFlow', { kind: 'throttling' }, { times: 3 });
    await carry(accept, accept);
    expect(namesOf(production)).toEqual(['a']);
    expect(reports()).toEqual([]);
  });

  it('may be cancelled: what is created is linked, and the next time the rest comes', async () => {
    await open(Object.fromEntries(names.map((name) => [name, undefined])));
    const done = carry(accept, accept);
    await until('some are created', () => production.flows.size > 20);
    window.progress.at(-1)!.cancel();
    await done;
    const created = flowsOf(production);
    expect(created.length).toBeLessThan(100);
    expect(created.map(({ name }) => linkOf(name))).toEqual(created.map(({ id }) => id));
    expect(await told(window, /Run the command again to go on/)).toBeDefined();
    await carry((question) => {
      expect(labels(question)).toEqual([`Create ${200 - created.length} Flows`]);
      question.accept();
    }, accept);
    expect(namesOf(production).sort()).toEqual(names);
  });

  it('end with the account: what was not tried is told', async () => {
    await open(Object.fromEntries(names.map((name) => [name, undefined])));
    const done = carry(accept, accept);
    await until('some are created', () => production.flows.size > 20);
    press(window, 'Sign Out');
    await window.run('camsFlows.account.signOut', { kind: 'account', accountId: account });
    await done;
    const created = flowsOf(production);
    expect(created.length).toBeLessThan(100);
    expect(created.map(({ name }) => linkOf(name))).toEqual(created.map(({ id }) => id));
    expect(reports()[0]).toMatch(/## Not tried[^#]+signed out/);
  });
});
