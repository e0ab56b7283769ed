import { createHash, createHmac } from 'node:crypto';
import type { Credential } from './types';

/** A request to the file store (OSS), as far as a signature covers it. */
export interface StoreRequest {
  readonly method: 'GET' | 'PUT';
  readonly bucket: string;
  /** Name of the object, not encoded, without a slash in front. */
  readonly key: string;
  readonly query?: readonly (readonly [name: string, value: string])[];
  /** Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
}

const V4 = 'OSS4-HMAC-SHA256';
/** The only value that OSS takes: a signature in the header never covers the content. */
const UNSIGNED = 'UNSIGNED-PAYLOAD';

/** Percent-encodes every byte of UTF-8 but letters, digits and `-_.~`. */
function encodePart(text: string): string {
  return Array.from(Buffer.from(text), (byte) => {
    const sign = String.fromCharCode(byte);
    return /[\w.~-]/.test(sign) ? sign : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
}

/** The name of an object as it stands in a URL: its slashes stay. */
export function encodeKey(key: string): string {
  return key.split('/').map(encodePart).join('/');
}

/**
 * The headers of a request with its signature: V4 where the region is known, V1 elsewhere. The host and what OSS
 * does not sign may be added. Source: facts 7.2, with vectors.
 */
export function signHeaders(
  request: StoreRequest,
  { accessKeyId, accessKeySecret, securityToken }: Credential,
  region: string | undefined,
  now: Date,
): Record<string, string> {
  const headers: Record<string, string> = { ...request.headers };
  if (securityToken !== undefined) headers['x-oss-security-token'] = securityToken;
  if (region === undefined) {
    headers.date = now.toUTCString();
    const signature = signatureV1({ ...request, headers }, accessKeySecret, headers.date);
    return { ...headers, authorization: `OSS ${accessKeyId}:${signature}` };
  }
  const time = compactTime(now);
  headers['x-oss-date'] = time;
  headers['x-oss-content-sha256'] = UNSIGNED;
  const signature = signatureV4({ ...request, headers }, accessKeySecret, region, time);
  const credential = `${accessKeyId}/${scopeOf(time, region)}`;
  return { ...headers, authorization: `${V4} Credential=${credential},Signature=${signature}` };
}

/**
 * The query of a link that reads an object, signed: V4 where the region is known, V1 elsewhere. The link ends after
 * `seconds` (at most 604,800), or with the keys if that is sooner. Source: facts 7.2 and 7.5; that the token
 * is signed too, as `x-oss-security-token` or `security-token`, is what OSS's own SDKs do.
 */
export function signLink(
  { bucket, key }: Pick<StoreRequest, 'bucket' | 'key'>,
  { accessKeyId, accessKeySecret, securityToken }: Credential,
  { region, now, seconds }: { region: string | undefined; now: Date; seconds: number },
): string {
  const request = { method: 'GET', bucket, key } as const;
  const token = (name: string) => (securityToken === undefined ? [] : [[name, securityToken] as const]);
  if (region === undefined) {
    const expires = (Math.floor(now.getTime() / 1000) + seconds).toFixed(0);
    const query = token('security-token');
    const signature = signatureV1({ ...request, query }, accessKeySecret, expires);
    return writeQuery([
      ['OSSAccessKeyId', accessKeyId],
      ['Expires', expires],
      ['Signature', signature],
      ...query,
    ]);
  }
  const time = compactTime(now);
  const query = [
    ['x-oss-credential', `${accessKeyId}/${scopeOf(time, region)}`] as const,
    ['x-oss-date', time] as const,
    ['x-oss-expires', seconds.toFixed(0)] as const,
    ...token('x-oss-security-token'),
    ['x-oss-signature-version', V4] as const,
  ];
  const signature = signatureV4({ ...request, query }, accessKeySecret, region, time);
  return writeQuery([...query, ['x-oss-signature', signature]]);
}

/** The V4 signature in lower-case hex; `time` as in x-oss-date. */
export function signatureV4(request: StoreRequest, secret: string, region: string, time: string): string {
  const canonical = createHash('sha256').update(canonicalRequest(request)).digest('hex');
  const key = [time.slice(0, 8), region, 'oss', 'aliyun_v4_request'].reduce<Buffer>(
    (last, part) => createHmac('sha256', last).update(part).digest(),
    Buffer.from(`aliyun_v4${secret}`),
  );
  return createHmac('sha256', key)
    .update([V4, time, scopeOf(time, region), canonical].join('\n'))
    .digest('hex');
}

/** What a V4 signature covers. The bucket stands in the path, although in the URL it is part of the host. */
export function canonicalRequest({ method, bucket, key, query = [], headers = {} }: StoreRequest): string {
  const signed = (name: string) => /^(content-type|content-md5|x-oss-.*)$/.test(name);
  return [
    method,
    `/${bucket}/${encodeKey(key)}`,
    writeQuery(query),
    ...headerLines(headers, signed),
    // No headers are signed beyond those that OSS wants.
    '',
    '',
    UNSIGNED,
  ].join('\n');
}

/** The V1 signature in base64; `date` as in the Date header, or the seconds at which a link ends. */
function signatureV1(
  { method, bucket, key, query = [], headers = {} }: StoreRequest,
  secret: string,
  date: string,
): string {
  const subresource = query.map(([name, value]) => `${name}=${value}`).join('&');
  const text = [
    method,
    headers['content-md5'] ?? '',
    headers['content-type'] ?? '',
    date,
    ...headerLines(headers, (name) => name.startsWith('x-oss-')),
    // Not encoded here, unlike in V4.
    `/${bucket}/${key}${subresource === '' ? '' : `?${subresource}`}`,
  ].join('\n');
  return createHmac('sha1', secret).update(text).digest('base64');
}

function headerLines(headers: Readonly<Record<string, string>>, wanted: (name: string) => boolean): string[] {
  return Object.keys(headers)
    .filter(wanted)
    .sort()
    .map((name) => `${name}:${headers[name]!.trim()}`);
}

function writeQuery(query: NonNullable<StoreRequest['query']>): string {
  return query
    .map(([name, value]) => [encodePart(name), encodePart(value)] as const)
    .sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
}

function scopeOf(time: string, region: string): string {
  return `${time.slice(0, 8)}/${region}/oss/aliyun_v4_request`;
}

/** 20260102T030405Z */
function compactTime(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, '');
}
