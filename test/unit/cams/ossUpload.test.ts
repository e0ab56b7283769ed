import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Uploader } from '../../../src/cams/ossUpload';
import type { Patience } from '../../../src/cams/stopwatch';
import { storeObject } from '../../../src/cams/storeObject';
import { isCancelled } from '../../../src/platform/cancellation';
import { CERTIFICATE, PRIVATE_KEY } from './certificate';
import {
  allOf,
  closedPort,
  failure,
  hurry,
  keys,
  listen,
  recordingLog,
  serve,
  type Handler,
} from './network';

const bytes = Buffer.from('\uFEFF{"version": "7.2"}\r\n');

function objectAt(origin: string) {
  const host = origin.replace(/^https?:\/\/127\./, '');
  const object = storeObject({ bucket: '127', host, directory: 'planted-directory' }, 'planted.json', true);
  return { ...object, url: object.url.replace('http:', new URL(origin).protocol) };
}

function put(
  origin: string,
  {
    patience = {},
    signal,
    log = recordingLog(),
    body = bytes,
  }: {
    patience?: Partial<Patience>;
    signal?: AbortSignal;
    log?: ReturnType<typeof recordingLog>;
    body?: Uint8Array;
  } = {},
): Promise<void> {
  return new Uploader(log, 'cams-flows/1.2.3', patience).put(objectAt(origin), keys, body, signal);
}

