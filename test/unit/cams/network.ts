import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import type { Credential, Session } from '../../../src/cams/types';
import type { Log } from '../../../src/platform/log';

export type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

export interface Served {
  readonly origin: string;
  readonly requests: { method: string; url: URL; headers: IncomingMessage['headers']; body: string }[];
  /** Settles when the `count`th connection from now has been closed. */
  connectionClosed(count?: number): Promise<void>;
}

/** An HTTP server on loopback for one test. */
export async function serve(handler: Handler, tls?: { key: string; cert: string }): Promise<Served> {
  const requests: Served['requests'] = [];
  let closed = 0;
  let waiting: { at: number; done: () => void }[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', headers, url = '' } = request;
      const body = Buffer.concat(chunks).toString();
      requests.push({ method, headers, url: new URL(url, 'http://server'), body });
      handler(request, response, requests.length);
    });
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.on('connection', (socket) =>
    socket.on('close', () => {
      closed++;
      for (const { at, done } of waiting) if (closed >= at) done();
      waiting = waiting.filter(({ at }) => closed < at);
    }),
  );
  await listen(server);
  onTestFinished(() => void (server.closeAllConnections(), server.close()));
  return {
    origin: `http${tls ? 's' : ''}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    connectionClosed: (count = 1) => new Promise((done) => waiting.push({ at: closed + count, done })),
  };
}

export function listen(server: NetServer): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** A port of this machine that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await listen(server);
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function answer(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json;charset=utf-8' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Keys whose secret parts must never be seen again. */
export const keys: Credential = {
  accessKeyId: 'STS.testid',
  accessKeySecret: 'planted-secret-Qx7',
  securityToken: 'planted-token-Zk9+/=',
};

export function sessionAt(endpoint: string, credential: Credential = keys): Session {
  return { accountId: 'account', endpoint, credential: () => Promise.resolve(credential) };
}

/** A log that remembers its lines. */
export function recordingLog(): Log & { readonly lines: string[] } {
  const lines: string[] = [];
  const line = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  return {
    lines,
    trace: line('trace'),
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
  };
}

/** Everything that an error could tell, including what only a debugger shows. */
export function allOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return [error.message, error.stack, JSON.stringify(error), error.cause ? allOf(error.cause) : ''].join(
    '\n',
  );
}

export function failure(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => Promise.reject(new Error('should have failed')),
    (error: unknown) => error as Error,
  );
}

/** Lets our own waits (quota, retries, time limits) pass quickly while sockets run in real time. */
export async function hurry<T>(work: () => Promise<T>): Promise<T> {
  const realImmediate = setImmediate;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  let over = false;
  const result = work().finally(() => (over = true));
  result.catch(() => undefined);
  try {
    while (!over) {
      await new Promise((resolve) => realImmediate(resolve));
      await vi.advanceTimersByTimeAsync(10);
    }
    return await result;
  } finally {
    vi.useRealTimers();
  }
}
