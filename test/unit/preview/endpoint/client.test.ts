import http, { type ServerResponse } from 'http';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import { CancelledError } from '../../../../src/platform/cancellation';
import { EndpointClient, type Asked, type Target } from '../../../../src/preview/endpoint/client';
import { startReferenceEndpoint, type Mood, type ReferenceEndpoint } from '../../../endpoint/endpoint';
import { listen } from '../../../simulator/listen';
import { testKeys } from '../../../endpoint/keys';

const SECRET_TEXT = 'typed-by-a-person';
const request = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'DAY',
  data: { full_name: SECRET_TEXT, day: 'tuesday' },
  flow_token: 'token-of-a-person',
};

let endpoint: ReferenceEndpoint;
let lines: string[];
let client: EndpointClient;
let never: AbortSignal;

beforeEach(async () => {
  endpoint = await startReferenceEndpoint();
  lines = [];
  const line = (text: string) => void lines.push(text);
  client = new EndpointClient({ trace: line, debug: line, info: line, warn: line, error: line });
  never = new AbortController().signal;
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await endpoint.close();
  expect(lines.join('\n')).not.toMatch(new RegExp(`${SECRET_TEXT}|token-of|days|BEGIN|[?&]code=`));
});

const targetAt = (url: string, more: Partial<Target> = {}): Target => ({
  url,
  publicKey: createPublicKey(testKeys.publicKey),
  ...more,
});
const ask = (target = targetAt(endpoint.address), signal = never): Promise<Asked> =>
  client.ask(target, request, signal, () => Promise.resolve(target));

/** What went wrong, with the advice in English. */
function wrong(asked: Asked): { error: string; status?: number; message?: string; advice: string } {
  if (!('failure' in asked)) throw new Error('it was answered');
  return { ...asked.failure, advice: asked.advice === undefined ? '' : english(asked.advice) };
}

async function inMood(mood: Mood) {
  endpoint.mood = mood;
  return wrong(await ask());
}

/** Until the endpoint has been asked, while the clock stands. */
async function untilAsked(times = 1): Promise<void> {
  while (endpoint.count < times) await turn();
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('an endpoint that answers', () => {
  it('gets the request decrypted and is understood', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ answer: { screen: 'TIME', data: { full_name: SECRET_TEXT } } });
    expect(endpoint.requests).toEqual([request]);
    expect(lines).toEqual([expect.stringMatching(/^endpoint data_exchange "DAY" 200 in \d+ ms$/)]);
  });

  it('sees a signature it can check, and the signed flow token, once there is an app secret', async () => {
    await endpoint.close();
    const { appSecret } = testKeys;
    endpoint = await startReferenceEndpoint({ appSecret });
    const signed = targetAt(endpoint.address, { appSecret });
    expect(
      await client.ask(signed, { ...request, version: '4.0' }, never, () => Promise.resolve(signed)),
    ).toHaveProperty('answer');
    expect(endpoint.requests).toEqual([
      { ...request, version: '4.0', flow_token_signature: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) },
    ]);
    expect(wrong(await ask())).toMatchObject({
      status: 432,
      advice: expect.stringContaining('no app secret is kept'),
    });
    const other = targetAt(endpoint.address, { appSecret: 'another-secret' });
    expect(wrong(await ask(other))).toMatchObject({
      status: 432,
      advice: expect.stringContaining('another app secret'),
    });
  });

  it('may be asked with a query', async () => {
    expect(await ask(targetAt(`${endpoint.address}?code=1234567890`))).toHaveProperty('answer');
  });
});

describe('HTTP 421', () => {
  const { publicKey: another } = generateKeyPairSync('rsa', { modulusLength: 2048 });

  it('is asked again once, with the keys of then', async () => {
    const wrongKey = targetAt(endpoint.address, { publicKey: another });
    const again = vi.fn(() => Promise.resolve(targetAt(endpoint.address)));
    expect(await client.ask(wrongKey, request, never, again)).toHaveProperty('answer');
    expect([endpoint.count, again.mock.calls.length]).toEqual([2, 1]);
  });

  it('is a failure the second time, and says that the keys are no pair', async () => {
    const failed = wrong(await ask(targetAt(endpoint.address, { publicKey: another })));
    expect(failed).toMatchObject({ error: 'unexpected_http_status_code', status: 421 });
    expect(failed.advice).toMatch(/no pair/);
    expect(endpoint.count).toBe(2);
  });

  it('is a failure at once when the keys are gone', async () => {
    const wrongKey = targetAt(endpoint.address, { publicKey: another });
    const asked = await client.ask(wrongKey, request, never, () => Promise.resolve(undefined));
    expect(wrong(asked).status).toBe(421);
    expect(endpoint.count).toBe(1);
  });
});

describe('HTTP 427', () => {
  it('brings the error_msg that was encrypted', async () => {
    const failed = await inMood({ sealed: '{"error_msg":"Already booked"}', status: 427 });
    expect(failed).toMatchObject({
      error: 'unexpected_http_status_code',
      status: 427,
      message: 'Already booked',
    });
  });

  it('brings no text that is not encrypted, and says why', async () => {
    const failed = await inMood({ text: '{"error_msg":"Already booked"}', status: 427 });
    expect(failed.message).toBeUndefined();
    expect(failed.advice).toMatch(/Encrypt error_msg/);
  });

  it('may come without a body', async () => {
    expect(await inMood({ text: '', status: 427 })).toEqual({
      error: 'unexpected_http_status_code',
      status: 427,
      advice: expect.stringContaining('no longer valid'),
    });
  });

  it('shortens what nobody reads on a phone', async () => {
    const failed = await inMood({ sealed: JSON.stringify({ error_msg: 'x'.repeat(5000) }), status: 427 });
    expect(failed.message).toHaveLength(500);
  });
});

