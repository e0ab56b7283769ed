import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Downloader, type DownloadLimits } from '../../../src/cams/download';
import { isCancelled } from '../../../src/platform/cancellation';
import { CERTIFICATE, PRIVATE_KEY } from './certificate';
import { allOf, closedPort, failure, hurry, recordingLog, serve, type Handler } from './network';

const SIGNED =
  '/flow.json?Expires=1&OSSAccessKeyId=STS.id&Signature=planted-signature&security-token=planted-token';

function downloader(limits: Partial<DownloadLimits> = {}, log = recordingLog()): Downloader {
  return new Downloader(log, 'cams-flows/1.2.3', limits);
}

function from(origin: string, limits?: Partial<DownloadLimits>, signal?: AbortSignal): Promise<Uint8Array> {
  return downloader(limits).download(origin + SIGNED, { loopback: true, signal });
}

const file = (body: string | Buffer, status = 200): Handler => {
  return (_, response) => {
    response.statusCode = status;
    response.end(body);
  };
};

const redirect = (to: string, status = 302): Handler => {
  return (_, response) => void response.writeHead(status, { location: to }).end('moved');
};

describe('a download', () => {
  it.each([
    ['plain', '{"version":"7.2"}'],
    ['with a byte order mark and Windows line ends', '\uFEFF{\r\n\t"version": "7.2"\r\n}\r\n'],
    ['with odd spacing and escapes', ' {"a" : "\\u00e9 é 💡", "b":1.0e0}\n\n'],
  ])('keeps every byte of a file %s', async (_, text) => {
    const server = await serve(file(text));
    expect(Buffer.from(await from(server.origin)).equals(Buffer.from(text))).toBe(true);
  });

  it('undoes the compression of HTTP', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync('{"version":"7.2"}'));
    });
    expect(Buffer.from(await from(server.origin)).toString()).toBe('{"version":"7.2"}');
  });

  it('sends no header of CAMS', async () => {
    const server = await serve(file('{}'));
    await from(server.origin);
    const [{ headers, method }] = server.requests as [(typeof server.requests)[0]];
    expect(method).toBe('GET');
    expect(Object.keys(headers).filter((name) => /^x-|auth|cookie/i.test(name))).toEqual([]);
    expect(headers['user-agent']).toBe('cams-flows/1.2.3');
  });

  it('logs size and time, and never the link', async () => {
    const log = recordingLog();
    const server = await serve(file('{}'));
    await downloader({}, log).download(server.origin + SIGNED, { loopback: true });
    expect(log.lines).toEqual([expect.stringMatching(/^debug download 200 2 bytes in \d+ ms$/)]);
  });
});

describe('redirects', () => {
  it('are followed, five at most', async () => {
    const server = await serve((request, response, count) =>
      count <= 5
        ? redirect(`/next?n=${count}`, [301, 302, 303, 307, 308][count - 1])(request, response, count)
        : file('{}')(request, response, count),
    );
    expect(await from(server.origin)).toHaveLength(2);
    expect(server.requests).toHaveLength(6);
  });

  it('in a circle end', async () => {
    const server = await serve(redirect('/again'));
    expect(await failure(from(server.origin))).toMatchObject({ situation: 'malformed', reason: 'redirect' });
    expect(server.requests).toHaveLength(6);
  });

  it('without a place end', async () => {
    const server = await serve((_, response) => void response.writeHead(302).end());
    expect(await failure(from(server.origin))).toMatchObject({ situation: 'malformed', reason: 'redirect' });
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'https://192.168.1.1/x',
    'http://example.com/x',
    'ftp://127.0.0.1/x',
    'file:///etc/passwd',
    'http://',
  ])('to %s are not followed', async (to) => {
    const server = await serve(redirect(to));
    expect(await failure(from(server.origin))).toMatchObject({
      situation: 'malformed',
      reason: 'unsafeLink',
    });
    expect(server.requests).toHaveLength(1);
  });
});

describe('a link', () => {
  it.each([
    ['plain http', 'http://bucket.oss-ap-southeast-1.aliyuncs.com/x.json?Signature=planted', true],
    ['no scheme', 'bucket.oss-ap-southeast-1.aliyuncs.com/x.json', true],
    ['nothing', '', true],
    ['a data URL', 'data:application/json,{}', true],
    ['a user and password', 'https://user:planted@example.com/x.json', true],
    ['a private address', 'https://10.0.0.1/x.json', true],
    ['the metadata service', 'https://100.100.100.200/latest', true],
    ['this machine, while CAMS is elsewhere', 'http://127.0.0.1:9/x.json', false],
    ['this machine over https, while CAMS is elsewhere', 'https://localhost/x.json', false],
  ])('with %s is not followed', async (_, link, loopback) => {
    const log = recordingLog();
    const error = await failure(downloader({}, log).download(link, { loopback }));
    expect(error).toMatchObject({ situation: 'malformed', reason: 'unsafeLink' });
    expect(allOf(error) + log.lines.join()).not.toContain('planted');
    expect(log.lines[0]).toMatch(/^warn download not followed: /);
  });
});

