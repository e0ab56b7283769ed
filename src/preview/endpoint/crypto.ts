import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHmac,
  publicEncrypt,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import type { Json } from '../../player/json';

/** What WhatsApp's client does to a request and to its answer (facts on Flow JSON, section 16). */

const CIPHER = 'aes-128-gcm';
const KEY_BYTES = 16;
const VECTOR_BYTES = 16;
const TAG_BYTES = 16;

/** What is made anew for every request: never use it twice. */
export interface Fresh {
  /** 16 bytes. */
  readonly key: Buffer;
  /** 16 bytes. */
  readonly vector: Buffer;
}

export interface Sealed {
  /** What is posted, byte for byte: the signature is over this text. */
  readonly body: string;
  /** Reads the answer to this request, and to no other. */
  readonly open: (text: string) => Opened;
}

/** The text of an answer, or why it cannot be read: not base64, not encrypted for this request, not UTF-8. */
export type Opened =
  { readonly text: string } | { readonly problem: 'not base64' | 'not ours' | 'not UTF-8' };

/** Encrypts a request for the owner of the private key. */
export function seal(payload: unknown, publicKey: KeyObject, fresh: Fresh = freshOne()): Sealed {
  const { key, vector } = fresh;
  const cipher = createCipheriv(CIPHER, key, vector);
  const data = Buffer.concat([
    cipher.update(JSON.stringify(payload), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const { RSA_PKCS1_OAEP_PADDING: padding } = constants;
  // Node takes `oaepHash` for the mask generation (MGF1) as well.
  const sealedKey = publicEncrypt({ key: publicKey, padding, oaepHash: 'sha256' }, key);
  return {
    body: JSON.stringify({
      encrypted_flow_data: data.toString('base64'),
      encrypted_aes_key: sealedKey.toString('base64'),
      initial_vector: vector.toString('base64'),
    }),
    open: (text) => open(text, fresh),
  };
}

function freshOne(): Fresh {
  return { key: randomBytes(KEY_BYTES), vector: randomBytes(VECTOR_BYTES) };
}

function open(text: string, { key, vector }: Fresh): Opened {
  const bytes = Buffer.from(text, 'base64');
  // Node skips what is not base64: only what comes out the same was nothing but base64.
  if (bytes.toString('base64') !== text) return { problem: 'not base64' };
  if (bytes.length < TAG_BYTES) return { problem: 'not ours' };
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, inverted(vector), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(end));
  let plain: Buffer;
  try {
    plain = Buffer.concat([decipher.update(bytes.subarray(0, end)), decipher.final()]);
  } catch {
    return { problem: 'not ours' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
  } catch {
    return { problem: 'not UTF-8' };
  }
}

function inverted(vector: Buffer): Buffer {
  return Buffer.from(vector.map((byte) => byte ^ 0xff));
}

/** The header `X-Hub-Signature-256` of a body. */
export function signatureOf(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body, 'utf8').digest('hex')}`;
}

/**
 * The request with its `flow_token_signature`: a JWT over the flow token, signed by the app secret. WhatsApp sends it
 * with Data API 4.0, which a flow may use from Flow JSON 7.3 on. That the JWT holds the token is documented; that it
 * holds nothing else is a guess.
 */
export function withTokenSignature<Request extends object>(
  request: Request & { readonly version?: string; readonly flow_token?: string },
  appSecret: string | undefined,
): Request & { readonly flow_token_signature?: string } {
  const { version = '', flow_token } = request;
  if (appSecret === undefined || flow_token === undefined || !(Number.parseFloat(version) >= 4))
    return request;
  return { ...request, flow_token_signature: jwt({ flow_token }, appSecret) };
}

function jwt(claims: Readonly<Record<string, Json>>, secret: string): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}
