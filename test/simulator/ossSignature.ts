import { createHmac } from 'node:crypto';
import { encode, sha256 } from './signature';

/** The parts of a request to the file store that its signatures cover. Header names in lower case. */
export interface OssRequest {
  method: string;
  bucket: string;
  /** Not encoded. */
  key: string;
  query?: Iterable<readonly [string, string]>;
  headers?: Readonly<Record<string, string | string[] | undefined>>;
}

export interface OssScope {
  /** yyyymmdd */
  date: string;
  region: string;
}

/** Canonical request of OSS4-HMAC-SHA256, for a signature in the header or (without its own parameter) in the query. */
export function canonicalV4(request: OssRequest, additionalHeaders: readonly string[] = []): string {
  const headers = request.headers ?? {};
  const signed = Object.keys(headers)
    .filter(
      (name) =>
        name === 'content-type' ||
        name === 'content-md5' ||
        name.startsWith('x-oss-') ||
        additionalHeaders.includes(name),
    )
    .sort();
  const query = [...(request.query ?? [])]
    .filter(([name]) => name !== 'x-oss-signature')
    .map(([name, value]) => (value === '' ? encode(name) : `${encode(name)}=${encode(value)}`))
    .sort();
  return [
    request.method,
    `/${request.bucket}/${request.key.split('/').map(encode).join('/')}`,
    query.join('&'),
    ...signed.map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    [...additionalHeaders].sort().join(';'),
    'UNSIGNED-PAYLOAD',
  ].join('\n');
}

export function signV4(
  secret: string,
  dateTime: string,
  { date, region }: OssScope,
  canonical: string,
): string {
  const text = ['OSS4-HMAC-SHA256', dateTime, scopeText({ date, region }), sha256(canonical)].join('\n');
  const key = [date, region, 'oss', 'aliyun_v4_request'].reduce<Buffer>(
    (last, part) => createHmac('sha256', last).update(part).digest(),
    Buffer.from(`aliyun_v4${secret}`),
  );
  return createHmac('sha256', key).update(text).digest('hex');
}

export function scopeText({ date, region }: OssScope): string {
  return `${date}/${region}/oss/aliyun_v4_request`;
}

/** The older signature, of a request whose `query` has only what it covers; `date` is the Date header, or the expiry in a signed link. */
export function signV1(secret: string, request: OssRequest, date: string): string {
  const headers = request.headers ?? {};
  const own = Object.keys(headers)
    .filter((name) => name.startsWith('x-oss-'))
    .sort()
    .map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const subresources = [...(request.query ?? [])].map(([name, value]) => `${name}=${value}`).join('&');
  const text = [
    request.method,
    String(headers['content-md5'] ?? ''),
    String(headers['content-type'] ?? ''),
    date,
    `${own.join('')}/${request.bucket}/${request.key}${subresources === '' ? '' : `?${subresources}`}`,
  ].join('\n');
  return createHmac('sha1', secret).update(text).digest('base64');
}

/** 20260102T030405Z */
export function compactDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** The opposite; NaN for anything else. */
export function parseCompactDate(text: string): number {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  return found ? Date.parse(`${found[1]}-${found[2]}-${found[3]}T${found[4]}:${found[5]}:${found[6]}Z`) : NaN;
}
