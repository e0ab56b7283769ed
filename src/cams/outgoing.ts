import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/**
 * The SDK hides Node's request, and with it the only way to end a connection early, to see the status of an
 * answer that is not JSON, and to know when a request has really left. Node itself announces every request it
 * starts; ours is found by its nonce. Listens only while a call of ours is under way.
 */
const CHANNEL = 'http.client.request.start';

const expected = new Map<string, (request: ClientRequest) => void>();

function onStart(message: unknown): void {
  const { request } = message as { request: ClientRequest };
  const nonce = request.getHeader('x-acs-signature-nonce');
  if (typeof nonce === 'string') expected.get(nonce)?.(request);
}

/** Calls `found` when the request with this nonce starts. Answers how to stop waiting for it. */
export function onOutgoing(nonce: string, found: (request: ClientRequest) => void): () => void {
  if (expected.size === 0) subscribe(CHANNEL, onStart);
  expected.set(nonce, found);
  return () => {
    expected.delete(nonce);
    if (expected.size === 0) unsubscribe(CHANNEL, onStart);
  };
}
