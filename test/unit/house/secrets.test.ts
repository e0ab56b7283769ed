import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { everyFault } from '../../simulator';
import type { Fault } from '../../simulator/faults';
import type { RecordedRequest } from '../../simulator/requests';
import { features, type Scene } from './features';
import { placesOf } from './places';
import { forbidStrayErrors } from './strays';
import { until, useFastTime } from './time';
import { buildHouse, flowNode, signIn, signInRole, spaceNode, storedFlow, type House } from './walk';
import type { Window } from './window';

useFastTime();
forbidStrayErrors();

const OPTIONS = {
  interactive: true,
  action: 'data_exchange',
  payload: '',
  flowToken: 'planted-flow-token-81d2',
  phoneNumber: '+62 811 9000 1234',
  debug: true,
};
const PERSONAL = [OPTIONS.flowToken, OPTIONS.phoneNumber, '+6281190001234'];
const EXTERNAL_ID = 'planted-external-id-77';

let house: House;
let window: Window;

beforeEach(async () => {
  house = await buildHouse();
  house.simulator.account.roles[0]!.externalId = EXTERNAL_ID;
  window = await house.open();
});
afterEach(() => house.close());

/** Keys and tokens: nobody may see them. */
function keySecrets(): string[] {
  const keys = house.simulator.state.accounts.flatMap((account) => account.keys);
  const values = keys.flatMap(({ accessKeySecret, securityToken }) => [accessKeySecret, securityToken]);
  return [...values.filter((value) => value !== undefined), EXTERNAL_ID];
}

/** What makes a link work: the values in the query of every link that CAMS gave away. */
function linkSecrets(): string[] {
  const { simulator } = house;
  const tokens = simulator.account.spaces
    .flatMap(({ flows }) => [...flows.values()])
    .flatMap(({ previews }) => previews.map(({ token }) => token));
  const signatures = simulator.requests
    .of({ site: 'oss' })
    .flatMap(({ url }) => new URL(url, 'http://x').searchParams.get('x-oss-signature') ?? []);
  expect(tokens.length).toBeGreaterThan(0);
  expect(signatures.length).toBeGreaterThan(0);
  return [...tokens, ...signatures];
}

const findAll = (values: readonly string[]): string[] => placesOf(values, window, house);

/** Does everything that there is to do with one account. */
async function walk(accountId: string): Promise<void> {
  const scene: Scene = { window, simulator: house.simulator, accountId, bareId: accountId };
  window.view.show(true);
  for (const feature of features) {
    if (feature.name !== 'list spaces') await feature.use(scene);
  }
  const [panel] = window.panels;
  panel?.send({ type: 'options', options: OPTIONS });
  panel?.press('copyLink');
  panel?.press('openInBrowser');
  panel?.press('openJson');
  await window.run('camsFlows.flow.copyId', flowNode(accountId, storedFlow(house.simulator).id));
  for (const document of window.editor.documents) window.editor.lensesOf(document);
  await window.sessions.getSessions(undefined, {}).then((sessions) => window.seen.note('error', sessions));
}

async function signInAll(): Promise<string[]> {
  const { simulator } = house;
  const everything = await signIn(window, simulator.keys, 'Keys');
  const temporary = await signIn(window, simulator.logins.temporary, 'Temporary');
  return [everything, temporary, await signInRole(house, EXTERNAL_ID)];
}

/** What may be seen, and nothing else. */
function expectNothingElse(): void {
  const ids = [...house.storage.values.keys()].filter((key) => key.startsWith('camsFlows.account.'));
  expect(findAll(keySecrets())).toEqual(ids.map((id) => `secret ${id}`));
  expect(findAll(linkSecrets()).sort()).toEqual(['browser', 'clipboard', 'webview message']);
  expect(findAll(PERSONAL).sort()).toEqual(
    ['browser', 'clipboard', 'secret camsFlows.preview.options', 'webview message'].sort(),
  );
}

describe('secrets', () => {
  it('stay where they belong while everything works', async () => {
    for (const id of await signInAll()) await walk(id);
    await until('the link in the browser', () => window.opened.length >= 1);
    expectNothingElse();
  });

  it('stay where they belong whatever goes wrong', async () => {
    const accounts = await signInAll();
    for (const id of accounts) await walk(id);
    for (const fault of Object.values(everyFault)) {
      const order = house.simulator.faults.order('*', fault);
      await walk(accounts[0]!);
      order.clear();
    }
    expectNothingElse();
  }, 60_000);

  it('are not shown when the service quotes them', async () => {
    const { simulator } = house;
    const accounts = await signInAll();
    for (const id of accounts) await walk(id);
    const [token, signature] = [linkSecrets()[0]!, linkSecrets().at(-1)!];
    const link = `${simulator.previewOrigin}/wa/?token=${token}&x-oss-signature=${signature}`;
    const before = findAll(keySecrets());
    // Whoever signs a request has its own secrets quoted: nobody else's could be known there.
    const signers = simulator.state.accounts.flatMap(({ keys }) => keys);
    const faults: ((message: string) => Fault)[] = [
      (message) => ({ kind: 'error', status: 400, code: 'Odd', message }),
      // Also where HTTP says that all is well.
      (message) => ({
        kind: 'body',
        body: JSON.stringify({ Code: 'Odd', Message: message, RequestId: 'R' }),
      }),
    ];
    for (const fault of faults) {
      for (const { accessKeyId, accessKeySecret, securityToken } of signers) {
        const quoted = fault(`We got ${accessKeySecret} and ${securityToken ?? 'nothing'} and ${link}`);
        const when = ({ headers }: RecordedRequest) => String(headers.authorization).includes(accessKeyId);
        simulator.faults.order('cams', quoted, { when });
      }
      const from = window.seen.all.length;
      for (const id of accounts) await walk(id);
      simulator.faults.clear();
      expect(window.seen.all.slice(from).some(({ text }) => text.includes('We got •••'))).toBe(true);
    }
    expect(findAll(keySecrets())).toEqual(before);
    expect(findAll(linkSecrets()).sort()).toEqual(['browser', 'clipboard', 'webview message']);
  });

  it('are not part of what a panel comes back from', async () => {
    const [id] = await signInAll();
    const { flowId } = flowNode(id!, storedFlow(house.simulator).id).ref;
    const state = { ...spaceNode(id!).ref, flowId };
    const panel = window.newPanel();
    await window.serializer.deserializeWebviewPanel(panel.asPanel, state);
    await until('the frame', () => panel.frameSource);
    const started = panel.posted.filter((message) => message.type === 'start');
    expect(started.map((message) => message.state)).toEqual(started.map(() => state));
  });
});
