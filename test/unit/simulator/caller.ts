import { randomBytes } from 'node:crypto';
import http from 'node:http';
import type { Keys, Simulator } from '../../simulator';
import { canonicalRequest, sha256, sign } from '../../simulator/signature';

export interface CallOptions {
  keys?: Keys;
  /** Where the parameters travel. */
  position?: 'query' | 'form';
  endpoint?: string;
  version?: string;
  /** Replaces or adds headers before signing. */
  headers?: Record<string, string>;
  /** Changes the request after signing. */
  afterwards?: (headers: Record<string, string>) => void;
  signal?: AbortSignal;
}

export interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  text: string;
  /** The parsed body; undefined when it is no JSON. Its shape is what the tests are about. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** Signs and sends one request, by hand, so that tests can also send what no SDK would. */
export async function call(
  simulator: Simulator,
  action: string,
  parameters: Record<string, string> = {},
  options: CallOptions = {},
): Promise<Reply> {
  const {
    keys = simulator.keys,
    position = 'query',
    endpoint = simulator.endpoint,
    version = '2020-06-06',
  } = options;
  const text = new URLSearchParams(parameters).toString().replaceAll('+', '%20');
  const body = position === 'form' ? text : '';
  const headers: Record<string, string> = {
    host: new URL(endpoint).host,
    'x-acs-action': action,
    'x-acs-version': version,
    'x-acs-date': new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': randomBytes(16).toString('hex'),
    'x-acs-content-sha256': sha256(body),
    ...(position === 'form' && { 'content-type': 'application/x-www-form-urlencoded' }),
    ...(keys.securityToken && {
      'x-acs-accesskey-id': keys.accessKeyId,
      'x-acs-security-token': keys.securityToken,
    }),
    ...options.headers,
  };
  const names = Object.keys(headers).sort();
  const query = position === 'query' ? Object.entries(parameters) : [];
  const canonical = canonicalRequest({ method: 'POST', path: '/', query, headers, body }, names);
  headers.authorization = `ACS3-HMAC-SHA256 Credential=${keys.accessKeyId},SignedHeaders=${names.join(';')},Signature=${sign(keys.accessKeySecret, canonical)}`;
  options.afterwards?.(headers);
  const url = position === 'query' && text ? `${endpoint}/?${text}` : `${endpoint}/`;
  return send(url, { method: 'POST', headers, body, signal: options.signal });
}

export function send(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
    signal,
  }: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal } = {},
): Promise<Reply> {
  return new Promise((done, failed) => {
    // A path is sent as it stands: characters that WHATWG URLs would encode stay raw.
    const { host, hostname, port } = new URL(url);
    const path = url.slice(url.indexOf(host) + host.length) || '/';
    const request = http.request(
      { hostname, port, path, method, headers, signal, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          done({ status: response.statusCode ?? 0, headers: response.headers, text, body: parsed(text) });
        });
      },
    );
    request.on('error', failed);
    request.end(body);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
