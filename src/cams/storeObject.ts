import { MalformedAnswerError } from './errors';
import { isLoopback, isSafeUrl } from './loopback';
import { encodeKey } from './ossSignature';
import type { UploadAuthorization } from './types';

/** Where in the file store a file goes. */
export interface StoreObject {
  readonly bucket: string;
  /** Host of OSS without the bucket, as the public reaches it. */
  readonly host: string;
  /** Name of the object, not encoded. */
  readonly key: string;
  /** As signature V4 wants it, e.g. ap-southeast-1; undefined where the host does not tell. */
  readonly region: string | undefined;
  /** The bare link to the object. */
  readonly url: string;
}

/**
 * The place that an authorization gives to a file of this name. The bucket belongs into the host name: OSS refuses it
 * in the path (facts 7.1).
 *
 * @param loopback whether the file store may be on this machine, and then without TLS.
 * @throws MalformedAnswerError when the authorization names a place where keys must not be sent.
 */
export function storeObject(
  { bucket, host: given, directory }: Omit<UploadAuthorization, 'credential'>,
  name: string,
  loopback: boolean,
): StoreObject {
  // The internal name leads to the same bucket, but only inside Alibaba's network.
  const host = given.replace(/-internal(\.aliyuncs\.com)(?=:|$)/i, '$1');
  const key = directory === '' ? name : `${directory}/${name}`;
  const plain = `http://${bucket}.${host}`;
  const isHere = loopback && URL.canParse(plain) && isLoopback(new URL(plain));
  const url = `${isHere ? 'http' : 'https'}://${bucket}.${host}/${encodeKey(key)}`;
  if (!isPlace(bucket, host, key) || !URL.canParse(url) || !isSafeUrl(new URL(url), loopback)) {
    throw new MalformedAnswerError({ operation: 'GetChatappUploadAuthorization', reason: 'unsafeLink' });
  }
  return { bucket, host, key, region: regionOf(host), url };
}

/** Nothing that a URL would read in another way than the signature. */
function isPlace(bucket: string, host: string, key: string): boolean {
  const isBucket = /^[a-z0-9][a-z0-9-]{0,62}$/.test(bucket);
  const isHost = /^[a-z0-9]([\w.-]*[a-z0-9])?(:\d{1,5})?$/i.test(host);
  return isBucket && isHost && !key.split('/').some((part) => part === '.' || part === '..');
}

/** Region in a host of OSS's own; none for acceleration and for domains of somebody's own (facts 7.1). */
export function regionOf(host: string): string | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '');
  const own = /^oss-([a-z]{2}-[a-z0-9-]+)\.aliyuncs\.com$/.exec(name);
  const [, region] = own ?? /^([a-z]{2}-[a-z0-9-]+)\.oss\.aliyuncs\.com$/.exec(name) ?? [];
  return region?.replace(/-internal$/, '');
}
