import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newKeyPair, readPublicKey } from '../../../../src/preview/endpoint/keys';
import { testKeys } from '../../../endpoint/keys';

const { publicKey, privateKey } = testKeys;

describe('a public key', () => {
  it.each([
    ['as it is', publicKey],
    ['in one line, as a field leaves it', publicKey.replaceAll('\n', '')],
    ['with spaces for line breaks', publicKey.replaceAll('\n', ' ')],
    ['with written line breaks, as in JSON', JSON.stringify(publicKey)],
    ['with Windows line breaks', publicKey.replaceAll('\n', '\r\n')],
    ['indented, among other words', `PUBLIC_KEY: |\n${publicKey.replaceAll(/^/gm, '    ')}\nother: 1`],
    ['of the older form', createPublicKey(publicKey).export({ type: 'pkcs1', format: 'pem' }) as string],
  ])('is read %s', (_, text) => {
    const read = readPublicKey(text);
    expect(read).toMatchObject({ pem: publicKey });
  });

  it.each([
    ['nothing', '', /begins with -----BEGIN PUBLIC KEY/],
    ['a private key', privateKey, /is a private key/],
    ['a private key in one line', privateKey.replaceAll('\n', ''), /is a private key/],
    ['half a key', publicKey.slice(0, 200), /begins with/],
    ['a key without its middle', publicKey.replace(/\n.{64}\n/, '\n'), /is damaged/],
    [
      'a key of another kind',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
        type: 'spki',
        format: 'pem',
      }) as string,
      /RSA key of 2048/,
    ],
    [
      'a short key',
      generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
        type: 'spki',
        format: 'pem',
      }) as string,
      /RSA key of 2048/,
    ],
  ])('is refused: %s', (_, text, problem) => {
    const read = readPublicKey(text);
    expect('problem' in read && read.problem).toMatch(problem);
  });

  it('is read or refused, whatever is pasted', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(
          readPublicKey(`-----BEGIN PUBLIC KEY-----${before}-----END PUBLIC KEY-----${after}`),
        ).toHaveProperty('problem');
      }),
    );
  });
});

it('a new pair is one that WhatsApp takes', async () => {
  const pair = await newKeyPair();
  expect(readPublicKey(pair.publicKey)).toMatchObject({ pem: pair.publicKey });
  expect(pair.privateKey).toMatch(/^-----BEGIN PRIVATE KEY-----/);
  const derived = createPublicKey(pair.privateKey).export({ type: 'spki', format: 'pem' });
  expect(derived).toBe(pair.publicKey);
});
