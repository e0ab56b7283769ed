import type { Credential } from '../cams/types';
import { isRecord } from '../platform/record';
import { isEndpoint } from './endpoint';
import type { CredentialKind } from './types';

/** A RAM role that a key pair assumes through STS. */
export interface Role {
  readonly arn: string;
  readonly sessionName: string;
  /** Of STS, fixed at sign-in. */
  readonly endpoint: string;
  /** Seconds that each set of role keys shall live; STS's default is 3600. */
  readonly duration?: number;
  readonly externalId?: string;
}

/** The secret part of an account. */
export interface Keys extends Credential {
  readonly role?: Role;
}

export function kindOf(keys: Keys): CredentialKind {
  if (keys.role !== undefined) return 'role';
  return keys.securityToken === undefined ? 'accessKey' : 'temporary';
}

/** Enough of an AccessKey ID to recognize it. */
export function maskedKeyId(accessKeyId: string): string {
  return accessKeyId.length < 12 ? '…' : `${accessKeyId.slice(0, 4)}…${accessKeyId.slice(-4)}`;
}

/** As Alibaba Cloud issues them: no spaces, no punctuation but what STS ids carry. */
export function isAccessKeyId(text: string): boolean {
  return /^[A-Za-z0-9._-]{8,128}$/.test(text);
}

export function isAccessKeySecret(text: string): boolean {
  return /^[\x21-\x7e]{8,256}$/.test(text);
}

export function isSecurityToken(text: string): boolean {
  return /^[\x21-\x7e]{16,16384}$/.test(text);
}

export function serializeKeys({ accessKeyId, accessKeySecret, securityToken, role }: Keys): string {
  return JSON.stringify({ version: 1, accessKeyId, accessKeySecret, securityToken, role });
}

/** Undefined for anything that `serializeKeys` has not written. */
export function parseKeys(text: string): Keys | undefined {
  const value = parseJson(text);
  if (!isRecord(value) || value.version !== 1) return undefined;
  const { accessKeyId, accessKeySecret, securityToken, role } = value;
  if (typeof accessKeyId !== 'string' || !isAccessKeyId(accessKeyId)) return undefined;
  if (typeof accessKeySecret !== 'string' || !isAccessKeySecret(accessKeySecret)) return undefined;
  if (securityToken !== undefined && (typeof securityToken !== 'string' || !isSecurityToken(securityToken))) {
    return undefined;
  }
  if (role !== undefined && !isRole(role)) return undefined;
  return { accessKeyId, accessKeySecret, securityToken, role };
}

function isRole(value: unknown): value is Role {
  if (!isRecord(value)) return false;
  const { arn, sessionName, endpoint, duration, externalId } = value;
  return (
    typeof arn === 'string' &&
    typeof sessionName === 'string' &&
    isEndpoint(endpoint) &&
    (duration === undefined || (typeof duration === 'number' && duration > 0)) &&
    (externalId === undefined || typeof externalId === 'string')
  );
}

/** The value of a JSON text; undefined when it is none. The parser's own message would quote the text. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
