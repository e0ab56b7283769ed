import http from 'http';
import https from 'https';
import { throwIfCancelled } from '../../platform/cancellation';

/** WhatsApp waits no longer for an endpoint; milliseconds (facts on Flow JSON, section 16). */
const TIME_LIMIT = 10_000;

/** Flows carry much less; the limit is ours, so that no answer fills the memory. */
const MOST_BYTES = 1024 * 1024;

export interface Reply {
  readonly status: number;
  /** Without its parameters; '' when there is none. */
  readonly contentType: string;
  readonly text: string;
  readonly milliseconds: number;
}

export type NoReplyReason =
  'timeout' | 'not found' | 'not listening' | 'certificate' | 'broken' | 'too large';

/** There is no answer that could be read. Carries no part of the request. */
export class NoReply extends Error {
  override readonly name = 'NoReply';
  constructor(
    readonly reason: NoReplyReason,
    /** Node's code, such as ECONNREFUSED. */
    readonly code: string | undefined,
    readonly milliseconds: number,
  ) {
    super(reason);
  }
}

/**
 * Posts JSON and reads the answer as text. Follows no redirect: the request is for this address only. Rejects with
 * NoReply or CancelledError.
 *
 * Not with `fetch`, which by its standard sends a request again by itself when it is answered with 421. VS Code makes
 * Node's http obey its proxy and certificate settings as well, where it is imported by its old name.
 */
export async function post(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Reply> {
  throwIfCancelled(signal);
  const started = performance.now();
  const sinceThen = () => Math.round(performance.now() - started);
  const over = new AbortController();
  const timer = setTimeout(() => over.abort(), TIME_LIMIT);
  const ended = AbortSignal.any([signal, over.signal]);
  try {
    const response = await send(address, body, headers, ended);
    const text = await readText(response);
    // What came while the time ran out is too late.
    ended.throwIfAborted();
    if (text === undefined) throw new NoReply('too large', undefined, sinceThen());
    const [contentType = ''] = (response.headers['content-type'] ?? '').split(';');
    return {
      status: response.statusCode ?? 0,
      contentType: contentType.trim().toLowerCase(),
      text,
      milliseconds: sinceThen(),
    };
  } catch (error) {
    throwIfCancelled(signal);
    if (error instanceof NoReply) throw error;
    if (over.signal.aborted) throw new NoReply('timeout', undefined, sinceThen());
    const code = codeOf(error);
    throw new NoReply(reasonOf(code), code, sinceThen());
  } finally {
    clearTimeout(timer);
    // Ends the connection where something of the answer was left unread.
    over.abort();
  }
}

function send(
  address: string,
  body: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const options = {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      // A kept connection may be one that the endpoint, just started anew, knows nothing of.
      connection: 'close',
      ...headers,
    },
    signal,
  };
  return new Promise((resolve, reject) => {
    const request = address.startsWith('https:')
      ? https.request(address, options, resolve)
      : http.request(address, options, resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** Undefined when it is too long. */
async function readText(response: http.IncomingMessage): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Node's code; with several addresses of a host it stands in the errors below. */
function codeOf(error: unknown): string | undefined {
  for (let one = error, depth = 0; one instanceof Error && depth < 4; one = one.cause, depth++) {
    const code = 'code' in one ? one.code : undefined;
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code)) return code;
  }
  return undefined;
}

function reasonOf(code = ''): NoReplyReason {
  if (/^(ENOTFOUND|EAI_AGAIN)$/.test(code)) return 'not found';
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code)) return 'not listening';
  if (/TIMEDOUT|TIMEOUT/.test(code)) return 'timeout';
  if (/CERT|_CA$|^(UNABLE_TO_|DEPTH_ZERO_|HOSTNAME_MISMATCH|ERR_TLS_)/.test(code)) return 'certificate';
  return 'broken';
}
