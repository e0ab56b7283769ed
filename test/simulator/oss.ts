import { createHash } from 'node:crypto';
import { type Answer, Refusal, xml } from './answers';
import { bucketOf, REGION, SERVICE_KEY } from './jsonLink';
import type { listen } from './listen';
import { canonicalV4, type OssRequest, parseCompactDate, scopeText, signV1, signV4 } from './ossSignature';
import { type Call, openSite } from './site';
import type { AccessKey } from './state';
import type { World } from './world';

const QUARTER = 15 * 60_000;
const LARGEST = 11 * 1024 * 1024;
const ANSWER = { contentType: 'text/plain', headers: { 'x-oss-request-id': '65A1F0C5D0A1B2C3D4E5F608' } };

/** A file store with one bucket: PUT with the keys of GetChatappUploadAuthorization, GET by bare or signed link. */
export function openOss(world: World, host: string): ReturnType<typeof listen> {
  return openSite(world, host, 0, {
    name: 'oss',
    action: (message) => message.method ?? '',
    answer: (call) => answer(world, call),
    refuse: (refusal, call) => {
      const head = call.request.method === 'HEAD';
      const answer = xml(refusal.status, refusal.code, refusal.message);
      return head ? { ...answer, body: '' } : answer;
    },
  });
}

function answer(world: World, call: Call): Answer {
  const { request, url } = call;
  const key = decodeURIComponent(url.pathname.slice(1));
  const signed: OssRequest = {
    method: request.method,
    bucket: bucketOf(world).bucket,
    key,
    query: url.searchParams,
    headers: request.headers,
  };
  if (call.expiredLinks) throw new Refusal(403, 'AccessDenied', 'Request has expired.');
  if (request.method === 'PUT') return put(world, call, signed);
  if (request.method !== 'GET')
    throw new Refusal(405, 'MethodNotAllowed', 'The specified method is not allowed.');
  return get(world, signed);
}

