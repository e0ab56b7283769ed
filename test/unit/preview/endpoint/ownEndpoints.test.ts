import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { CancelledError } from '../../../../src/platform/cancellation';
import type { EndpointRequest } from '../../../../src/player/player';
import { startReferenceEndpoint, type ReferenceEndpoint } from '../../../endpoint/endpoint';
import { testKeys } from '../../../endpoint/keys';
import { Storage } from '../../accounts/house';
import { connect, flow, openEndpointWindow, type EndpointWindow } from './house';

const { publicKey, appSecret } = testKeys;
const other = vscode.Uri.file('/work/other.flow.json');
const request: EndpointRequest = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'DAY',
  data: { full_name: 'planted-typed-value', day: 'tuesday' },
  flow_token: 'planted-flow-token',
};

let endpoint: ReferenceEndpoint;
let window: EndpointWindow;
let never: AbortSignal;

beforeEach(async () => {
  endpoint = await startReferenceEndpoint();
  window = openEndpointWindow();
  never = new AbortController().signal;
});
afterEach(async () => {
  await endpoint.close();
  expect(window.user.open).toEqual([]);
  const kept = window.kept();
  const logged = window.lines.join('\n');
  for (const text of [kept, logged]) {
    expect(text).not.toMatch(/planted|BEGIN|0123456789abcdef|code=/);
  }
});

/** The secret storage, read by somebody who looks for keys. */
const secretTexts = () => [...window.storage.secretTexts.values()].join('\n');
const ask = (uri = flow) => window.endpoints.of(uri)!.ask(request, never);

