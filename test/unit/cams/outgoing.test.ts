import http from 'node:http';
import net from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchOutgoing } from '../../../src/cams/outgoing';
import { answer, serve } from './network';

const post = (url: string, nonce: string, options: http.RequestOptions = {}) =>
  new Promise<void>((resolve, reject) => {
    const headers = { 'x-acs-signature-nonce': nonce };
    http
      .request(url, { method: 'POST', headers, ...options }, (response) =>
        response.resume().on('end', resolve),
      )
      .on('error', reject)
      .end('text');
  });

function watch(nonce: string) {
  const watcher = { started: vi.fn(), answered: vi.fn() };
  const forget = watchOutgoing(nonce, watcher);
  onTestFinished(forget);
  return { ...watcher, forget };
}

describe('a request that the SDK hides', () => {
  it('is found by its nonce, and so is its answer', async () => {
    const { origin } = await serve((_, response) => answer(response, {}, 418));
    const mine = watch('mine');
    const other = watch('other');
    await post(origin, 'mine');
    expect(mine.started).toHaveBeenCalledExactlyOnceWith(expect.any(http.ClientRequest));
    expect(mine.answered).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ statusCode: 418 }));
    expect(other.started).not.toHaveBeenCalled();
    expect(other.answered).not.toHaveBeenCalled();
  });

  it('is no longer looked for when it is forgotten, while others are', async () => {
    const { origin } = await serve((_, response) => answer(response, {}));
    const first = watch('first');
    const second = watch('second');
    first.forget();
    first.forget();
    await post(origin, 'first');
    await post(origin, 'second');
    expect(first.started).not.toHaveBeenCalled();
    expect(second.answered).toHaveBeenCalledOnce();
  });

  // Proxy agents show a refused tunnel as the answer to a request that was never written: their socket only reads.
  it('is answered without having started when a proxy refuses the tunnel', async () => {
    const { started, answered } = watch('refused');
    const socket = new net.Socket({ writable: false });
    const request = post('http://nobody.invalid', 'refused', { createConnection: () => socket });
    setImmediate(() => {
      socket.push('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
      socket.push(null);
    });
    await request;
    expect(answered).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ statusCode: 407 }));
    expect(started).not.toHaveBeenCalled();
  });
});