describe('an answer of no use', () => {
  it.each<[string, Mood, string, RegExp]>([
    ['plain JSON', { text: '{"screen":"TIME"}' }, 'response-decryption-error', /plain JSON/],
    ['base64 in quotes', { text: '"QUJD"' }, 'response-decryption-error', /in quotes/],
    ['a web page', { text: '<html>' }, 'response-decryption-error', /web page/],
    ['nothing', { text: '' }, 'response-decryption-error', /is empty/],
    ['a line break at the end', { text: 'QUJD\n' }, 'response-decryption-error', /white space/],
    ['no base64', { text: '????' }, 'response-decryption-error', /not base64/],
    ['base64 of anything', { text: 'QUJD' }, 'response-decryption-error', /invert every bit/],
    ['the vector as it was', { slip: 'same vector' }, 'response-decryption-error', /invert every bit/],
    ['another key', { slip: 'another key' }, 'response-decryption-error', /invert every bit/],
    ['no JSON inside', { sealed: 'hello' }, 'payload-schema-error', /not JSON/],
    ['2 MB', { text: 'A'.repeat(2 * 1024 * 1024) }, 'payload-schema-error', /longer than 1 MB/],
  ])('%s', async (_, mood, error, advice) => {
    const failed = await inMood(mood);
    expect(failed.error).toBe(error);
    expect(failed.advice).toMatch(advice);
  });

  it.each([
    [204, /200 only/],
    [401, /wants a login/],
    [404, /takes POST/],
    [500, /Its own log/],
    [503, /Its own log/],
  ])('HTTP %i', async (status, advice) => {
    const failed = await inMood({ text: status === 204 ? '' : 'x', status });
    expect(failed).toMatchObject({ error: 'unexpected_http_status_code', status });
    expect(failed.advice).toMatch(advice);
  });

  it('a redirect is not followed', async () => {
    const other = await startReferenceEndpoint();
    const failed = await inMood({ redirect: other.address });
    expect(failed).toMatchObject({ error: 'unexpected_http_status_code', status: 307 });
    expect(failed.advice).toMatch(/redirects/);
    expect(other.count).toBe(0);
    await other.close();
  });
});

describe('no answer', () => {
  it('a connection that breaks', async () => {
    const failed = await inMood('cuts the connection');
    expect(failed.error).toBe('no_http_response_error');
    expect(failed.advice).toMatch(/^The connection to 127\.0\.0\.1:\d+ broke/);
  });

  it('nobody listens', async () => {
    const gone = await startReferenceEndpoint();
    await gone.close();
    const failed = wrong(await ask(targetAt(`${gone.address}?code=1234567890`)));
    expect(failed.error).toBe('no_http_response_error');
    expect(failed.advice).toMatch(/ECONNREFUSED\)\. Start the endpoint/);
    expect(failed.advice).not.toMatch(/code=/);
  });

  it.each([
    ['ENOTFOUND', /There is no host/],
    ['CERT_HAS_EXPIRED', /certificate/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate/],
    [undefined, /broke \(–\)/],
  ])('%s below what is thrown', async (code, advice) => {
    const cause = Object.assign(new Error(SECRET_TEXT), code === undefined ? {} : { code });
    vi.spyOn(http, 'request').mockImplementation(() => {
      throw new Error('failed', { cause });
    });
    const failed = wrong(await ask());
    expect(failed.error).toBe('no_http_response_error');
    expect(failed.advice).toMatch(advice);
    expect(failed.advice).not.toContain(SECRET_TEXT);
  });

  it('within ten seconds is a time-out, not a moment sooner', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    endpoint.mood = 'silent';
    const settled = vi.fn();
    const asking = ask();
    void asking.then(settled);
    await untilAsked();
    await vi.advanceTimersByTimeAsync(9_999);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(wrong(await asking)).toMatchObject({
      error: 'timeout_error',
      advice: expect.stringContaining('10 seconds'),
    });
    expect(endpoint.count).toBe(1);
  });

  it('a body that comes too slowly is a time-out too, and what comes later is dropped', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    let response!: ServerResponse;
    const slow = await listen('127.0.0.1', 0, (_, answering) => {
      response = answering;
      response.writeHead(200, { 'content-type': 'text/plain' }).write('QUJD');
    });
    const asking = ask(targetAt(slow.origin));
    while ((response as unknown) === undefined) await turn();
    await vi.advanceTimersByTimeAsync(10_000);
    response.end('QUJD');
    expect(wrong(await asking).error).toBe('timeout_error');
    await slow.close();
  });

  it('leaves no timer behind once there is an answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    await ask();
    const ours = set.mock.results[set.mock.calls.findIndex(([, time]) => time === 10_000)]?.value as unknown;
    expect(ours).toBeDefined();
    expect(cleared).toHaveBeenCalledWith(ours);
  });
});

describe('a person who cancels', () => {
  it('is obeyed at once, before and while the endpoint is asked', async () => {
    endpoint.mood = 'silent';
    const controller = new AbortController();
    const asking = ask(targetAt(endpoint.address), controller.signal);
    await untilAsked();
    controller.abort(new CancelledError());
    await expect(asking).rejects.toBeInstanceOf(CancelledError);
    await expect(ask(targetAt(endpoint.address), controller.signal)).rejects.toBeInstanceOf(CancelledError);
    expect(endpoint.count).toBe(1);
  });
});
