import fs from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { flowUri } from '../../../src/documents/flowUri';
import type { Projection } from '../../../src/player/player';
import type { ToHost, ToPage } from '../../../src/webview/local/contract';
import { startReferenceEndpoint, type Mood, type ReferenceEndpoint } from '../../endpoint/endpoint';
import { testKeys } from '../../endpoint/keys';
import { placesOf } from './places';
import { forbidStrayErrors } from './strays';
import { until } from './time';
import { buildHouse, flowNode, signIn, storedFlow, type House } from './walk';
import type { Window } from './window';

forbidStrayErrors();

/** In the address, as functions in a cloud want it. */
const CODE = 'planted-code-4471';
/** In the text field of the flow. */
const TYPED = 'planted-name-of-a-patient';

let house: House;
let window: Window;
let endpoint: ReferenceEndpoint;

beforeEach(async () => {
  house = await buildHouse();
  endpoint = await startReferenceEndpoint();
  window = await house.open();
  await import('../../../src/preview/local/local');
});
afterEach(async () => {
  await house.close();
  await endpoint.close();
});

/** The flow that the reference endpoint is for, on CAMS and open in the editor. */
async function openBooking() {
  const accountId = await signIn(window, house.simulator.keys, 'Main');
  const stored = storedFlow(house.simulator);
  stored.json = fs.readFileSync('test/endpoint/booking.flow.json', 'utf8');
  const node = flowNode(accountId, stored.id);
  await window.run('camsFlows.flow.openJson', node);
  await until('the text', () => window.editor.active?.languageId === 'json');
  return node;
}

type Booking = Awaited<ReturnType<typeof openBooking>>;

async function connect(flow: Booking, query: string, source: RegExp): Promise<void> {
  window.press = ({ text }) => (text.startsWith('Connect ') ? 'Connect' : undefined);
  const done = window.run('camsFlows.endpoint.connect', flow);
  (await window.next('the address')).enter(`${endpoint.address}${query}`);
  (await window.next('the keys')).choose(source);
  if (source.test('Paste')) (await window.next('the key')).enter(testKeys.publicKey.replaceAll('\n', ''));
  (await window.next('the app secret')).enter(testKeys.appSecret);
  await done;
}

/** The page of the panel that was opened last, and a person in front of it. */
function page() {
  const panel = window.panels.at(-1)!;
  const posted = () => panel.posted as unknown as readonly ToPage[];
  const last = <Type extends ToPage['type']>(type: Type) =>
    posted().findLast((message) => message.type === type) as Extract<ToPage, { type: Type }> | undefined;
  const shown = (): Projection | undefined => last('show')?.picture.projection;
  /** Fills in the first screen and sends it. */
  const send = async () => {
    panel.send({ type: 'act', event: { is: 'typed', name: 'full_name', text: TYPED } });
    panel.send({ type: 'act', event: { is: 'chosen', name: 'day', option: 'tuesday' } });
    const before = endpoint.count;
    panel.send({ type: 'act', event: { is: 'tapped', key: shown()!.screen!.footer!.key } });
    await until('a request', () => endpoint.count > before);
  };
  return {
    last,
    screen: (id: string) => until(`the screen ${id}`, () => shown()?.screen?.id === id && !shown()!.busy),
    do: (message: ToHost) => panel.send(message),
    /** Fills in the first screen and sends it, which comes to nothing. */
    fail: async () => {
      const known = posted().length;
      await send();
      const problems = () =>
        posted()
          .slice(known)
          .flatMap((message) => (message.type === 'log' ? message.entries : []))
          .filter(({ kind }) => kind === 'problem');
      await until('a word on what went wrong', () => problems().length > 0);
    },
    send,
  };
}

const secretKeys = () => [...house.storage.secretTexts.keys()].filter((key) => key.includes('ownEndpoint'));
const placesWith = (...values: string[]) => placesOf(values, window, house).sort();
const moods: readonly Mood[] = [
  'cuts the connection',
  { text: `We got ${TYPED} by ${CODE} and ${testKeys.appSecret}`, status: 500 },
  { text: `We got ${TYPED}`, status: 427 },
  { sealed: `We got ${TYPED}` },
  { sealed: JSON.stringify({ screen: 'NOWHERE', data: { name: TYPED } }) },
  { redirect: `http://127.0.0.1:1/${TYPED}?code=${CODE}` },
];

describe('what belongs to an endpoint and what a person types', () => {
  it('stay where they belong, whatever the endpoint does', async () => {
    const flow = await openBooking();
    await connect(flow, `?code=${CODE}`, /^Paste/);
    await window.run('camsFlows.localPreview.open', flow);
    const { last, screen, send, fail, do: order } = page();
    await screen('DAY');
    await send();
    await screen('TIME');
    for (const mood of moods) {
      endpoint.mood = mood;
      order({ type: 'restart', keepData: false });
      await screen('DAY');
      await fail();
    }
    endpoint.mood = 'well';
    await window.run('camsFlows.endpoint.check', flow);
    window.saveTo = window.api.Uri.file('/saved/log.json');
    order({ type: 'press', button: 'exportLog' });
    await until('the log', () => house.disk.textOf('/saved/log.json'));
    order({ type: 'press', button: 'disconnect' });
    (await window.next('the keys')).escape();

    expect(placesWith(TYPED)).toEqual(['file /saved/log.json', 'webview message']);
    expect(placesWith(CODE, testKeys.appSecret)).toEqual(secretKeys().map((key) => `secret ${key}`));
    expect(JSON.stringify(house.simulator.requests.all)).not.toContain('planted');
    const { ref } = flow;
    const uri = flowUri(ref, storedFlow(house.simulator).name).toString();
    expect(last('start')!.state).toEqual({ uri, pinned: false });
  });

  it('stay in the secret storage where the keys were made here', async () => {
    const flow = await openBooking();
    await connect(flow, '', /^Make/);
    await window.run('camsFlows.localPreview.open', flow);
    const { screen, fail, do: order } = page();
    await screen('DAY');
    // Its own keys are others: it refuses.
    await fail();
    order({ type: 'press', button: 'exportLog' });
    const keys = window.run('camsFlows.endpoint.keys', flow);
    (await window.next('what to do')).escape();
    await keys;
    const [name] = secretKeys();
    const { privateKey } = JSON.parse(house.storage.secretTexts.get(name!)!) as { privateKey: string };
    const lines = privateKey.split('\n').filter((line) => line.length > 40 && !line.startsWith('-'));
    expect(lines.length).toBeGreaterThan(10);
    expect(placesWith(...lines)).toEqual([`secret ${name}`]);
    expect(placesWith(TYPED)).toEqual(['webview message']);
  });
});
