import { Window } from 'happy-dom';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, type StoredFlow } from '../../simulator';
import { componentFlows, wholeFlows } from '../../simulator/flows';
import { call, send } from './caller';

let simulator: Simulator;
let flow: StoredFlow;
beforeEach(async () => {
  simulator = await startSimulator({ samples: false });
  flow = simulator.state.addFlow(simulator.account.spaces[0]!, {
    json: wholeFlows.signUp,
    name: 'Daftar <anggota>',
  });
});
afterEach(() => simulator.close());

async function link(parameters: Record<string, string> = {}): Promise<string> {
  const url = new URL(
    (await call(simulator, 'GetFlowPreviewUrl', { FlowId: flow.id })).body.Data.PreviewUrl as string,
  );
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** The page in a browser-like window, scripts and all. */
async function open(parameters: Record<string, string> = {}) {
  const { text } = await send(await link(parameters));
  const window = new Window({
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });
  window.document.write(text);
  const { document } = window;
  return {
    document,
    title: () => document.querySelector('.screen.shown .bar h1')?.textContent,
    tap: (selector: string) =>
      (document.querySelector(`.screen.shown ${selector}`) as unknown as { click(): void }).click(),
    close: () => window.happyDOM.close(),
  };
}

test('the page is on an origin of its own and shows the first screen, in its language', async () => {
  expect(new URL(await link()).origin).toBe(simulator.previewOrigin);
  expect(simulator.previewOrigin).not.toBe(simulator.endpoint);
  const page = await open();
  expect(page.title()).toBe('Daftar anggota');
  expect(page.document.title).toBe('Daftar <anggota>');
  expect(page.document.querySelector('.draft')).not.toBeNull();
  expect(page.document.querySelector('.screen.shown .footer .button')?.textContent).toBe('Lanjut');
  await page.close();
});

test('a tap on the footer leads to the next screen, and back', async () => {
  const page = await open();
  page.tap('.footer .button');
  expect(page.title()).toBe('Minat Anda');
  expect(page.document.querySelector('.screen.shown .heading')?.textContent).toBe('Halo, Ayu!');
  page.tap('.back');
  expect(page.title()).toBe('Daftar anggota');
  await page.close();
});

describe('the parameters of the link', () => {
  const start = { flow_action: 'navigate', flow_action_payload: '{"screen":"MINAT","data":{"nama":"Budi"}}' };

  test('start on another screen with other data', async () => {
    const page = await open(start);
    expect(page.title()).toBe('Minat Anda');
    expect(page.document.querySelector('.screen.shown .heading')?.textContent).toBe('Halo, Budi!');
    await page.close();
  });

  test('a payload that is no JSON, or names no screen, is said to be wrong', async () => {
    const broken = await open({ flow_action_payload: '{"screen":' });
    expect(broken.document.querySelector('.wrong')?.textContent).toContain('not a JSON object');
    const unknown = await open({ flow_action_payload: '{"screen":"NOWHERE"}' });
    expect(unknown.document.querySelector('.wrong')?.textContent).toContain('NOWHERE');
    await Promise.all([broken.close(), unknown.close()]);
  });

  test('interactive and debug show what happens, without interactive nothing does', async () => {
    flow.json = wholeFlows.signIn;
    const page = await open({
      interactive: 'true',
      debug: 'true',
      flow_token: 'secret',
      phone_number: '62812',
    });
    page.tap('.footer .button');
    expect(page.document.querySelector('.log')?.textContent).toContain('complete {');
    expect(page.document.querySelector('.desk')?.textContent).toContain('flow_token given');
    expect(page.document.querySelector('.desk')?.textContent).not.toContain('secret');
    const still = await open({ debug: 'true' });
    still.tap('.footer .button');
    expect(still.document.querySelector('.log')).toBeNull();
    expect(still.document.querySelector('.toast')?.textContent).toBe('');
    await Promise.all([page.close(), still.close()]);
  });
});

describe('a dead link', () => {
  test.each([
    [
      'expired',
      410,
      async () => {
        const url = await link();
        simulator.clock.advance(simulator.behaviour.previewLifetime);
        return url;
      },
    ],
    [
      'unknown token',
      404,
      async () => `${(await link()).split('=')[0]}=00000000-0000-4000-a000-000000000000`,
    ],
    ['unknown flow', 404, async () => (await link()).replace(flow.id, '1')],
    ['no token', 404, async () => (await link()).split('?')[0]!],
  ] as const)('(%s) shows a page that says so, with HTTP %i', async (_, status, url) => {
    const reply = await send(await url());
    expect(reply.status).toBe(status);
    expect(reply.text).toContain('data-state="dead"');
    expect(reply.text).toContain('This preview is not available');
    expect(reply.text).not.toContain('Daftar');
  });
});

test('frames are allowed, or refused', async () => {
  expect((await send(await link())).headers).not.toHaveProperty('x-frame-options');
  simulator.behaviour.previewFrames = 'refused';
  expect((await send(await link())).headers).toMatchObject({ 'x-frame-options': 'DENY' });
});

test.each([
  undefined,
  '{',
  '[]',
  '{"screens":[]}',
  '{"screens":[null,1,{"id":7,"layout":{"children":[null,{"type":{}}]}}]}',
])('JSON that is no flow gives a page all the same: %s', async (json) => {
  const url = await link();
  flow.json = json;
  expect((await send(url)).status).toBe(200);
});

test('text of a flow is never read as HTML', async () => {
  const evil = '<img src=x onerror=alert(1)>"\'';
  flow.json = wholeFlows.signUp.replaceAll('Daftar anggota', JSON.stringify(evil).slice(1, -1));
  const page = await open();
  expect(page.title()).toBe(evil);
  await page.close();
});

test.each(Object.keys(componentFlows))('the component %s is drawn, or honestly not', async (component) => {
  flow.json = componentFlows[component];
  const { text } = await send(await link());
  expect(text).not.toContain('is not drawn by this simulator');
  expect(text).not.toContain('undefined');
  expect(text).not.toContain('[object Object]');
  flow.json = componentFlows[component]!.replaceAll(`"${component}"`, '"Hologram"');
  expect((await send(await link())).text).toContain('Hologram is not drawn by this simulator');
});
