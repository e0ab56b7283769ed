import type http from 'node:http';
import { listen } from '../simulator/listen';
import { book } from './booking';
import { decrypt, isSigned, privateKeyOf, type Decrypted, type Slip } from './envelope';
import { testKeys } from './keys';

/** What the endpoint does with requests that it can decrypt, or with all of them. */
export type Mood =
  | 'well'
  /** Takes the request and never answers. */
  | 'silent'
  | 'cuts the connection'
  | { readonly slip: Slip }
  /** Sends this text as it is. */
  | { readonly text: string; readonly status?: number; readonly type?: string }
  /** Encrypts this text. */
  | { readonly sealed: string; readonly status?: number; readonly type?: string }
  | { readonly redirect: string };

interface Reply {
  readonly status?: number;
  readonly text?: string;
  readonly type?: string;
  readonly location?: string;
}

export interface ReferenceEndpoint {
  /** `http://127.0.0.1:PORT/flow`. */
  readonly address: string;
  /** May be changed between requests. */
  mood: Mood;
  /** What was asked and could be decrypted, in this order. */
  readonly requests: unknown[];
  /** How many requests came, whether or not they could be decrypted. */
  readonly count: number;
  close(): Promise<void>;
}

export interface ReferenceOptions {
  readonly host?: string;
  readonly port?: number;
  readonly privateKey?: string;
  /** Requests that are not signed with it are refused. */
  readonly appSecret?: string;
}

/** The reference: an endpoint as the documentation wants it, for booking.flow.json. It can be told to misbehave. */
export async function startReferenceEndpoint({
  host = '127.0.0.1',
  port = 0,
  privateKey = testKeys.privateKey,
  appSecret,
}: ReferenceOptions = {}): Promise<ReferenceEndpoint> {
  const key = await privateKeyOf(privateKey);
  const requests: unknown[] = [];
  let count = 0;
  const listener = await listen(host, port, (request, response) => {
    count++;
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const reply = await replyTo(request);
    if (reply === 'cut') request.socket.destroy();
    if (typeof reply === 'string') return;
    const { status = 200, type = 'text/plain', text = '', location } = reply;
    response.writeHead(status, { 'content-type': type, ...(location !== undefined && { location }) });
    response.end(text);
  }

  async function replyTo(request: http.IncomingMessage): Promise<Reply | 'none' | 'cut'> {
    const body = await textOf(request);
    if (request.method !== 'POST') return { status: 405 };
    const signature = request.headers['x-hub-signature-256'];
    if (appSecret !== undefined && !isSigned(body, String(signature), appSecret)) return { status: 432 };
    let decrypted: Decrypted;
    try {
      decrypted = await decrypt(body, key);
    } catch {
      return { status: 421 };
    }
    requests.push(decrypted.request);
    const { mood } = endpoint;
    if (mood === 'silent') return 'none';
    if (mood === 'cuts the connection') return 'cut';
    const text = JSON.stringify(book(decrypted.request));
    if (mood === 'well') return { text: await decrypted.seal(text) };
    if ('slip' in mood) return { text: await decrypted.seal(text, mood.slip) };
    if ('sealed' in mood) return { ...mood, text: await decrypted.seal(mood.sealed) };
    if ('redirect' in mood) return { status: 307, location: mood.redirect };
    return mood;
  }

  const endpoint: ReferenceEndpoint = {
    address: `${listener.origin}/flow`,
    mood: 'well',
    requests,
    get count() {
      return count;
    },
    close: () => listener.close(),
  };
  return endpoint;
}

async function textOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
