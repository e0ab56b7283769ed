import { l10n, window, workspace, type Uri } from 'vscode';
import { askChoice, askText, back, type Back, type Frame } from '../../accounts/steps';
import { addressProblem } from './address';
import { readPublicKey } from './keys';
import type { EndpointRecord } from './records';

/** Where the public key comes from. */
type KeySource =
  | { readonly is: 'kept' }
  | { readonly is: 'given'; readonly publicKey: string }
  /** A pair is made once everything has been agreed to. */
  | { readonly is: 'made' };

export interface WantedConnection {
  readonly url: string;
  readonly keys: KeySource;
  readonly appSecret?: string;
}

export interface ConnectionDialogue {
  readonly title: string;
  /** The address of now. */
  readonly url: string;
  /** What is known of the endpoint with that address. */
  readonly recordOf: (url: string) => EndpointRecord | undefined;
}

/** Asks for address and keys step by step. Rejects with CancelledError when it is dismissed; nothing is changed by it. */
export async function askConnection({
  title,
  url: before,
  recordOf,
}: ConnectionDialogue): Promise<WantedConnection> {
  let url = before;
  for (;;) {
    const answer = await askAddress({ title, step: 1, totalSteps: 3 }, url);
    if (answer === back) continue;
    url = new URL(answer).href;
    for (;;) {
      const keys = await askKeys({ title, step: 2, totalSteps: 3 }, recordOf(url) !== undefined);
      if (keys === back) break;
      if (keys.is === 'kept') return { url, keys };
      const appSecret = await askAppSecret({ title, step: 3, totalSteps: 3 });
      if (appSecret !== back) return { url, keys, ...(appSecret !== '' && { appSecret }) };
    }
  }
}

function askAddress(frame: Frame, value: string): Promise<string | Back> {
  return askText({
    ...frame,
    prompt: l10n.t('Address of your endpoint. Only https, or http://localhost for one on this computer.'),
    placeholder: 'https://…',
    value,
    validate: addressProblem,
  });
}

async function askKeys(frame: Frame, known: boolean): Promise<KeySource | Back> {
  let problem: string | undefined;
  const description = known ? l10n.t('instead of those that are kept for this address') : undefined;
  for (;;) {
    const source = await askChoice<'kept' | 'paste' | 'file' | 'made'>({
      ...frame,
      placeholder: problem ?? l10n.t('Which key encrypts the requests?'),
      choices: [
        ...(known
          ? [
              {
                label: l10n.t('Use the keys that are kept for this address'),
                detail: l10n.t('Public key and app secret stay as they are.'),
                value: 'kept' as const,
              },
            ]
          : []),
        {
          label: l10n.t('Paste the public key'),
          description,
          detail: l10n.t('The endpoint has its private key already.'),
          value: 'paste',
        },
        {
          label: l10n.t('Read the public key from a file'),
          description,
          detail: l10n.t('A PEM file that begins with -----BEGIN PUBLIC KEY-----.'),
          value: 'file',
        },
        {
          label: l10n.t('Make a key pair'),
          description,
          detail: l10n.t(
            'RSA 2048. You give the private key to the endpoint, and the public one to CAMS or Meta.',
          ),
          value: 'made',
        },
      ],
    });
    if (source === back) return back;
    if (source === 'kept' || source === 'made') return { is: source };
    const given = source === 'paste' ? await askPublicKey(frame) : await publicKeyOfFile();
    if (given === back) continue;
    if ('pem' in given) return { is: 'given', publicKey: given.pem };
    ({ problem } = given);
  }
}

/** PEM. */
export async function askPublicKey(frame: Frame): Promise<{ readonly pem: string } | Back> {
  const text = await askText({
    ...frame,
    prompt: l10n.t(
      'Public key of the endpoint, in PEM. It does not matter that its line breaks get lost here.',
    ),
    placeholder: '-----BEGIN PUBLIC KEY-----',
    validate: (typed) => {
      const read = readPublicKey(typed);
      return 'problem' in read ? read.problem : undefined;
    },
  });
  if (text === back) return back;
  const read = readPublicKey(text);
  return 'pem' in read ? read : back;
}

async function publicKeyOfFile(): Promise<{ readonly pem: string } | { readonly problem: string } | Back> {
  const [file] = (await window.showOpenDialog({ openLabel: l10n.t('Use This Key') })) ?? [];
  if (file === undefined) return back;
  const read = readPublicKey(await textOf(file));
  return 'pem' in read ? { pem: read.pem } : { problem: read.problem };
}

/** Keys are short: of something else only a beginning is looked at. */
async function textOf(file: Uri): Promise<string> {
  return new TextDecoder().decode((await workspace.fs.readFile(file)).subarray(0, 64 * 1024));
}

/** '' for none. */
export function askAppSecret(frame: Frame): Promise<string | Back> {
  return askText({
    ...frame,
    prompt: l10n.t(
      'App secret, if the endpoint checks signatures (X-Hub-Signature-256). Leave it empty if not. It stays in the secret storage of this computer.',
    ),
    placeholder: l10n.t('App secret'),
    password: true,
    validate: (text) =>
      text === '' || /^\S{8,}$/.test(text)
        ? undefined
        : l10n.t('A secret has at least 8 characters and no spaces.'),
    warn: (text) =>
      text === '' || /^[0-9a-f]{32}$/.test(text)
        ? undefined
        : l10n.t("Meta's app secrets are 32 digits and letters from a to f."),
  });
}
