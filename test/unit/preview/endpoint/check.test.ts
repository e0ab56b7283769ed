import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as vscode from 'vscode';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { CancelledError } from '../../../../src/platform/cancellation';
import { startReferenceEndpoint, type Mood, type ReferenceEndpoint } from '../../../endpoint/endpoint';
import { testKeys } from '../../../endpoint/keys';
import { connect, flow, openEndpointWindow, type EndpointWindow } from './house';

const { publicKey, appSecret } = testKeys;

let endpoint: ReferenceEndpoint;
let window: EndpointWindow;

beforeEach(async () => {
  // How fast this machine is has no say in what is found.
  vi.useFakeTimers({ toFake: ['performance'] });
  endpoint = await startReferenceEndpoint({ appSecret });
  window = openEndpointWindow();
  await connect(window, { address: endpoint.address, publicKey, appSecret });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await endpoint.close();
});

/** Checks the endpoint; the message, and the page that tells the rest. */
async function check(mood: Mood = 'well'): Promise<{ message: string; page: string }> {
  endpoint.mood = mood;
  window.press = (message, _, items) => (message.includes('Connect') ? undefined : items[0]);
  await window.endpoints.check(flow);
  return { message: window.told.at(-1)!, page: window.pages.at(-1)! };
}

/** A row of the page's first table: what was checked, how it went, and what came. */
function row(page: string, title: string): { grade?: string; came?: string } {
  const cells = page
    .split('\n')
    .find((line) => line.startsWith(`| ${title} `))
    ?.split(' | ');
  return { grade: cells?.[1], came: cells?.[3] };
}

describe('a check', () => {
  it('finds nothing wrong with an endpoint that does what the documentation wants', async () => {
    const { message, page } = await check();
    expect(message).toMatch(/^127\.0\.0\.1:\d+ answers as it should\./);
    expect(row(page, 'Health check')).toEqual({ grade: 'right', came: 'HTTP 200' });
    expect(row(page, 'Request that cannot be decrypted')).toEqual({ grade: 'right', came: 'HTTP 421' });
    expect(row(page, 'Wrong signature')).toEqual({ grade: 'right', came: 'HTTP 432' });
    expect(row(page, 'Error notification')).toEqual({ grade: 'right', came: 'HTTP 200' });
    expect(endpoint.requests).toEqual([
      { version: '3.0', action: 'ping' },
      {
        version: '3.0',
        action: 'data_exchange',
        flow_token: 'unused',
        data: { error: 'payload-schema-error', error_message: 'CAMS Flows checks error notifications.' },
      },
    ]);
    expect(endpoint.count).toBe(4);
  });

  it('speaks as the flow does, where its document is open', async () => {
    const document = { uri: flow };
    Object.assign(vscode.workspace, { textDocuments: [document] });
    const read = parseFlow('{"version":"7.3","data_api_version":"4.0","screens":[{"id":"DAY"}]}');
    Object.assign(window.endpoints, {
      house: { ...Reflect.get(window.endpoints, 'house'), texts: { of: () => read } },
    });
    await check();
    expect(endpoint.requests).toEqual([
      { version: '4.0', action: 'ping' },
      expect.objectContaining({ version: '4.0', screen: 'DAY', flow_token_signature: expect.any(String) }),
    ]);
  });

  it('does not check signatures without an app secret, and says so', async () => {
    await endpoint.close();
    endpoint = await startReferenceEndpoint();
    await connect(window, { address: endpoint.address, publicKey });
    const { page } = await check();
    expect(row(page, 'Wrong signature')).toEqual({});
    expect(page).toContain('Signatures were not checked');
  });

  it('finds an endpoint that takes any signature', async () => {
    await endpoint.close();
    endpoint = await startReferenceEndpoint();
    await connect(window, { address: endpoint.address, publicKey, appSecret });
    const { message, page } = await check();
    expect(message).toMatch(/1 of 4 checks failed/);
    expect(row(page, 'Wrong signature')).toEqual({ grade: 'wrong', came: 'HTTP 200' });
    expect(page).toMatch(/whoever has the public key can ask it/);
  });

  it.each<[string, Mood, RegExp]>([
    ['plain JSON', { text: '{"data":{"status":"active"}}' }, /answer is plain JSON/],
    ['another status', { sealed: '{"data":{"status":"idle"}}' }, /publishes no flow/],
    ['a list', { sealed: '[]' }, /publishes no flow/],
    ['HTTP 500', { text: '', status: 500 }, /Its own log/],
  ])('finds a health check answered with %s', async (_, mood, meaning) => {
    const { message, page } = await check(mood);
    expect(message).toMatch(/checks failed/);
    expect(row(page, 'Health check').grade).toBe('wrong');
    expect(page).toMatch(meaning);
  });

  it('finds an endpoint slow that is right after more than a second', async () => {
    let time = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (time += 1001));
    const { message, page } = await check();
    expect(message).toMatch(/something should be better/);
    expect(row(page, 'Health check').grade).toBe('doubtful');
    expect(page).toMatch(/slow/);
  });

  it('finds another content type', async () => {
    const { page } = await check({ sealed: '{"data":{"status":"active"}}', type: 'application/json' });
    expect(row(page, 'Health check').grade).toBe('doubtful');
    expect(page).toMatch(/content type should be text\/plain/);
  });

  it('quotes nothing that the endpoint said', async () => {
    const { page } = await check({ sealed: '{"data":{"status":"planted"}}' });
    expect(page + window.lines.join('')).not.toContain('planted');
  });

  it('ends early where nobody answers', async () => {
    const { message, page } = await check('cuts the connection');
    expect(message).toMatch(/1 of 1 checks failed/);
    expect(page).toContain('no\\_http\\_response\\_error');
    expect(endpoint.count).toBe(1);
  });

  it('is cancelled at once, and then says nothing', async () => {
    const cancel = new vscode.CancellationTokenSource();
    Object.assign(vscode.window, {
      withProgress: (_: unknown, task: (progress: unknown, token: unknown) => unknown) =>
        task({ report: () => undefined }, cancel.token),
    });
    endpoint.mood = 'silent';
    const before = window.told.length;
    const checking = window.endpoints.check(flow);
    while (endpoint.count === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    cancel.cancel();
    await expect(checking).rejects.toBeInstanceOf(CancelledError);
    expect(window.told).toHaveLength(before);
  });

  it('asks nobody for a flow that is not connected, or in a workspace that is not trusted', async () => {
    await window.endpoints.check(vscode.Uri.file('/other.json'));
    expect(window.told.at(-1)).toMatch(/other\.json is not connected/);
    Object.assign(vscode.workspace, { isTrusted: false });
    await window.endpoints.check(flow);
    expect(endpoint.count).toBe(0);
  });
});