describe('what is no flow', () => {
  it.each([
    ['a page', file('<!doctype html><html></html>'), { situation: 'malformed', reason: 'html' }],
    [
      'a page with HTTP 403',
      file('<html>', 403),
      { situation: 'malformed', reason: 'html', httpStatus: 403 },
    ],
    [
      'an XML error',
      file('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 403),
      { situation: 'malformed', reason: 'xml', code: 'AccessDenied', httpStatus: 403 },
    ],
    [
      'an XML error with HTTP 200',
      file('<?xml version="1.0"?><Error/>'),
      { situation: 'malformed', reason: 'xml' },
    ],
    ['half of the text', file('{"version":'), { situation: 'malformed', reason: 'notJson' }],
    ['nothing', file(''), { situation: 'malformed', reason: 'notJson' }],
    ['HTTP 407', file('<html>', 407), { situation: 'network', reason: 'proxy' }],
  ] as [string, Handler, object][])('is told apart: %s', async (_, handler, expected) => {
    const server = await serve(handler);
    expect(await failure(from(server.origin))).toMatchObject(expected);
    expect(server.requests).toHaveLength(1);
  });

  it('ends when it is too large, without reading the rest', async () => {
    const server = await serve((_, response) => flood(response));
    const closed = server.connectionClosed();
    expect(await failure(from(server.origin, { bytes: 100_000 }))).toMatchObject({
      situation: 'malformed',
      reason: 'tooLarge',
    });
    await closed;
  });

  it('ends when it is too large only after decompression', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.end(gzipSync(Buffer.alloc(5_000_000, ' ')));
    });
    expect(await failure(from(server.origin, { bytes: 100_000 }))).toMatchObject({ reason: 'tooLarge' });
  });

  it('may have 10 MB', async () => {
    const text = `{"x":"${'x'.repeat(10 * 1024 * 1024)}"}`;
    const server = await serve(file(text));
    expect(await from(server.origin)).toHaveLength(text.length);
  });
});

describe('a broken connection', () => {
  it.each([
    [
      'in the middle',
      (request, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"version":', () => request.socket.destroy());
      },
    ],
    [
      'in the middle of chunks',
      (request, response) => {
        response.writeHead(200);
        response.write('{"version":', () => request.socket.destroy());
      },
    ],
    ['before the answer', (request) => request.socket.resetAndDestroy()],
  ] as [string, Handler][])('%s is interrupted; three attempts', async (_, handler) => {
    const server = await serve(handler);
    const error = await hurry(() => failure(from(server.origin)));
    expect(error).toMatchObject({ situation: 'network', reason: 'interrupted', operation: 'download' });
    expect(allOf(error)).not.toMatch(/planted|flow\.json/);
    expect(server.requests).toHaveLength(3);
  });

  it('is repaired by another attempt', async () => {
    const server = await serve((request, response, count) => {
      if (count === 1) request.socket.resetAndDestroy();
      else if (count === 2) file('busy', 503)(request, response, count);
      else file('{}')(request, response, count);
    });
    expect(await hurry(() => from(server.origin))).toHaveLength(2);
  });

  it('that nobody accepts is unreachable', async () => {
    const origin = `http://127.0.0.1:${await closedPort()}`;
    expect(await hurry(() => failure(from(origin)))).toMatchObject({
      situation: 'network',
      reason: 'unreachable',
      code: 'ECONNREFUSED',
    });
  });

  it('with a certificate that nobody vouches for says so', async () => {
    const server = await serve(file('{}'), { key: PRIVATE_KEY, cert: CERTIFICATE });
    expect(await failure(from(server.origin))).toMatchObject({ situation: 'network', reason: 'certificate' });
  });
});

describe('waiting', () => {
  it.each([
    ['silence', () => undefined, { silence: 40 }],
    [
      'silence in the middle',
      (_, response) => void (response.writeHead(200), response.write('{')),
      { silence: 40 },
    ],
    [
      'drops without end',
      (_, response) => void setInterval(() => response.write(' '), 5).unref(),
      { silence: 1000, total: 80 },
    ],
  ] as [string, Handler, Partial<DownloadLimits>][])(
    'for %s ends, and so does the connection',
    async (_, handler, limits) => {
      const server = await serve(handler);
      // A timeout is tried twice.
      const closed = server.connectionClosed(2);
      expect(await failure(from(server.origin, limits))).toMatchObject({
        situation: 'network',
        reason: 'timeout',
      });
      await closed;
    },
  );

  it('is patient with slow bytes', async () => {
    const text = '{"version":"7.2"}';
    const server = await serve((_, response) => {
      const letters = Array.from(text);
      const timer = setInterval(() => {
        const letter = letters.shift();
        if (letter !== undefined) return void response.write(letter);
        clearInterval(timer);
        response.end();
      }, 5);
    });
    expect(await from(server.origin, { silence: 2000 })).toHaveLength(text.length);
  });

  it.each([
    ['before the answer', (_: ServerResponse, cancel: () => void) => cancel()],
    [
      'in the middle',
      (response: ServerResponse, cancel: () => void) =>
        void (response.writeHead(200), response.write('{', cancel)),
    ],
  ])('ends at once when it is cancelled %s, and so does the connection', async (_, handler) => {
    const controller = new AbortController();
    const server = await serve((__, response) => handler(response, () => controller.abort()));
    const closed = server.connectionClosed();
    expect(isCancelled(await failure(from(server.origin, {}, controller.signal)))).toBe(true);
    await closed;
  });

  it('does not begin when it is cancelled already', async () => {
    const server = await serve(file('{}'));
    expect(isCancelled(await failure(from(server.origin, {}, AbortSignal.abort())))).toBe(true);
    expect(server.requests).toEqual([]);
  });
});

/** Writes as fast as the other side reads, for ever. */
function flood(response: ServerResponse): void {
  const block = Buffer.alloc(64 * 1024, ' ');
  const more = () => {
    while (!response.destroyed && response.write(block));
  };
  response.on('drain', more);
  more();
}
