import { Window, type HTMLElement, type HTMLInputElement } from 'happy-dom';
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, type StoredFlow } from '../../simulator';
import { componentFlows, wholeFlows } from '../../simulator/flows';
import { call, send } from './caller';

let simulator: Simulator;
let flow: StoredFlow;
let windows: Window[];
beforeEach(async () => {
  simulator = await startSimulator({ samples: false });
  flow = simulator.state.addFlow(simulator.account.spaces[0]!, {
    json: wholeFlows.signUp,
    name: 'Daftar <anggota>',
  });
  windows = [];
});
afterEach(async () => {
  await Promise.all(windows.map((window) => window.happyDOM.close()));
  await simulator.close();
});

async function link(parameters: Record<string, string> = {}): Promise<string> {
  const url = new URL(
    (await call(simulator, 'GetFlowPreviewUrl', { FlowId: flow.id })).body.Data.PreviewUrl as string,
  );
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}

/** The page in a browser-like window, scripts and all. */
async function open(parameters: Record<string, string> = {}) {
  return openAt(await link(parameters));
}

async function openAt(url: string) {
  const window = new Window({
    url,
    settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
  });
  windows.push(window);
  window.document.write((await send(url)).text);
  const { document } = window;
  const text = (selector: string) => document.querySelector(selector)?.textContent;
  /** Until it is drawn, and every answer is in. */
  const settled = () => window.happyDOM.waitUntilComplete();
  await settled();
  return {
    document,
    text,
    title: () => text('.wf-title'),
    tap: async (selector: string) => {
      (document.querySelector(selector) as HTMLElement).click();
      await settled();
    },
    type: async (...texts: readonly string[]) => {
      const inputs = [...document.querySelectorAll('.wf-player input:not([type=checkbox])')];
      texts.forEach((typed, index) => {
        const input = inputs[index] as HTMLInputElement;
        input.value = typed;
        input.dispatchEvent(new window.Event('input', { bubbles: true }));
      });
      await settled();
    },
  };
}

const footer = '.wf-footer button';
const back = 'button[aria-label="Back"]';

test('the page is on an origin of its own and shows the first screen, in its language', async () => {
  expect(new URL(await link()).origin).toBe(simulator.previewOrigin);
  expect(simulator.previewOrigin).not.toBe(simulator.endpoint);
  const page = await open();
  expect(page.title()).toBe('Daftar anggota');
  expect(page.document.title).toBe('Daftar <anggota>');
  expect(page.text('.draft')).toBe('This WhatsApp Flow is a draft');
  expect(page.text(footer)).toBe('Lanjut');
});

test('a published flow is no draft, and the page shows what was uploaded last', async () => {
  flow.status = 'PUBLISHED';
  flow.json = wholeFlows.signIn;
  const page = await open();
  expect(page.document.querySelector('.draft')).toBeNull();
  expect(page.title()).toBe('Sign in');
});

test('a tap on the footer leads to the next screen, and back to what was typed', async () => {
  const page = await open();
  await page.type('Sari', 'sari@example.com');
  await page.tap(footer);
  expect(page.title()).toBe('Minat Anda');
  expect(page.text('.wf-heading')).toBe('Halo, Sari!');
  await page.tap(back);
  expect(page.title()).toBe('Daftar anggota');
  expect((page.document.querySelector('.wf-player input') as HTMLInputElement).value).toBe('Sari');
});

describe('the parameters of the link', () => {
  const start = { flow_action: 'navigate', flow_action_payload: '{"screen":"MINAT","data":{"nama":"Budi"}}' };

  test('start on another screen with other data', async () => {
    const page = await open(start);
    expect(page.title()).toBe('Minat Anda');
    expect(page.text('.wf-heading')).toBe('Halo, Budi!');
  });

  test('a payload that is no JSON, or names no screen, is said to be wrong', async () => {
    const broken = await open({ flow_action_payload: '{"screen":' });
    expect(broken.text('.wrong')).toContain('not a JSON object');
    expect(broken.title()).toBe('Daftar anggota');
    const unknown = await open({ flow_action_payload: '{"screen":"NOWHERE"}' });
    expect(unknown.text('.wrong')).toContain('NOWHERE');
  });

  test('interactive and debug show what happens', async () => {
    flow.json = wholeFlows.signIn;
    const page = await open({
      interactive: 'true',
      debug: 'true',
      flow_token: 'secret',
      phone_number: '62812',
    });
    await page.type('me@example.com', 'very secret');
    await page.tap(footer);
    expect(page.text('.log')).toContain('init SIGN_IN');
    expect(page.text('.log')).toContain('complete {');
    expect(page.text('.screen')).toContain('Response sent');
    expect(page.text('.desk')).toContain('flow_token given');
    expect(page.text('.desk')).not.toContain('secret');
  });

  test('without interactive nothing is completed, nor listed', async () => {
    flow.json = wholeFlows.signIn;
    const page = await open({ debug: 'true' });
    await page.type('me@example.com', 'very secret');
    await page.tap(footer);
    expect(page.title()).toBe('Sign in');
    expect(page.document.querySelector('.log')).toBeNull();
  });
});

