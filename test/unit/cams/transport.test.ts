import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished, describe, expect, it } from 'vitest';
import { Transport, type ApiCall } from '../../../src/cams/transport';
import { isCancelled } from '../../../src/platform/cancellation';
import { CERTIFICATE, PRIVATE_KEY } from './certificate';
import { allOf, answer, closedPort, failure, keys, listen, serve } from './network';

const transport = new Transport({ userAgent: 'cams-flows/1.2.3', timeLimit: 10_000 });
const impatient = new Transport({ userAgent: 'cams-flows/1.2.3', timeLimit: 60 });

function call(endpoint: string, more: Partial<ApiCall> = {}): ApiCall {
  return {
    endpoint,
    credential: keys,
    product: 'cams',
    version: '2020-06-06',
    operation: 'GetFlow',
    parameters: { FlowId: '926', CustSpaceId: 'cams-ünï *', EndpointUri: '', Nothing: undefined },
    ...more,
  };
}

function expectClean(error: Error): void {
  for (const secret of [
    keys.accessKeySecret,
    keys.securityToken!,
    encodeURIComponent(keys.securityToken!),
    '/?',
    'FlowId=',
  ]) {
    expect(allOf(error)).not.toContain(secret);
  }
}

describe('a request', () => {
  it('is one that the service understands: RPC style, signed, all parameters in the query', async () => {
    const server = await serve((_, response) => answer(response, { Code: 'OK', RequestId: ' A57F-1\n' }));
    const { body, status, requestId } = await transport.send(call(server.origin));
    expect({ body, status, requestId }).toEqual({
      body: { Code: 'OK', RequestId: ' A57F-1\n' },
      status: 200,
      requestId: 'A57F-1',
    });

    const [request] = server.requests;
    expect(request).toMatchObject({ method: 'POST', body: '' });
    expect(request!.url.pathname).toBe('/');
    expect(Object.fromEntries(request!.url.searchParams)).toEqual({
      FlowId: '926',
      CustSpaceId: 'cams-ünï *',
      EndpointUri: '',
    });
    expect(request!.headers).toMatchObject({
      'x-acs-action': 'GetFlow',
      'x-acs-version': '2020-06-06',
      'x-acs-accesskey-id': keys.accessKeyId,
      'x-acs-security-token': keys.securityToken,
      'user-agent': expect.stringContaining('cams-flows/1.2.3'),
      authorization: expect.stringMatching(
        /^ACS3-HMAC-SHA256 Credential=STS\.testid,SignedHeaders=.*x-acs-security-token.*,Signature=[0-9a-f]{64}$/,
      ),
    });
    expect(request!.headers).not.toHaveProperty('content-type');
  });

  it('has a nonce of its own each time', async () => {
    const server = await serve((_, response) => answer(response, { Code: 'OK' }));
    await Promise.all([1, 2, 3].map(() => transport.send(call(server.origin))));
    const nonces = server.requests.map(({ headers }) => headers['x-acs-signature-nonce']);
    expect(new Set(nonces).size).toBe(3);
    expect(nonces[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tells when it has left', async () => {
    let sent = 0;
    const server = await serve((_, response) => answer(response, { Code: 'OK' }));
    await transport.send(call(server.origin, { onSent: () => sent++ }));
    expect(sent).toBe(1);
  });

  it.each(['http://cams.ap-southeast-1.aliyuncs.com', 'ftp://127.0.0.1', 'cams.example.com', ''])(
    'is not sent over an endpoint like %j',
    async (endpoint) => {
      const error = await failure(transport.send(call(endpoint)));
      expect(error).toMatchObject({ situation: 'malformed', reason: 'unsafeLink' });
    },
  );

  it.each([
    ['no key', { accessKeyId: '', accessKeySecret: '' }],
    ['a key that cannot stand in a header', { ...keys, securityToken: 'planted\ntoken' }],
  ])('is not sent with %s', async (_, credential) => {
    const server = await serve((__, response) => answer(response, { Code: 'OK' }));
    const error = await failure(transport.send(call(server.origin, { credential })));
    expect(error).toMatchObject({ situation: 'credentials' });
    expect(allOf(error)).not.toContain('planted');
    expect(server.requests).toEqual([]);
  });
});

describe('an answer', () => {
  it('keeps the digits of ids that are bare numbers', async () => {
    const server = await serve((_, response) =>
      answer(response, '{"Code":"OK","Data":{"FlowId":92675332812643123}}'),
    );
    expect((await transport.send(call(server.origin))).body).toMatchObject({
      Data: { FlowId: '92675332812643123' },
    });
  });

  it('that is an error is a CamsError with code and request id', async () => {
    const body = {
      Code: 'NoPermission',
      Message: `You may not, ${keys.accessKeySecret}`,
      RequestId: 'A57F-2',
      AccessDeniedDetail: { AuthAction: 'cams:GetFlow' },
    };
    const server = await serve((_, response) => answer(response, body, 403));
    const error = await failure(transport.send(call(server.origin)));
    expect(error).toMatchObject({
      situation: 'permission',
      action: 'cams:GetFlow',
      code: 'NoPermission',
      requestId: 'A57F-2',
      httpStatus: 403,
      detail: 'You may not, •••',
    });
    expectClean(error);
  });

  it('takes the request id from the header when the body has none', async () => {
    const server = await serve((_, response) => {
      response.setHeader('x-acs-request-id', 'HEAD-1');
      answer(response, '<html>', 502);
    });
    expect(await failure(transport.send(call(server.origin)))).toMatchObject({
      requestId: 'HEAD-1',
      httpStatus: 502,
    });
  });

  it.each([
    [200, 'text/html', '<html>planted-secret-Qx7</html>', { situation: 'malformed', reason: 'html' }],
    [403, 'text/html', '<html>planted-secret-Qx7</html>', { situation: 'malformed', reason: 'html' }],
    [403, undefined, '<html>planted-secret-Qx7</html>', { situation: 'malformed', reason: 'html' }],
    [502, 'text/html', '<html>planted-secret-Qx7</html>', { situation: 'service', code: 'HTTP 502' }],
    [407, 'text/html', '<html></html>', { situation: 'network', reason: 'proxy' }],
    [302, undefined, '', { situation: 'malformed', reason: 'html', code: 'HTTP 302' }],
    [
      403,
      'application/xml',
      '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>',
      { situation: 'malformed', reason: 'xml' },
    ],
    [
      403,
      'text/xml;charset=utf-8',
      '<?xml version="1.0"?><Error><Code>NoPermission</Code></Error>',
      { situation: 'permission' },
    ],
    [
      403,
      'text/xml;charset=utf-8',
      '<?xml version="1.0"?><Other/>',
      { situation: 'malformed', reason: 'xml' },
    ],
    [200, 'application/json', '', { situation: 'malformed', reason: 'incomplete' }],
    [200, 'application/json', 'null', { situation: 'malformed', reason: 'incomplete' }],
    [200, 'application/json', '{"Code":"OK","Data":', { situation: 'malformed', reason: 'incomplete' }],
    [400, 'application/json', '[]', { situation: 'malformed', reason: 'incomplete' }],
    [500, 'application/json', '', { situation: 'service', code: 'HTTP 500' }],
    [
      200,
      'application/json',
      `{"Code":"OK","x":"${'x'.repeat(17_000_000)}"}`,
      { situation: 'malformed', reason: 'tooLarge' },
    ],
  ])('HTTP %s %s %.40j becomes a clear error', async (status, contentType, body, expected) => {
    const server = await serve((_, response) => {
      if (contentType) response.setHeader('content-type', contentType);
      response.statusCode = status;
      response.end(body);
    });
    const error = await failure(transport.send(call(server.origin)));
    expect(error).toMatchObject(expected);
    expectClean(error);
  });
});

describe('a broken connection', () => {
  it('that nobody accepts is unreachable', async () => {
    const error = await failure(transport.send(call(`http://127.0.0.1:${await closedPort()}`)));
    expect(error).toMatchObject({ situation: 'network', reason: 'unreachable', code: 'ECONNREFUSED' });
    expectClean(error);
  });

  it('that is reset is interrupted', async () => {
    const server = await serve((request) => request.socket.resetAndDestroy());
    const error = await failure(transport.send(call(server.origin)));
    expect(error).toMatchObject({ situation: 'network', reason: 'interrupted', code: 'ECONNRESET' });
    expectClean(error);
  });

  it('in the middle of the answer is interrupted', async () => {
    const server = await serve((request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"Code":"OK"', () => request.socket.destroy());
    });
    const error = await failure(transport.send(call(server.origin)));
    expect(error).toMatchObject({ situation: 'network', reason: 'interrupted' });
    expectClean(error);
  });

  it('that speaks no HTTP is interrupted', async () => {
    const server = createServer((socket) => void socket.end('SSH-2.0-OpenSSH\r\n'));
    await listen(server);
    onTestFinished(() => void server.close());
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failure(transport.send(call(endpoint)))).toMatchObject({
      situation: 'network',
      reason: 'interrupted',
    });
  });

  it('with a certificate that nobody vouches for says so', async () => {
    const server = await serve((_, response) => answer(response, { Code: 'OK' }), {
      key: PRIVATE_KEY,
      cert: CERTIFICATE,
    });
    const error = await failure(transport.send(call(server.origin)));
    expect(error).toMatchObject({
      situation: 'network',
      reason: 'certificate',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(server.requests).toEqual([]);
  });

  it('without TLS where TLS was expected is unreachable', async () => {
    const server = await serve((_, response) => answer(response, { Code: 'OK' }));
    const error = await failure(transport.send(call(server.origin.replace('http:', 'https:'))));
    expect(error).toMatchObject({ situation: 'network', reason: 'unreachable' });
  });
});

describe('waiting', () => {
  it.each([
    ['no answer', () => undefined],
    ['half an answer', (_, response) => void (response.writeHead(200), response.write('{"Code":'))],
    ['an answer in drops', (_, response) => void setInterval(() => response.write(' '), 5).unref()],
  ] as [string, Parameters<typeof serve>[0]][])(
    'for %s ends after the time limit, and so does the connection',
    async (_, handler) => {
      const server = await serve(handler);
      const closed = server.connectionClosed();
      const error = await failure(impatient.send(call(server.origin)));
      expect(error).toMatchObject({ situation: 'network', reason: 'timeout', code: 'ETIMEDOUT' });
      expectClean(error);
      await closed;
    },
  );

  it('ends at once when it is cancelled, and so does the connection', async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort());
    const closed = server.connectionClosed();
    expect(
      isCancelled(await failure(transport.send(call(server.origin, { signal: controller.signal })))),
    ).toBe(true);
    await closed;
  });

  it('ends at once when it is cancelled in the middle of an answer', async () => {
    const controller = new AbortController();
    const server = await serve((_, response) => {
      response.writeHead(200);
      response.write('{"Code":', () => controller.abort());
    });
    const closed = server.connectionClosed();
    expect(
      isCancelled(await failure(transport.send(call(server.origin, { signal: controller.signal })))),
    ).toBe(true);
    await closed;
  });

  it('sends nothing when it is cancelled before or right away', async () => {
    const server = await serve((_, response) => answer(response, { Code: 'OK' }));
    expect(
      isCancelled(await failure(transport.send(call(server.origin, { signal: AbortSignal.abort() })))),
    ).toBe(true);
    const controller = new AbortController();
    const sending = failure(transport.send(call(server.origin, { signal: controller.signal })));
    controller.abort();
    expect(isCancelled(await sending)).toBe(true);
    await transport.send(call(server.origin));
    expect(server.requests).toHaveLength(1);
  });
});
