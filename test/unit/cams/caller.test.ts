import { describe, expect, it, vi } from 'vitest';
import { Caller, type Operation } from '../../../src/cams/caller';
import { Quota } from '../../../src/cams/quota';
import { Transport } from '../../../src/cams/transport';
import type { Session } from '../../../src/cams/types';
import { isCancelled } from '../../../src/platform/cancellation';
import {
  allOf,
  answer,
  closedPort,
  failure,
  hurry,
  keys,
  recordingLog,
  serve,
  sessionAt,
  type Handler,
} from './network';

const read: Operation = { name: 'GetFlow', parameters: { FlowId: '926' }, kind: 'read' };
const write: Operation = { name: 'CreateFlow', parameters: { FlowName: 'a' }, kind: 'write' };

function caller(log = recordingLog()): Caller {
  return new Caller(new Transport({ userAgent: 'x', timeLimit: 60_000 }), new Quota(), log);
}

const ok = { Code: 'OK', RequestId: 'A57F-1', Data: {} };

/** Fails in one way for some times, then answers. */
function failing(times: number, fail: Handler): Handler {
  return (request, response, count) =>
    count <= times ? fail(request, response, count) : answer(response, ok);
}

const throttle: Handler = (_, response) =>
  answer(response, { Code: 'Throttling.User', RequestId: 'A57F-2' }, 400);
const reset: Handler = (request) => void request.socket.resetAndDestroy();
const unavailable: Handler = (_, response) => answer(response, { Code: 'ServiceUnavailable' }, 503);
const page502: Handler = (_, response) => answer(response, '<html>', 502);
const silence: Handler = () => undefined;
const nonceUsed: Handler = (_, response) => answer(response, { Code: 'SignatureNonceUsed' }, 400);
const refuse: Handler = (_, response) => answer(response, { Code: 'NoPermission' }, 403);

