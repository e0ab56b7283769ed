import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { l10n } from 'vscode';
import { throwIfCancelled } from '../../platform/cancellation';
import { withLateProgress } from '../../platform/progress';

/** RSA 2048 is what WhatsApp asks for. */
const BITS = 2048;

const OF_PEM = /-----BEGIN ([A-Z ]+)-----([A-Za-z0-9+/=]+)-----END \1-----/;

/** A key pair as the endpoint and CAMS or Meta want it: PEM, the private key as PKCS#8 without a passphrase. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Makes a pair; in the background, for it takes a while. */
export function newKeyPair(): Promise<KeyPair> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}

/** The same for a person, who sees that it takes a while. */
export function makeKeyPair(): Promise<KeyPair> {
  return withLateProgress(l10n.t('Making a key pair'), async (signal) => {
    const pair = await newKeyPair();
    throwIfCancelled(signal);
    return pair;
  });
}

/** A public key, or why a text is none. Line breaks may be missing or written as `\n`: fields for one line drop them. */
export function readPublicKey(
  text: string,
): { readonly key: KeyObject; readonly pem: string } | { readonly problem: string } {
  const [, kind, base64 = ''] = OF_PEM.exec(squeezed(text)) ?? [];
  if (/PRIVATE KEY-----/.test(text)) {
    return {
      problem: l10n.t('This is a private key. It belongs to the endpoint alone: paste the public key here.'),
    };
  }
  if (kind !== 'PUBLIC KEY' && kind !== 'RSA PUBLIC KEY') {
    return { problem: l10n.t('A public key begins with -----BEGIN PUBLIC KEY----- and ends likewise.') };
  }
  let key: KeyObject;
  try {
    const type = kind === 'PUBLIC KEY' ? 'spki' : 'pkcs1';
    key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type });
  } catch {
    return { problem: l10n.t('This public key is damaged: something of it is missing.') };
  }
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (key.asymmetricKeyType !== 'rsa' || bits < BITS) {
    return { problem: l10n.t('WhatsApp wants an RSA key of {0} bits.', BITS) };
  }
  return { key, pem: key.export({ type: 'spki', format: 'pem' }) as string };
}

/** Without white space outside of the words of its first and last line. */
function squeezed(text: string): string {
  return text
    .replaceAll('\\n', '')
    .replace(/\s+/g, ' ')
    .replace(/----- | -----/g, '-----')
    .replace(/(?<=-----)[A-Za-z0-9+/= ]+(?=-----END)/, (base64) => base64.replaceAll(' ', ''));
}
