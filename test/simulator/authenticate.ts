import { Refusal } from './answers';
import type { Call } from './site';
import {
  canonicalRequest,
  parseAuthorization,
  sha256,
  sign,
  stringToSign,
  unsignedHeader,
} from './signature';
import type { AccessKey, StoredAccount } from './state';
import type { World } from './world';

const QUARTER = 15 * 60_000;

export interface Caller {
  account: StoredAccount;
  key: AccessKey;
}

/** Checks a request's signature, date, nonce and token in the gateway's order, or throws a Refusal. */
export class Authenticator {
  private readonly nonces = new Map<string, number>();

  constructor(private readonly world: World) {}

  authenticate(call: Call): Caller {
    const { headers } = call.request;
    const given = typeof headers.authorization === 'string' ? headers.authorization : undefined;
    if (given === undefined) throw new Refusal(400, 'MissingAccessKeyId');
    const authorization = parseAuthorization(given);
    if (!authorization) throw new Refusal(400, 'IncompleteSignature');
    call.request.accessKeyId = authorization.accessKeyId;
    const missing = unsignedHeader(headers, authorization.signedHeaders);
    if (missing)
      throw new Refusal(400, 'IncompleteSignature', `Header ${missing} must be present and signed.`);
    this.checkDate(String(headers['x-acs-date']));

    const caller = this.world.state.findKey(authorization.accessKeyId);
    if (!caller || caller.key.uploadDirectory !== undefined)
      throw new Refusal(404, 'InvalidAccessKeyId.NotFound');
    if (caller.key.disabled) throw new Refusal(400, 'InvalidAccessKeyId.Inactive');
    checkToken(caller.key, headers['x-acs-security-token'], this.world.clock.now());
    checkSignature(call, caller.key.accessKeySecret, authorization);
    this.useNonce(`${caller.key.accessKeyId}/${String(headers['x-acs-signature-nonce'])}`);
    return caller;
  }

  private checkDate(date: string): void {
    const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date) ? Date.parse(date) : NaN;
    if (Number.isNaN(time)) throw new Refusal(400, 'InvalidTimeStamp.Format');
    if (Math.abs(time - this.world.clock.gatewayNow()) > QUARTER)
      throw new Refusal(400, 'InvalidTimeStamp.Expired');
  }

  private useNonce(nonce: string): void {
    const now = this.world.clock.gatewayNow();
    if (this.nonces.has(nonce)) throw new Refusal(400, 'SignatureNonceUsed');
    this.nonces.set(nonce, now);
    // A request older than this is refused for its date. Oldest first, as they were inserted.
    for (const [old, time] of this.nonces) {
      if (time > now - 2 * QUARTER) break;
      this.nonces.delete(old);
    }
  }
}

function checkToken(key: AccessKey, given: string | string[] | undefined, now: number): void {
  if (key.securityToken === undefined) {
    if (given !== undefined) throw new Refusal(400, 'InvalidSecurityToken.Malformed');
    return;
  }
  if (given === undefined) throw new Refusal(400, 'MissingSecurityToken');
  if (given !== key.securityToken) throw new Refusal(400, 'InvalidSecurityToken.MismatchWithAccessKey');
  if (key.expires !== undefined && key.expires <= now) throw new Refusal(400, 'InvalidSecurityToken.Expired');
}

function checkSignature(
  call: Call,
  secret: string,
  authorization: { signedHeaders: string[]; signature: string },
): void {
  const { headers, method } = call.request;
  const signed = { method, path: call.url.pathname, query: call.url.searchParams, headers, body: call.body };
  const canonical = canonicalRequest(signed, authorization.signedHeaders);
  if (
    headers['x-acs-content-sha256'] === sha256(call.body) &&
    sign(secret, canonical) === authorization.signature
  )
    return;
  const parts = `server StringToSign is [${stringToSign(canonical)}] and server CanonicalRequest is [${canonical}]`;
  throw new Refusal(
    400,
    'SignatureDoesNotMatch',
    `Specified signature does not match our calculation. ${parts}`,
  );
}