describe('connecting', () => {
  it('asks step by step, then once more with host, flow and what is sent, and only then keeps anything', async () => {
    const pressed = vi.fn(() => 'Connect');
    window.press = (message) => {
      expect([window.kept(), secretTexts()]).toEqual(['[]', '']);
      expect(message).toMatch(/^Connect booking\.flow\.json to 127\.0\.0\.1:\d+\?$/);
      window.press = () => undefined;
      return pressed();
    };
    const connecting = window.endpoints.connect(flow);
    const address = await window.user.next();
    expect(address).toMatchObject({ step: 1, totalSteps: 3, value: '', title: 'Connect booking.flow.json' });
    address.enter('http://example.com/flow');
    expect(address.validationMessage).toMatch(/this computer only/);
    address.type(endpoint.address);
    expect(address.validationMessage).toBeUndefined();
    address.enter();
    const source = await window.user.next();
    expect(source.items.map(({ label }) => label)).toEqual([
      'Paste the public key',
      'Read the public key from a file',
      'Make a key pair',
    ]);
    source.choose(/^Paste/);
    const key = await window.user.next();
    key.enter(testKeys.privateKey);
    expect(key.validationMessage).toMatch(/private key/);
    key.enter(publicKey);
    const secret = await window.user.next();
    expect(secret).toMatchObject({ step: 3, password: true });
    secret.enter(appSecret);
    await connecting;

    expect(pressed).toHaveBeenCalledOnce();
    expect(window.told[0]).toMatch(/What you type into the flow and the flow token are sent/);
    expect(window.endpoints.of(flow)?.address).toBe(endpoint.address);
    expect(window.endpoints.of(other)).toBeUndefined();
    expect(window.changes).toHaveBeenCalledOnce();
    expect(secretTexts()).toContain(appSecret);
    expect(await ask()).toMatchObject({ answer: { screen: 'TIME' } });
  });

  it.each(['address', 'source', 'key', 'secret', 'agreement'])(
    'leaves all as it was on Escape: %s',
    async (at) => {
      const connecting = window.endpoints.connect(flow);
      const refused = expect(connecting).rejects.toBeInstanceOf(CancelledError);
      const { user } = window;
      const steps = [
        ['address', (question: Awaited<ReturnType<typeof user.next>>) => question.enter(endpoint.address)],
        ['source', (question: Awaited<ReturnType<typeof user.next>>) => question.choose(/^Paste/)],
        ['key', (question: Awaited<ReturnType<typeof user.next>>) => question.enter(publicKey)],
        ['secret', (question: Awaited<ReturnType<typeof user.next>>) => question.enter(appSecret)],
      ] as const;
      for (const [name, answer] of steps) {
        const question = await user.next();
        if (name !== at) {
          answer(question);
          continue;
        }
        question.escape();
        break;
      }
      await refused;
      expect([window.kept(), secretTexts(), endpoint.count]).toEqual(['[]', '', 0]);
      expect(window.changes).not.toHaveBeenCalled();
    },
  );

  it('goes back, with what was typed', async () => {
    const connecting = window.endpoints.connect(flow);
    const refused = expect(connecting).rejects.toBeInstanceOf(CancelledError);
    (await window.user.next()).enter(endpoint.address);
    (await window.user.next()).back();
    const again = await window.user.next();
    expect(again.value).toBe(endpoint.address);
    again.escape();
    await refused;
  });

  it('makes a pair whose private key the endpoint takes, and hands it out after a warning only', async () => {
    const asked: string[] = [];
    window.press = (message, _, items) => {
      asked.push(message);
      if (message.startsWith('Connect ')) return 'Connect';
      if (message.includes('now asks')) return items[0];
      return items.find((item) => item === 'Copy Private Key');
    };
    const connecting = window.endpoints.connect(flow);
    (await window.user.next()).enter(endpoint.address);
    (await window.user.next()).choose(/^Make/);
    (await window.user.next()).enter('');
    await connecting;
    expect(asked.at(-1)).toMatch(/^Copy the private key/);
    expect(window.told.at(-2)).toMatch(/can read what people type/);
    const [privateKey = ''] = window.clipboard;
    const { address } = endpoint;
    await endpoint.close();
    endpoint = await startReferenceEndpoint({ privateKey, port: Number(new URL(address).port) });
    expect(await ask()).toHaveProperty('answer');
  });

  it('reads a key from a file, and says there what is wrong with another file', async () => {
    const files = [vscode.Uri.file('/wrong.pem'), vscode.Uri.file('/right.pem')];
    Object.assign(vscode.window, { showOpenDialog: async () => files.splice(0, 1) });
    Object.assign(vscode.workspace, {
      fs: {
        readFile: async ({ path }: vscode.Uri) => Buffer.from(path === '/right.pem' ? publicKey : 'hello'),
      },
    });
    window.press = () => 'Connect';
    const connecting = window.endpoints.connect(flow);
    (await window.user.next()).enter(endpoint.address);
    (await window.user.next()).choose(/from a file/);
    const again = await window.user.next();
    expect(again.placeholder).toMatch(/begins with -----BEGIN/);
    window.press = (message) => (message.startsWith('Connect ') ? 'Connect' : undefined);
    again.choose(/from a file/);
    (await window.user.next()).enter('');
    await connecting;
    expect(await ask()).toHaveProperty('answer');
  });

  it('offers the keys that are kept for the address, also to another flow', async () => {
    await connect(window, { address: endpoint.address, publicKey });
    window.press = (message) => (message.startsWith('Connect ') ? 'Connect' : undefined);
    const connecting = window.endpoints.connect(other);
    (await window.user.next()).enter(endpoint.address);
    const source = await window.user.next();
    expect(source.items.at(-1)?.description).toMatch(/instead of those/);
    source.choose(/^Use the keys that are kept/);
    await connecting;
    expect(window.storage.secretTexts.size).toBe(1);
    expect(await ask(other)).toHaveProperty('answer');
  });

  it('asks no second time whether the same flow may ask the same address', async () => {
    await connect(window, { address: endpoint.address, publicKey });
    const before = window.told.length;
    const connecting = window.endpoints.connect(flow);
    const address = await window.user.next();
    expect(address.value).toBe(endpoint.address);
    address.enter();
    (await window.user.next()).choose(/^Use the keys/);
    await connecting;
    expect(window.told.slice(before).join()).not.toMatch(/What you type/);
  });

  it('keeps the query of the address, which may be a key, with the secrets', async () => {
    await connect(window, { address: `${endpoint.address}?code=planted-key`, publicKey });
    expect(window.endpoints.of(flow)?.address).toBe(endpoint.address);
    expect(await ask()).toHaveProperty('answer');
    expect(window.redactor.redact('x planted-key x')).toBe('x ••• x');
  });

  it('is refused where the workspace is not trusted, with a sentence', async () => {
    Object.assign(vscode.workspace, { isTrusted: false });
    await expect(window.endpoints.connect(flow)).rejects.toMatchObject({
      reason: 'A flow can be connected to an endpoint in a trusted workspace only.',
    });
  });
});