describe('a read', () => {
  it.each([
    ['a reset', reset, 2],
    ['HTTP 503', unavailable, 2],
    ['a page with HTTP 502', page502, 2],
    ['a used nonce', nonceUsed, 2],
    ['silence', silence, 1],
    ['throttling', throttle, 5],
  ])('is repeated after %s, each time signed anew', async (_, fail, times) => {
    const server = await serve(failing(times, fail));
    expect(await hurry(() => caller().call(sessionAt(server.origin), read))).toEqual(ok);
    expect(server.requests).toHaveLength(times + 1);
    expect(new Set(server.requests.map(({ headers }) => headers['x-acs-signature-nonce'])).size).toBe(
      times + 1,
    );
    expect(new Set(server.requests.map(({ headers }) => headers.authorization)).size).toBe(times + 1);
  });

  it.each([
    ['resets', reset, 3, { situation: 'network', reason: 'interrupted' }],
    ['HTTP 503', unavailable, 3, { situation: 'service', code: 'ServiceUnavailable' }],
    ['silences', silence, 2, { situation: 'network', reason: 'timeout' }],
    ['throttled answers', throttle, 6, { situation: 'throttled', requestId: 'A57F-2' }],
    ['a refusal', refuse, 1, { situation: 'permission', action: 'cams:GetFlow' }],
  ])('fails in the end after %s', async (_, fail, attempts, expected) => {
    const server = await serve(fail);
    expect(await hurry(() => failure(caller().call(sessionAt(server.origin), read)))).toMatchObject(expected);
    expect(server.requests).toHaveLength(attempts);
  });

  it('fails when nobody listens, after a short while', async () => {
    const session = sessionAt(`http://127.0.0.1:${await closedPort()}`);
    expect(await hurry(() => failure(caller().call(session, read)))).toMatchObject({
      situation: 'network',
      reason: 'unreachable',
    });
  });

  it('can be cancelled while it waits to be repeated', async () => {
    const controller = new AbortController();
    const log = recordingLog();
    const server = await serve(reset);
    const told = vi.fn((message: string) => {
      if (message.includes('again')) controller.abort();
    });
    const result = failure(
      caller({ ...log, debug: told }).call(sessionAt(server.origin), read, { signal: controller.signal }),
    );
    expect(isCancelled(await result)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  it('asks for the keys each time, after its turn has come', async () => {
    const server = await serve(failing(1, reset));
    const credential = vi.fn(() => Promise.resolve(keys));
    await hurry(() => caller().call({ accountId: 'a', endpoint: server.origin, credential }, read));
    expect(credential).toHaveBeenCalledTimes(2);
  });
});

describe('a write', () => {
  it.each([
    ['a reset', reset],
    ['HTTP 503', unavailable],
    ['a page with HTTP 502', page502],
    ['a used nonce', nonceUsed],
    ['throttling', throttle],
    ['silence', silence],
  ])('is never repeated, not after %s', async (_, fail) => {
    const server = await serve(fail);
    await hurry(() => failure(caller().call(sessionAt(server.origin), write)));
    expect(server.requests).toHaveLength(1);
  });
});

describe('an answer', () => {
  it.each(['OK', ' OK\n', 'ok'])('with Code %j is a success', async (Code) => {
    const server = await serve((_, response) => answer(response, { Code }));
    expect(await caller().call(sessionAt(server.origin), read)).toEqual({ Code });
  });

  it.each([
    [
      { Code: 'Flow.SomethingWrong', Message: 'It did not work.' },
      { situation: 'service', code: 'Flow.SomethingWrong', detail: 'It did not work.' },
    ],
    [
      { Code: 'Product.Unsubscript', Data: '' },
      { situation: 'notSubscribed', httpStatus: 200 },
    ],
    [{ Data: { FlowId: '1' } }, { situation: 'malformed', reason: 'incomplete' }],
    [
      { Code: null, Data: {} },
      { situation: 'malformed', reason: 'incomplete' },
    ],
  ])('HTTP 200 with %j is an error', async (body, expected) => {
    const server = await serve((_, response) => answer(response, body));
    expect(await failure(caller().call(sessionAt(server.origin), write))).toMatchObject(expected);
  });
});

describe('keys that cannot be had', () => {
  it('are an error of ours that quotes nothing', async () => {
    const session: Session = {
      ...sessionAt('http://127.0.0.1:9'),
      credential: () => Promise.reject(new Error(`file says ${keys.accessKeySecret}`)),
    };
    const error = await failure(caller().call(session, read));
    expect(error).toMatchObject({ situation: 'credentials', code: 'KeysUnavailable' });
    expect(allOf(error)).not.toContain(keys.accessKeySecret);
  });

  it('give the turn back', async () => {
    const server = await serve((_, response) => answer(response, ok));
    const one = caller();
    const broken: Session = {
      ...sessionAt(server.origin),
      credential: () => Promise.reject(new Error('no')),
    };
    await failure(one.call(broken, read));
    expect(await one.call(sessionAt(server.origin), read)).toEqual(ok);
  });
});

it('says when a request leaves, and not while it waits for its turn', async () => {
  const server = await serve((_, response) => answer(response, ok));
  const one = caller();
  const sent: number[] = [];
  const calls = Array.from({ length: 7 }, (_, index) =>
    one.call(sessionAt(server.origin), read, { onSent: () => sent.push(index) }),
  );
  expect(sent).toEqual([]);
  await hurry(() => Promise.all(calls));
  expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

describe('the log', () => {
  it('tells operation, status, time, request id and the wait in line, and no parameter or secret', async () => {
    const log = recordingLog();
    const server = await serve((_, response, count) =>
      answer(response, {
        Code: count === 1 ? 'OK' : 'Some.Error',
        Message: keys.accessKeySecret,
        RequestId: 'A57F-1',
      }),
    );
    await caller(log).call(sessionAt(server.origin), read, { lane: 'visible' });
    await failure(caller(log).call(sessionAt(server.origin), read));
    expect(log.lines[0]).toMatch(/^debug GetFlow 200 request id A57F-1 in \d+ ms, lane visible \d+ ms$/);
    expect(log.lines[1]).toMatch(
      /^debug GetFlow failed: service 200 Some\.Error request id A57F-1 in \d+ ms, lane person \d+ ms$/,
    );
    expect(log.lines.join()).not.toMatch(/926|planted/);
  });

  it('tells a pause that throttling causes', async () => {
    const log = recordingLog();
    const server = await serve(failing(1, throttle));
    await hurry(() => caller(log).call(sessionAt(server.origin), read));
    expect(log.lines).toContainEqual(
      expect.stringMatching(/^debug GetFlow pauses for [45]\d\d ms: throttled$/),
    );
  });
});
