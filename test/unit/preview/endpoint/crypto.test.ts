import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { seal, signatureOf, withTokenSignature, type Sealed } from '../../../../src/preview/endpoint/crypto';
import { decrypt, isSigned, privateKeyOf } from '../../../endpoint/envelope';
import { testKeys } from '../../../endpoint/keys';
import { vectors } from './vectors';

const publicKey = createPublicKey(testKeys.publicKey);
let privateKey: Awaited<ReturnType<typeof privateKeyOf>>;

beforeAll(async () => {
  privateKey = await privateKeyOf(testKeys.privateKey);
});

/** One bit of a base64 text turned round. */
function flipped(base64: string, bit: number): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = bit % (bytes.length * 8);
  bytes[at >> 3]! ^= 1 << (at & 7);
  return bytes.toString('base64');
}

const request = {
  version: '3.0',
  action: 'data_exchange',
  screen: 'DAY',
  data: { a: 'ä🎉' },
  flow_token: 't',
};

describe('a fixed request', () => {
  const { fresh, payload, encryptedData, encryptedKey, answer, sealedAnswer, body, signature } = vectors;
  const fixed = { key: Buffer.from(fresh.key, 'hex'), vector: Buffer.from(fresh.vector, 'hex') };

  it('is encrypted to fixed bytes', () => {
    const sent = JSON.parse(seal(payload, publicKey, fixed).body) as Record<string, string>;
    expect(sent.encrypted_flow_data).toBe(encryptedData);
    expect(Buffer.from(sent.initial_vector!, 'base64').toString('hex')).toBe(fresh.vector);
    // The padding of RSA is random: no two are the same.
    expect(Buffer.from(sent.encrypted_aes_key!, 'base64')).toHaveLength(256);
  });

  it('is decrypted by the endpoint, whose answer is fixed and read', async () => {
    const { request: read, seal: sealAnswer } = await decrypt(
      JSON.stringify({
        encrypted_flow_data: encryptedData,
        encrypted_aes_key: encryptedKey,
        initial_vector: Buffer.from(fresh.vector, 'hex').toString('base64'),
      }),
      privateKey,
    );
    expect(read).toEqual(payload);
    expect(await sealAnswer(answer)).toBe(sealedAnswer);
    expect(seal(payload, publicKey, fixed).open(sealedAnswer)).toEqual({ text: answer });
  });

  it('has a fixed signature', () => {
    expect(signatureOf(body, testKeys.appSecret)).toBe(signature);
    expect(isSigned(body, signature, testKeys.appSecret)).toBe(true);
    expect(isSigned(`${body} `, signature, testKeys.appSecret)).toBe(false);
  });
});

describe('a request', () => {
  it('has another key and vector each time', () => {
    const bodies = [1, 2].map(() => JSON.parse(seal(request, publicKey).body) as Record<string, string>);
    for (const field of ['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector']) {
      expect(bodies[0]![field]).not.toBe(bodies[1]![field]);
    }
  });

  it('of any JSON survives the way there and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (asked, answer) => {
        const sealed = seal({ asked }, publicKey);
        const there = await decrypt(sealed.body, privateKey);
        expect(JSON.stringify(there.request)).toBe(JSON.stringify({ asked }));
        const text = JSON.stringify(answer);
        expect(sealed.open(await there.seal(text))).toEqual({ text });
      }),
      { numRuns: 100 },
    );
  });

  it('is refused by the endpoint with any bit flipped', async () => {
    const fields = ['encrypted_flow_data', 'encrypted_aes_key', 'initial_vector'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fields), fc.nat(), async (field, bit) => {
        const sent = JSON.parse(seal(request, publicKey).body) as Record<string, string>;
        const spoilt = JSON.stringify({ ...sent, [field]: flipped(sent[field]!, bit) });
        await expect(decrypt(spoilt, privateKey)).rejects.toThrow();
      }),
      { numRuns: 60 },
    );
  });

  it('is refused by another private key', async () => {
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const key = await privateKeyOf(other.privateKey);
    await expect(decrypt(seal(request, publicKey).body, key)).rejects.toThrow();
  });
});

describe('an answer', () => {
  let sealed: Sealed;
  let answer: string;
  let seals: Awaited<ReturnType<typeof decrypt>>['seal'];

  beforeAll(async () => {
    sealed = seal(request, publicKey);
    ({ seal: seals } = await decrypt(sealed.body, privateKey));
    answer = await seals('{"screen":"TIME","data":{}}');
  });

  it('is refused with any bit flipped', () => {
    fc.assert(
      fc.property(fc.nat(), (bit) => {
        expect(sealed.open(flipped(answer, bit))).toEqual({ problem: 'not ours' });
      }),
    );
  });

  it('is refused when it belongs to another request', () => {
    expect(seal(request, publicKey).open(answer)).toEqual({ problem: 'not ours' });
  });

  it('is refused when the vector was not inverted, or another key was taken', async () => {
    expect(sealed.open(await seals('{}', 'same vector'))).toEqual({ problem: 'not ours' });
    expect(sealed.open(await seals('{}', 'another key'))).toEqual({ problem: 'not ours' });
  });

  it.each([
    ['a line break after it', (text: string) => `${text}\n`],
    ['quotes', (text: string) => JSON.stringify(text)],
    ['no padding', (text: string) => `${text}AAAA`.replace(/.$/, '')],
    ['URL-safe letters', (text: string) => `-_${text.slice(2)}`],
    ['a line break within', (text: string) => `${text.slice(0, 8)}\n${text.slice(8)}`],
  ])('is not base64 with %s', (_, change) => {
    expect(sealed.open(change(answer))).toEqual({ problem: 'not base64' });
  });

  it('of any text is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
        expect(sealed.open(text)).toHaveProperty('problem');
      }),
    );
  });
});

describe('the signature of the flow token', () => {
  const claimsOf = (jwt: string) =>
    jwt
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as unknown);

  it('is a JWT over the token by the app secret, from Data API 4.0 on', () => {
    const { flow_token_signature: jwt = '' } = withTokenSignature({ ...request, version: '4.0' }, 'a-secret');
    expect(claimsOf(jwt)).toEqual([{ alg: 'HS256', typ: 'JWT' }, { flow_token: 't' }]);
    const [head, claims, signature] = jwt.split('.');
    expect(signature).toBe(createHmac('sha256', 'a-secret').update(`${head}.${claims}`).digest('base64url'));
  });

  it.each([
    ['an older Data API', { ...request, version: '3.0' }, 'a-secret'],
    ['no app secret', { ...request, version: '4.0' }, undefined],
    ['no flow token', { version: '4.0', action: 'ping' }, 'a-secret'],
    ['a version that is none', { ...request, version: 'x' }, 'a-secret'],
  ])('is left out with %s', (_, payload, secret) => {
    expect(withTokenSignature(payload, secret)).toEqual(payload);
  });
});
