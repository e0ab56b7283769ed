import { UnfitRequestError } from './errors';
import { encodeKey, signLink } from './ossSignature';
import type { StoreObject } from './storeObject';
import type { FilePathShape, UploadAuthorization } from './types';

/** How long CAMS may take to fetch the file, in seconds, where the authorization does not say how long it lives. */
const LIFETIME = 3600;
/** A link of signature V4 lives seven days at most. */
const LONGEST = 604_800;

/** @throws UnfitRequestError for a pattern that would name the same file every time, or none. */
export function checkFilePath(shape: FilePathShape): void {
  if (typeof shape === 'string') return;
  const { pattern } = shape;
  const rest = pattern.replace(/\{(key|bucket|host)\}/g, '');
  const scheme = /^[^/?#]*:\/\//.exec(pattern)?.[0] ?? 'https://';
  if (!pattern.includes('{key}') || /[{}\s]/.test(rest) || !/^https?:\/\/$/i.test(scheme)) {
    throw new UnfitRequestError({ operation: 'UpdateFlowJSONAsset', reason: 'filePath' });
  }
}

/** What UpdateFlowJSONAsset is told, so that CAMS finds the uploaded file. May be a secret: never log it. */
export function filePathOf(
  shape: FilePathShape,
  object: StoreObject,
  { credential, lifetime = LIFETIME }: Pick<UploadAuthorization, 'credential' | 'lifetime'>,
): string {
  if (shape === 'bare') return object.url;
  if (shape === 'presigned') {
    const seconds = Math.min(Math.max(Math.floor(lifetime), 1), LONGEST);
    return `${object.url}?${signLink(object, credential, { region: object.region, now: new Date(), seconds })}`;
  }
  const parts = { key: encodeKey(object.key), bucket: object.bucket, host: object.host };
  return shape.pattern.replace(/\{(key|bucket|host)\}/g, (_, name: keyof typeof parts) => parts[name]);
}
