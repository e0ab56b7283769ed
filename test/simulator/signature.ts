import { createHash, createHmac } from 'node:crypto';

/** The parts of a request that ACS3-HMAC-SHA256 covers. */
export interface SignedRequest {
  method: string;
  path: string;
  /** Decoded. */
  query: Iterable<readonly [string, string]>;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Uint8Array | string;
}

export interface Authorization {
  accessKeyId: string;
  signedHeaders: string[];
  signature: string;
}

/** Without these among the signed headers a request could be altered on its way. */
const REQUIRED = [
  'host',
  'x-acs-action',
  'x-acs-version',
  'x-acs-date',
  'x-acs-signature-nonce',
  'x-acs-content-sha256',
];

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Percent-encodes all but letters, digits and `-_.~`. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

export function parseAuthorization(value: string | undefined): Authorization | undefined {
  const found =
    /^ACS3-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/i.exec(
      value ?? '',
    );
  if (!found) return undefined;
  const [, accessKeyId = '', names = '', signature = ''] = found;
  return { accessKeyId, signedHeaders: names.toLowerCase().split(';'), signature: signature.toLowerCase() };
}

/** The first header that should have been signed and was not; undefined when all are. */
export function unsignedHeader(
  headers: SignedRequest['headers'],
  signed: readonly string[],
): string | undefined {
  const wanted = [...REQUIRED, ...Object.keys(headers).filter((name) => name.startsWith('x-acs-'))];
  return wanted.find((name) => headers[name] === undefined || !signed.includes(name));
}

/** Source: "V3 request structure and signature" of Alibaba Cloud, as both SDK generations carry it out. */
export function canonicalRequest(request: SignedRequest, signedHeaders: readonly string[]): string {
  const query = [...request.query].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const names = [...signedHeaders].sort();
  return [
    request.method,
    request.path,
    query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&'),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    sha256(request.body),
  ].join('\n');
}

export function stringToSign(canonical: string): string {
  return `ACS3-HMAC-SHA256\n${sha256(canonical)}`;
}

export function sign(secret: string, canonical: string): string {
  return createHmac('sha256', secret).update(stringToSign(canonical)).digest('hex');
}