const reply = (status: number, body = '', headers: Record<string, string> = {}): Handler => {
  return (_, response) => void response.writeHead(status, headers).end(body);
};
const error = (code: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>planted-signature</Message>` +
  '<RequestId>65A1</RequestId><StringToSign>planted-token</StringToSign></Error>';

/** A server that decides what to do before it has read the file. */
async function early(handler: Handler): Promise<{ origin: string; count: () => number }> {
  let count = 0;
  const server = createServer((request, response) => handler(request, response, ++count));
  await listen(server);
  onTestFinished(() => void (server.closeAllConnections(), server.close()));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    count: () => count,
  };
}

describe('an upload', () => {
  it('sends the bytes as they are, with length and checksum', async () => {
    const server = await serve(reply(200));
    await put(server.origin);
    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'PUT', body: bytes.toString() });
    expect(request!.url.pathname).toBe('/planted-directory/planted.json');
    expect(request!.headers).toMatchObject({
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      'content-md5': createHash('md5').update(bytes).digest('base64'),
      'x-oss-security-token': keys.securityToken,
      'user-agent': 'cams-flows/1.2.3',
    });
    expect(request!.headers['transfer-encoding']).toBeUndefined();
  });

  it('logs size, time and request id, and neither place nor keys', async () => {
    const server = await serve(reply(200, '', { 'x-oss-request-id': '65A1F0' }));
    const log = recordingLog();
    await put(server.origin, { log });
    expect(log.lines).toEqual([
      expect.stringMatching(/^debug upload 200 23 bytes, request id 65A1F0 in \d+ ms$/),
    ]);
  });
});

describe('a refusal', () => {
  it.each([
    [403, 'SecurityTokenExpired', { situation: 'uploadRefused', reason: 'keys' }],
    [403, 'InvalidSecurityToken', { situation: 'uploadRefused', reason: 'keys' }],
    [403, 'InvalidAccessKeyId', { situation: 'uploadRefused', reason: 'keys' }],
    [403, 'SignatureDoesNotMatch', { situation: 'uploadRefused', reason: 'keys' }],
    [403, 'AccessDenied', { situation: 'uploadRefused', reason: 'permission' }],
    [404, 'NoSuchBucket', { situation: 'uploadRefused', reason: 'bucket' }],
    [403, 'RequestTimeTooSkewed', { situation: 'clock' }],
    [400, 'EntityTooLarge', { situation: 'unfit', reason: 'tooLarge' }],
    [400, 'Something.Else', { situation: 'service' }],
  ])('HTTP %d %s is told apart, and not repeated', async (status, code, expected) => {
    const server = await serve(reply(status, error(code)));
    const log = recordingLog();
    const thrown = await failure(put(server.origin, { log }));
    expect(thrown).toMatchObject({ operation: 'upload', httpStatus: status, code, requestId: '65A1' });
    expect(thrown).toMatchObject(expected);
    expect(allOf(thrown) + log.lines.join()).not.toMatch(/planted/);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['a page', 200, '<!doctype html><html></html>', {}, { situation: 'malformed', reason: 'html' }],
    ['a page with HTTP 403', 403, '<html>', {}, { situation: 'malformed', reason: 'html' }],
    ['a redirect', 307, '', { location: 'https://example.com/' }, { situation: 'malformed', reason: 'html' }],
    ['an XML error with HTTP 200', 200, error('Odd'), {}, { situation: 'malformed', reason: 'xml' }],
    ['a proxy that wants a password', 407, '<html>', {}, { situation: 'network', reason: 'proxy' }],
    ['a proxy with a limit', 413, '<html>', {}, { situation: 'unfit', reason: 'tooLarge' }],
  ])('that is none of the file store: %s', async (_, status, body, headers, expected) => {
    const server = await serve(reply(status, body, headers));
    expect(await failure(put(server.origin))).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [400, error('BadDigest')],
    [503, error('ServiceUnavailable')],
    [502, '<html>'],
    [429, ''],
  ])('HTTP %d that may pass is repeated: the same place, the same bytes', async (status, body) => {
    const server = await serve((request, response, count) =>
      (count < 3 ? reply(status, body) : reply(200))(request, response, count),
    );
    await hurry(() => put(server.origin));
    expect(new Set(server.requests.map(({ url }) => url.pathname)).size).toBe(1);
    expect(server.requests.map((request) => request.body)).toEqual(Array(3).fill(bytes.toString()));
  });
});

describe('a connection that is cut', () => {
  const large = Buffer.alloc(9_000_000, 'x');

  it.each([
    ['before the file', (request) => request.socket.resetAndDestroy()],
    ['in the middle of the file', (request) => request.once('data', () => request.socket.resetAndDestroy())],
    ['after the file', (request) => request.resume().on('end', () => request.socket.resetAndDestroy())],
  ] as [string, Handler][])('%s: three attempts, then it is interrupted', async (_, handler) => {
    const server = await early(handler);
    const log = recordingLog();
    const thrown = await hurry(() => failure(put(server.origin, { body: large, log })));
    expect(thrown).toMatchObject({ situation: 'network', reason: 'interrupted', operation: 'upload' });
    expect(allOf(thrown) + log.lines.join()).not.toMatch(/planted|127\.0/);
    expect(server.count()).toBe(3);
  });

  it('is repaired by another attempt', async () => {
    const server = await serve((request, response, count) =>
      count === 1 ? void request.socket.resetAndDestroy() : reply(200)(request, response, count),
    );
    await hurry(() => put(server.origin, { body: large }));
    expect(server.requests.map(({ body }) => body.length)).toEqual([large.length, large.length]);
  });

  it('that nobody accepts is unreachable', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    expect(await hurry(() => failure(put(origin)))).toMatchObject({ reason: 'unreachable' });
  });

  it('with a certificate that nobody vouches for says so', async () => {
    const server = await serve(reply(200), { key: PRIVATE_KEY, cert: CERTIFICATE });
    expect(await failure(put(server.origin))).toMatchObject({ reason: 'certificate' });
    expect(server.requests).toEqual([]);
  });
});

describe('waiting', () => {
  it.each([
    ['for an answer', (request) => void request.resume()],
    ['to be read', (request) => void request.pause()],
  ] as [string, Handler][])('%s ends', async (_, handler) => {
    const server = await early(handler);
    const thrown = await failure(
      put(server.origin, { patience: { silence: 60 }, body: Buffer.alloc(30_000_000) }),
    );
    expect(thrown).toMatchObject({ situation: 'network', reason: 'timeout' });
  });

  it('is patient with a slow line that moves', async () => {
    const server = await early((request, response) => {
      request.on('data', () => {
        request.pause();
        setTimeout(() => request.resume(), 10);
      });
      request.on('end', () => response.end());
    });
    const started = performance.now();
    // Slower in all than the silence that it may have at a time.
    await put(server.origin, { patience: { silence: 1000 }, body: Buffer.alloc(10_000_000) });
    expect(performance.now() - started).toBeGreaterThan(1000);
  });

  it.each([
    ['while the file is sent', (request, cancel) => void request.once('data', cancel)],
    ['before the answer', (request, cancel) => void request.resume().on('end', cancel)],
  ] as [string, (request: Parameters<Handler>[0], cancel: () => void) => void][])(
    'ends at once when it is cancelled %s, and so does the connection',
    async (_, handler) => {
      const controller = new AbortController();
      let closed: () => void;
      const closing = new Promise<void>((resolve) => (closed = resolve));
      const server = await early((request) => {
        request.on('error', () => undefined);
        request.socket.on('close', () => closed());
        handler(request, () => controller.abort());
      });
      const body = Buffer.alloc(9_000_000);
      expect(isCancelled(await failure(put(server.origin, { signal: controller.signal, body })))).toBe(true);
      await closing;
      expect(server.count()).toBe(1);
    },
  );

  it('does not begin when it is cancelled already', async () => {
    const server = await serve(reply(200));
    expect(isCancelled(await failure(put(server.origin, { signal: AbortSignal.abort() })))).toBe(true);
    expect(server.requests).toEqual([]);
  });
});
