import { once } from 'node:events';
import type http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer } from './answers';
import type { Fault } from './faults';
import { wrongTypes } from './wrongTypes';

/** Sends the answer, as the fault wants it; settles when all has been sent that will be, at once for silence. */
export async function deliver(
  response: http.ServerResponse,
  answer: Answer,
  fault: Fault | undefined,
): Promise<void> {
  if (fault?.kind === 'silence') return;
  if (fault?.kind === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = changedBody(answer, fault);
  const headers = { 'content-type': answer.contentType, ...answer.headers };
  if (fault?.kind === 'delay') await wait(fault.milliseconds);
  if (fault?.kind === 'hold') await fault.until;

  if (fault?.kind === 'truncated') {
    response.writeHead(answer.status, { ...headers, 'content-length': Math.max(body.length, 2) });
    await new Promise((done) => response.write(body.subarray(0, Math.ceil(body.length / 2)), done));
    response.socket?.destroy();
  } else if (fault?.kind === 'huge') {
    response.writeHead(answer.status, headers);
    await writeHuge(response, body, fault.bytes);
  } else if (fault?.kind === 'slow') {
    response.writeHead(answer.status, { ...headers, 'content-length': body.length });
    await writeSlowly(response, body, fault.bytesPerSecond);
  } else {
    response.writeHead(answer.status, { ...headers, 'content-length': body.length });
    response.end(body);
  }
  // Also comes when the other side goes away before the end.
  if (!response.closed) await once(response, 'close');
}

function changedBody(answer: Answer, fault: Fault | undefined): Buffer {
  if (fault?.kind !== 'change' && fault?.kind !== 'wrongTypes') return Buffer.from(answer.body as string);
  const body = JSON.parse(Buffer.from(answer.body as string).toString('utf8')) as Record<string, unknown>;
  return Buffer.from(JSON.stringify(fault.kind === 'change' ? fault.change(body) : wrongTypes(body)));
}

async function writeHuge(response: http.ServerResponse, body: Buffer, bytes: number): Promise<void> {
  const blanks = Buffer.alloc(64 * 1024, ' ');
  response.write(body);
  for (let sent = body.length; sent < bytes && !response.destroyed; sent += blanks.length) {
    if (!response.write(blanks)) await drained(response);
  }
  response.end();
}

async function writeSlowly(
  response: http.ServerResponse,
  body: Buffer,
  bytesPerSecond: number,
): Promise<void> {
  const step = Math.max(1, Math.round(bytesPerSecond / 10));
  for (let at = 0; at < body.length && !response.destroyed; at += step) {
    response.write(body.subarray(at, at + step));
    await wait(100, undefined, { ref: false });
  }
  response.end();
}

/** Also when the other side has gone away. */
function drained(response: http.ServerResponse): Promise<void> {
  return new Promise((done) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      done();
    };
    response.on('drain', settle).on('close', settle);
  });
}
