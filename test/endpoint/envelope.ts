import { createHmac, createPrivateKey, timingSafeEqual, webcrypto } from 'node:crypto';

/**
 * The endpoint's side of the encryption (facts on Flow JSON, section 16). Written on Web Crypto, so that it shares
 * nothing with what it is to prove: there the mask generation takes the hash of OAEP and the tag ends the data.
 */

type Key = webcrypto.CryptoKey;

export interface Decrypted {
  readonly request: unknown;
  readonly seal: (answer: string, slip?: Slip) => Promise<string>;
}

/** What endpoints get wrong. */
export type Slip = 'another key' | 'same vector';

export function privateKeyOf(pem: string): Promise<Key> {
  const der = createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  return webcrypto.subtle.importKey('pkcs8', der, { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['decrypt']);
}

/** Rejects when the body is not what WhatsApp sends, or is encrypted for another key. */
export async function decrypt(body: string, privateKey: Key): Promise<Decrypted> {
  const { encrypted_flow_data, encrypted_aes_key, initial_vector } = JSON.parse(body) as Record<
    string,
    string
  >;
  const raw = await webcrypto.subtle.decrypt({ name: 'RSA-OAEP' }, privateKey, bytesOf(encrypted_aes_key));
  if (raw.byteLength !== 16) throw new Error('the AES key has not 128 bits');
  const iv = bytesOf(initial_vector);
  if (iv.length !== 16) throw new Error('the initial vector has not 16 bytes');
  const key = await aesKey(raw);
  const plain = await webcrypto.subtle.decrypt(
    { name: 'AES-GCM', iv, tagLength: 128 },
    key,
    bytesOf(encrypted_flow_data),
  );
  return {
    request: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(plain)) as unknown,
    seal: async (answer, slip) => {
      const answerKey = slip === 'another key' ? await aesKey(new Uint8Array(16)) : key;
      const vector = slip === 'same vector' ? iv : Uint8Array.from(iv, (byte) => ~byte);
      const sealed = await webcrypto.subtle.encrypt(
        { name: 'AES-GCM', iv: vector, tagLength: 128 },
        answerKey,
        new TextEncoder().encode(answer),
      );
      return Buffer.from(sealed).toString('base64');
    },
  };
}

export function isSigned(body: string, header: string | undefined, appSecret: string): boolean {
  const wanted = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
  const given = Buffer.from(header ?? '');
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function bytesOf(base64: string | undefined): Uint8Array<ArrayBuffer> {
  if (base64 === undefined || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw new Error('not base64');
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

function aesKey(raw: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<Key> {
  return webcrypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
