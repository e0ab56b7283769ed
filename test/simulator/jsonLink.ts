import { shownJson } from './flowRules';
import type { Context } from './gateway';
import { canonicalV4, compactDate, scopeText, signV1, signV4 } from './ossSignature';
import { encode, sha256 } from './signature';
import type { StoredFlow } from './state';
import type { World } from './world';

export const REGION = 'ap-southeast-1';

/** Whose key signs the links that CAMS gives away. */
export const SERVICE_KEY = {
  accessKeyId: 'LTAI5tCamsServiceItself0',
  accessKeySecret: 'TheServiceKeepsThisForItself00',
};

/**
 * The bucket's host is `<bucket>.<endpoint host>`, and on loopback no name resolves: so the address itself is
 * cut in two, bucket `127` at endpoint `http://0.0.1:port`. Take the scheme off as text: URL reads `0.0.1` as 0.0.0.1.
 */
export function bucketOf({ ossOrigin }: World): { bucket: string; endpoint: string } {
  const { host, protocol } = new URL(ossOrigin);
  const dot = host.indexOf('.');
  return { bucket: host.slice(0, dot), endpoint: `${protocol}//${host.slice(dot + 1)}` };
}

/** Puts the flow's JSON as CAMS shows it now into the file store and returns a link to it; undefined without JSON. */
export function jsonLink({ world, caller, expiredLinks }: Context, flow: StoredFlow): string | undefined {
  const shown = shownJson(flow);
  if (flow.stale) flow.stale.reads--;
  if (shown === undefined) return undefined;
  const bytes = Buffer.from(shown);
  // A name of its own for every content: an old link keeps showing the old content.
  const key = `${caller.account.id}/flow-json/${flow.id}-${sha256(bytes).slice(0, 12)}.json`;
  world.objects.set(key, { bytes, contentType: 'application/json' });

  const { behaviour, clock } = world;
  const url = new URL(`/${key.split('/').map(encode).join('/')}`, world.ossOrigin);
  const from = expiredLinks ? clock.now() - behaviour.jsonLinkLifetime - 3_600_000 : clock.now();
  const seconds = Math.ceil(behaviour.jsonLinkLifetime / 1000);
  const { bucket } = bucketOf(world);
  if (behaviour.jsonLink === 'signedV4') {
    const date = compactDate(from);
    const scope = { date: date.slice(0, 8), region: REGION };
    url.searchParams.set('x-oss-signature-version', 'OSS4-HMAC-SHA256');
    url.searchParams.set('x-oss-credential', `${SERVICE_KEY.accessKeyId}/${scopeText(scope)}`);
    url.searchParams.set('x-oss-date', date);
    url.searchParams.set('x-oss-expires', String(seconds));
    const canonical = canonicalV4({ method: 'GET', bucket, key, query: url.searchParams });
    url.searchParams.set('x-oss-signature', signV4(SERVICE_KEY.accessKeySecret, date, scope, canonical));
  } else if (behaviour.jsonLink === 'signedV1' || expiredLinks) {
    const expires = String(Math.floor(from / 1000) + seconds);
    url.searchParams.set('OSSAccessKeyId', SERVICE_KEY.accessKeyId);
    url.searchParams.set('Expires', expires);
    url.searchParams.set(
      'Signature',
      signV1(SERVICE_KEY.accessKeySecret, { method: 'GET', bucket, key }, expires),
    );
  }
  return url.href;
}
