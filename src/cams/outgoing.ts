import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

/**
 * The SDK hides Node's request, and with it the only way to end a connection early, to see the status of an
 * answer that is not JSON, and to know when a request has really left. Node itself announces every request and
 * every answer; ours are found by their nonce. Listens only while a call of ours is under way.
 */
const STARTED = 'http.client.request.start';
/** Announced as soon as the head of the answer is there, in spite of its name. */
const ANSWERED = 'http.client.response.finish';

export interface OutgoingWatcher {
  /** Not called for a request that a proxy refuses: it never starts. */
  started(request: ClientRequest): void;
  answered(response: IncomingMessage): void;
}

const expected = new Map<string, OutgoingWatcher>();

function onStarted(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  watcherOf(request)?.started(request);
}

function onAnswered(message: unknown): void {
  const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
  watcherOf(request)?.answered(response);
}

function watcherOf(request: ClientRequest): OutgoingWatcher | undefined {
  const nonce = request.getHeader('x-acs-signature-nonce');
  return typeof nonce === 'string' ? expected.get(nonce) : undefined;
}

/** Tells what becomes of the request with this nonce. Answers how to stop that. */
export function watchOutgoing(nonce: string, watcher: OutgoingWatcher): () => void {
  if (expected.size === 0) {
    subscribe(STARTED, onStarted);
    subscribe(ANSWERED, onAnswered);
  }
  expected.set(nonce, watcher);
  return () => {
    if (!expected.delete(nonce) || expected.size > 0) return;
    unsubscribe(STARTED, onStarted);
    unsubscribe(ANSWERED, onAnswered);
  };
}