describe('a flow with an endpoint', () => {
  const exchanging = JSON.stringify({
    version: '7.3',
    data_api_version: '3.0',
    routing_model: { ASK: ['TOLD'], TOLD: [] },
    screens: [
      {
        id: 'ASK',
        title: 'Ask',
        layout: {
          type: 'SingleColumnLayout',
          children: [
            {
              type: 'Footer',
              label: 'Go',
              'on-click-action': { name: 'data_exchange', payload: { asks: 'a' } },
            },
          ],
        },
      },
      {
        id: 'TOLD',
        title: 'Told',
        terminal: true,
        refresh_on_back: true,
        data: { price: { type: 'string', __example__: '12 €' } },
        layout: {
          type: 'SingleColumnLayout',
          children: [
            { type: 'TextHeading', text: '${data.price}' },
            { type: 'Footer', label: 'End', 'on-click-action': { name: 'complete', payload: {} } },
          ],
        },
      },
    ],
  });
  beforeEach(() => {
    flow.json = exchanging;
  });

  test('gets nothing from a page that is not interactive', async () => {
    const page = await open({ flow_action: 'data_exchange' });
    expect(page.title()).toBe('Ask');
    await page.tap(footer);
    expect(page.title()).toBe('Ask');
    expect(page.text('.wf-player')).toContain('Go');
  });

  test('gets the first screen that routing allows, with its examples', async () => {
    const page = await open({ interactive: 'true', debug: 'true' });
    await page.tap(footer);
    expect(page.title()).toBe('Told');
    expect(page.text('.wf-heading')).toBe('12 €');
    expect(page.text('.log')).toContain('data_exchange {"version":"3.0","action":"data_exchange"');
    expect(page.text('.log')).toContain('answer {"screen":"TOLD"');
  });

  test('is asked for the first screen with flow_action=data_exchange', async () => {
    const page = await open({ interactive: 'true', debug: 'true', flow_action: 'data_exchange' });
    expect(page.title()).toBe('Ask');
    expect(page.text('.log')).toContain('"action":"INIT"');
  });

  test.each(['true', 'false'])('goes back where the endpoint would be asked (interactive=%s)', async (is) => {
    flow.json = exchanging.replace(
      '"name":"data_exchange","payload":{"asks":"a"}',
      '"name":"navigate","next":{"type":"screen","name":"TOLD"},"payload":{}',
    );
    const page = await open({ interactive: is });
    await page.tap(footer);
    expect(page.title()).toBe('Told');
    await page.tap(back);
    expect(page.title()).toBe('Ask');
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
  const allowed = await send(await link());
  expect(allowed.headers).not.toHaveProperty('x-frame-options');
  expect(allowed.headers['content-security-policy']).not.toContain('frame-ancestors');
  simulator.behaviour.previewFrames = 'refused';
  const { headers } = await send(await link());
  expect(headers).toMatchObject({ 'x-frame-options': 'DENY' });
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test('the policy allows exactly the scripts and styles that stand in the page', async () => {
  const { text, headers } = await send(await link());
  const policy = headers['content-security-policy'] as string;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const inline = [...text.matchAll(/<(?:script|style)>(.*?)<\/(?:script|style)>/gs)].map(([, one]) => one!);
  expect(inline).toHaveLength(3);
  for (const one of inline)
    expect(policy).toContain(`'sha256-${createHash('sha256').update(one).digest('base64')}'`);
  expect(policy.match(/sha256-/g)).toHaveLength(3);
});

test.each([
  [undefined, 'The text is empty.'],
  ['{', 'There is no screen yet.'],
  ['[]', 'This is not Flow JSON.'],
  ['{"screens":[]}', 'There is no screen yet.'],
  ['{"screens":[null,1,{"id":7,"layout":{"children":[null,{"type":{}}]}}]}', 'No screen has an id yet.'],
])('JSON that is no flow gives a page that says so: %s', async (json, reason) => {
  const url = await link();
  flow.json = json;
  expect((await send(url)).status).toBe(200);
  expect((await openAt(url)).text('.screen')).toContain(reason);
});

test('text of a flow is never read as HTML, nor as the end of the script that holds it', async () => {
  const evil = '</script><img src=x onerror=alert(1)><!--<script>"\'';
  flow.json = wholeFlows.signUp.replaceAll('Daftar anggota', JSON.stringify(evil).slice(1, -1));
  const page = await open();
  expect(page.title()).toBe(evil);
  expect(page.document.querySelector('[onerror]')).toBeNull();
});

test.each(Object.keys(componentFlows))('the component %s is drawn, or honestly not', async (component) => {
  flow.json = componentFlows[component];
  const drawn = (await open()).text('.screen');
  expect(drawn).not.toContain('undefined');
  expect(drawn).not.toContain('[object Object]');
  flow.json = componentFlows[component]!.replaceAll(`"${component}"`, '"Hologram"');
  expect((await open()).text('.screen')).toContain('Hologram');
});