function put(world: World, call: Call, signed: OssRequest): Answer {
  const { headers } = call.request;
  const uploader = checkHeaderSignature(world, signed, headers.authorization as string | undefined);
  call.request.accessKeyId = uploader.accessKeyId;
  if (uploader.uploadDirectory === undefined || !signed.key.startsWith(`${uploader.uploadDirectory}/`)) {
    throw new Refusal(403, 'AccessDenied', 'You have no right to access this object because of bucket acl.');
  }
  const md5 = createHash('md5').update(call.body);
  const digest = md5.copy().digest('base64');
  if (headers['content-md5'] !== undefined && headers['content-md5'] !== digest)
    throw new Refusal(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
  if (call.body.length > LARGEST)
    throw new Refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size.');
  if (headers['x-oss-forbid-overwrite'] === 'true' && world.objects.has(signed.key)) {
    throw new Refusal(
      409,
      'FileAlreadyExists',
      'The object you specified already exists and can not be overwritten.',
    );
  }
  world.objects.set(signed.key, {
    bytes: call.body,
    contentType: String(headers['content-type'] ?? 'application/octet-stream'),
  });
  const etag = `"${md5.digest('hex').toUpperCase()}"`;
  return { ...ANSWER, status: 200, headers: { ...ANSWER.headers, etag }, body: '', code: 'OK' };
}

function get(world: World, signed: OssRequest): Answer {
  const query = new Map(signed.query);
  // A signature in the link and another in the header is an error there too: CAMS's own must not be sent along.
  if (query.size > 0 && signed.headers?.authorization !== undefined) {
    throw new Refusal(400, 'InvalidArgument', 'Only one auth mechanism allowed.');
  }
  if (query.has('x-oss-signature')) checkLinkV4(world, signed, query);
  else if (query.has('Signature')) checkLinkV1(world, signed, query);
  else if (signed.headers?.authorization !== undefined) {
    checkMayRead(world, checkHeaderSignature(world, signed, signed.headers.authorization as string));
  } else if (!world.behaviour.bareUrlReadable) {
    throw new Refusal(403, 'AccessDenied', 'You have no right to access this object because of bucket acl.');
  }
  const object = world.objects.get(signed.key);
  if (!object) throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  return { status: 200, contentType: object.contentType, body: object.bytes, code: 'OK' };
}

function checkHeaderSignature(world: World, signed: OssRequest, authorization = ''): AccessKey {
  const v4 =
    /^OSS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/oss\/aliyun_v4_request(?:, ?AdditionalHeaders=([^,]+))?, ?Signature=([0-9a-f]+)$/.exec(
      authorization,
    );
  const v1 = /^OSS ([^:]+):(.+)$/.exec(authorization);
  const headers = signed.headers ?? {};
  if (!v4 && !v1) throw new Refusal(403, 'AccessDenied', 'The request is not signed in a known way.');
  const key = uploaderOf(world, (v4 ?? v1)?.[1] ?? '', headers['x-oss-security-token']);
  const dateText = String(headers['x-oss-date'] ?? headers.date ?? '');
  const time = v4 ? parseCompactDate(dateText) : Date.parse(dateText);
  if (!(Math.abs(time - world.clock.gatewayNow()) <= QUARTER)) {
    throw new Refusal(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
    );
  }
  let expected: string | undefined;
  if (v4) {
    const [, , date = '', region = '', additional] = v4;
    if (
      headers['x-oss-content-sha256'] === 'UNSIGNED-PAYLOAD' &&
      region === REGION &&
      dateText.startsWith(date)
    ) {
      const canonical = canonicalV4(signed, additional?.split(';'));
      expected = signV4(key.accessKeySecret, dateText, { date, region }, canonical);
    }
  } else {
    const covered = { ...signed, query: [] };
    expected = signV1(key.accessKeySecret, covered, String(headers.date ?? headers['x-oss-date'] ?? ''));
  }
  if (expected !== (v4?.[5] ?? v1?.[2])) throw mismatch();
  return key;
}

function uploaderOf(world: World, accessKeyId: string, token: unknown): AccessKey {
  const key = world.state.findKey(accessKeyId)?.key;
  if (!key)
    throw new Refusal(
      403,
      'InvalidAccessKeyId',
      'The OSS Access Key Id you provided does not exist in our records.',
    );
  if (key.securityToken !== token)
    throw new Refusal(403, 'InvalidSecurityToken', 'The security token you provided is invalid.');
  if (key.expires !== undefined && key.expires <= world.clock.now()) {
    throw new Refusal(403, 'SecurityTokenExpired', 'The security token you provided has expired.');
  }
  return key;
}

function checkLinkV4(world: World, signed: OssRequest, query: ReadonlyMap<string, string>): void {
  const dateText = query.get('x-oss-date') ?? '';
  const scope = { date: dateText.slice(0, 8), region: REGION };
  const canonical = canonicalV4({ ...signed, headers: {} });
  const [accessKeyId = '', ...rest] = (query.get('x-oss-credential') ?? '').split('/');
  const key = linkKey(world, accessKeyId, query.get('x-oss-security-token'));
  const expected = signV4(key.accessKeySecret, dateText, scope, canonical);
  if (rest.join('/') !== scopeText(scope) || query.get('x-oss-signature') !== expected) throw mismatch();
  checkExpiry(world, parseCompactDate(dateText) + Number(query.get('x-oss-expires')) * 1000);
}

function checkLinkV1(world: World, signed: OssRequest, query: ReadonlyMap<string, string>): void {
  const expires = query.get('Expires') ?? '';
  const token = query.get('security-token');
  const key = linkKey(world, query.get('OSSAccessKeyId') ?? '', token);
  const subresources = token === undefined ? [] : [['security-token', token] as const];
  const expected = signV1(key.accessKeySecret, { ...signed, query: subresources, headers: {} }, expires);
  if (query.get('Signature') !== expected) throw mismatch();
  checkExpiry(world, Number(expires) * 1000);
}

/** Who signed a link: CAMS itself, or somebody with the keys of an upload. */
function linkKey(world: World, accessKeyId: string, token: string | undefined): { accessKeySecret: string } {
  if (accessKeyId === SERVICE_KEY.accessKeyId) return SERVICE_KEY;
  const key = uploaderOf(world, accessKeyId, token);
  checkMayRead(world, key);
  return key;
}

function checkMayRead({ behaviour }: World, key: AccessKey): void {
  if (key.uploadDirectory === undefined || behaviour.uploadKeysRead) return;
  throw new Refusal(403, 'AccessDenied', 'You have no right to access this object because of bucket acl.');
}

function checkExpiry(world: World, expires: number): void {
  if (!(expires > world.clock.now())) throw new Refusal(403, 'AccessDenied', 'Request has expired.');
}

function mismatch(): Refusal {
  return new Refusal(
    403,
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
  );
}