describe('a connected flow', () => {
  beforeEach(() => connect(window, { address: endpoint.address, publicKey }));

  it('is connected in the next window too', async () => {
    const next = openEndpointWindow(window.storage);
    expect(next.endpoints.of(flow)?.address).toBe(endpoint.address);
    expect(await next.endpoints.of(flow)!.ask(request, never)).toHaveProperty('answer');
  });

  it('asks nobody where the workspace is not trusted', async () => {
    const connected = window.endpoints.of(flow)!;
    Object.assign(vscode.workspace, { isTrusted: false });
    expect(window.endpoints.of(flow)).toBeUndefined();
    await expect(connected.ask(request, never)).rejects.toBeInstanceOf(CancelledError);
    expect(endpoint.count).toBe(0);
  });

  it('gets no answer that comes after it was disconnected', async () => {
    endpoint.mood = { text: 'x', status: 500 };
    const asking = ask();
    const disconnecting = window.endpoints.disconnect(flow);
    (await window.user.next()).choose(/keep/);
    await disconnecting;
    await expect(asking).rejects.toBeInstanceOf(CancelledError);
  });

  it('says that keys are missing when another window forgot them, or the keyring is locked', async () => {
    window.storage.keyring = new Error('planted');
    expect(await ask()).toMatchObject({ failure: { error: 'public-key-missing' } });
    window.storage.keyring = undefined;
    window.storage.secretTexts.clear();
    const answer = await ask();
    expect(answer).toMatchObject({
      failure: { error: 'public-key-missing' },
      advice: { template: expect.any(String) },
    });
    expect(endpoint.count).toBe(0);
  });

  it('asks nobody else, whatever became of the stored keys', async () => {
    const [[key, text] = ['', '']] = window.storage.secretTexts;
    window.storage.secretTexts.set(key, text.replace('/flow', '/elsewhere'));
    expect(await ask()).toMatchObject({ failure: { error: 'public-key-missing' } });
    expect(endpoint.count).toBe(0);
  });

  it.each([['{'], ['null'], ['{"url":"http://example.com/","publicKey":"x"}'], ['{"url":7}']])(
    'says that keys are missing when they are damaged: %s',
    async (text) => {
      const [[key] = ['']] = window.storage.secretTexts;
      window.storage.secretTexts.set(key, text);
      expect(await ask()).toMatchObject({ failure: { error: 'public-key-missing' } });
    },
  );

  it.each([
    [7],
    [{ address: 'http://example.com/', keys: 'x' }],
    [{ address: 'https://example.com/?a', keys: 'x' }],
  ])('is none when what is stored of it is damaged: %j', (value) => {
    const [key = ''] = [...window.storage.values.keys()];
    window.storage.values.set(key, value);
    expect(window.endpoints.of(flow)).toBeUndefined();
  });

  it('disconnects and keeps the keys, or forgets them with all that use them', async () => {
    window.press = (message) => (message.startsWith('Connect ') ? 'Connect' : undefined);
    const connecting = window.endpoints.connect(other);
    (await window.user.next()).enter(endpoint.address);
    (await window.user.next()).choose(/^Use the keys/);
    await connecting;

    let disconnecting = window.endpoints.disconnect(flow);
    (await window.user.next()).escape();
    await expect(disconnecting).rejects.toBeInstanceOf(CancelledError);
    expect(window.endpoints.of(flow)).toBeDefined();

    disconnecting = window.endpoints.disconnect(flow);
    (await window.user.next()).choose(/keep/);
    await disconnecting;
    expect([window.endpoints.of(flow), window.endpoints.of(other)?.address]).toEqual([
      undefined,
      endpoint.address,
    ]);
    expect(window.storage.secretTexts.size).toBe(1);

    await connect(window, { address: endpoint.address, publicKey });
    disconnecting = window.endpoints.disconnect(flow);
    const question = await window.user.next();
    expect(question.items[1]?.detail).toContain('other.flow.json');
    question.choose(/forget/);
    await disconnecting;
    expect([window.endpoints.of(flow), window.endpoints.of(other)]).toEqual([undefined, undefined]);
    expect([window.storage.secretTexts.size, window.kept()]).toEqual([0, '[]']);
  });
});

describe('an untitled flow', () => {
  const untitled = vscode.Uri.parse('untitled:Untitled-1');

  it('is connected until it is closed, and nothing of it is kept outside of the secrets', async () => {
    const closed = new vscode.EventEmitter<{ uri: vscode.Uri }>();
    Object.assign(vscode.workspace, { onDidCloseTextDocument: closed.event });
    window = openEndpointWindow();
    await connect(window, { uri: untitled, address: endpoint.address, publicKey });
    expect(window.kept()).toBe('[]');
    expect(await ask(untitled)).toHaveProperty('answer');
    closed.fire({ uri: untitled });
    expect(window.endpoints.of(untitled)).toBeUndefined();
    expect(window.changes).toHaveBeenCalledTimes(2);
  });
});

describe('keys', () => {
  beforeEach(() => connect(window, { address: endpoint.address, publicKey }));

  async function choose(label: RegExp, ...answers: string[]): Promise<void> {
    const doing = window.endpoints.keys(flow);
    (await window.user.next()).choose(label);
    for (const answer of answers) (await window.user.next()).enter(answer);
    await doing;
  }

  it('are shown and copied: the public one, never a private one that is not there', async () => {
    await choose(/^Show Public/);
    await choose(/^Copy Public/);
    expect([window.pages, window.clipboard]).toEqual([[publicKey], [publicKey]]);
    const doing = window.endpoints.keys(flow);
    const question = await window.user.next();
    expect(question.items.map(({ label }) => label)).not.toContain('Copy Private Key…');
    question.escape();
    await expect(doing).rejects.toBeInstanceOf(CancelledError);
  });

  it('get an app secret, and lose it', async () => {
    await choose(/^Set App Secret/, appSecret);
    expect(secretTexts()).toContain(appSecret);
    await choose(/^Remove App Secret/);
    expect(secretTexts()).not.toContain(appSecret);
    expect(window.changes).toHaveBeenCalledTimes(3);
  });

  it('are made anew after a question', async () => {
    const refused = choose(/^Make a New/);
    await expect(refused).rejects.toBeInstanceOf(CancelledError);
    expect(secretTexts()).not.toContain('PRIVATE KEY');
    window.press = () => 'Make New Pair';
    await choose(/^Make a New/);
    expect(secretTexts()).toContain('PRIVATE KEY');
    expect(await ask()).toMatchObject({ failure: { status: 421 } });
    await expect(choose(/^Use Another/, publicKey)).rejects.toBeInstanceOf(CancelledError);
    expect(secretTexts()).toContain('PRIVATE KEY');
    window.press = () => 'Use This Key';
    await choose(/^Use Another/, publicKey);
    expect(secretTexts()).not.toContain('PRIVATE KEY');
    expect(await ask()).toHaveProperty('answer');
  });

  it('do not leave without a second question', async () => {
    window.press = () => 'Make New Pair';
    await choose(/^Make a New/);
    window.press = () => undefined;
    await expect(choose(/^Copy Private/)).rejects.toBeInstanceOf(CancelledError);
    expect(window.clipboard).toEqual([]);
  });

  it('of any endpoint are forgotten, also from a flow that is not connected', async () => {
    const doing = window.endpoints.keys(other);
    const question = await window.user.next();
    expect(question.items.map(({ label }) => label)).toEqual([endpoint.address.replace('http://', '')]);
    question.accept();
    expect(question.placeholder).toMatch(/one at least/);
    question.selectedItems = question.items;
    question.accept();
    await doing;
    expect([window.storage.secretTexts.size, window.kept()]).toEqual([0, '[]']);
    await window.endpoints.keys(other);
    expect(window.told.at(-1)).toMatch(/other\.flow\.json is not connected/);
  });
});

it('the stored keys of an account are not taken for keys of an endpoint', async () => {
  const storage = new Storage();
  storage.secretTexts.set('camsFlows.account.abcdefghij', '{"url":"https://a/","publicKey":"x"}');
  window = openEndpointWindow(storage);
  await window.endpoints.keys(flow);
  expect(window.told.at(-1)).toMatch(/not connected/);
  expect(storage.reads).toBe(0);
});
