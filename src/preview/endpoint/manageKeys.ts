import { l10n } from 'vscode';
import { askChoice, askSeveral, back, type Choice } from '../../accounts/steps';
import { CancelledError } from '../../platform/cancellation';
import { showWarningMessage } from '../../platform/messages';
import { hostOf } from './address';
import { askAppSecret, askPublicKey } from './askConnection';
import { copyPrivateKey, copyPublicKey, showPublicKey } from './copyKeys';
import { makeKeyPair } from './keys';
import type { EndpointRecord } from './records';

type Step =
  'show' | 'copyPublic' | 'copyPrivate' | 'otherKey' | 'newPair' | 'setSecret' | 'removeSecret' | 'forget';

/** What becomes of the keys: another record, keys to forget, or nothing. */
export type KeysChange = { readonly record: EndpointRecord } | 'forget' | undefined;

/** Asks what to do with the keys of an endpoint, and does it as far as nothing has to be kept. */
export async function manageKeys(record: EndpointRecord, title: string): Promise<KeysChange> {
  const { url, publicKey, privateKey, appSecret } = record;
  const host = hostOf(url);
  const step = await askChoice<Step>({
    title,
    placeholder: l10n.t('Keys of {0}', host),
    choices: choicesFor(record),
  });
  switch (step) {
    case 'show':
      await showPublicKey(publicKey);
      return undefined;
    case 'copyPublic':
      await copyPublicKey(publicKey);
      return undefined;
    case 'copyPrivate':
      if (privateKey !== undefined) await copyPrivateKey(privateKey, host);
      return undefined;
    case 'otherKey': {
      const given = await askPublicKey({ title });
      if (given === back) return undefined;
      if (privateKey !== undefined) await agreeToOtherKey(host);
      return { record: { url, publicKey: given.pem, appSecret } };
    }
    case 'newPair':
      await agreeToNewPair(host, privateKey !== undefined);
      return { record: { url, ...(await makeKeyPair()), appSecret } };
    case 'setSecret': {
      const secret = await askAppSecret({ title });
      return secret === back || secret === '' ? undefined : { record: { ...record, appSecret: secret } };
    }
    case 'removeSecret':
      return { record: { ...record, appSecret: undefined } };
    case 'forget':
      return step;
    case back:
      return undefined;
  }
}

function choicesFor({ privateKey, appSecret }: EndpointRecord): Choice<Step>[] {
  const isOurs = privateKey !== undefined;
  return [
    {
      label: l10n.t('Show Public Key'),
      detail: l10n.t('In an editor, to be pasted into CAMS or Meta.'),
      value: 'show',
    },
    { label: l10n.t('Copy Public Key'), value: 'copyPublic' },
    ...(isOurs
      ? [
          {
            label: l10n.t('Copy Private Key…'),
            detail: l10n.t('For the configuration of the endpoint.'),
            value: 'copyPrivate' as const,
          },
        ]
      : []),
    {
      label: l10n.t('Use Another Public Key…'),
      detail: l10n.t('The endpoint has another private key now.'),
      value: 'otherKey',
    },
    {
      label: l10n.t('Make a New Key Pair…'),
      detail: l10n.t('RSA 2048. The endpoint needs the new private key then.'),
      value: 'newPair',
    },
    {
      label: appSecret === undefined ? l10n.t('Set App Secret…') : l10n.t('Change App Secret…'),
      detail: l10n.t('Requests are signed with it (X-Hub-Signature-256).'),
      value: 'setSecret',
    },
    ...(appSecret === undefined
      ? []
      : [{ label: l10n.t('Remove App Secret'), value: 'removeSecret' as const }]),
    {
      label: l10n.t('Forget Keys of Endpoints…'),
      detail: l10n.t('Flows that use them are no longer connected.'),
      value: 'forget',
    },
  ];
}

async function agreeToNewPair(host: string, isOurs: boolean): Promise<void> {
  const detail = isOurs
    ? pairIsForgotten()
    : l10n.t('The public key of now is forgotten. The endpoint needs the new private key.');
  await agree(l10n.t('Make a new key pair for {0}?', host), detail, l10n.t('Make New Pair'));
}

/** The private key that was made here would be nowhere else. */
async function agreeToOtherKey(host: string): Promise<void> {
  await agree(l10n.t('Use another key for {0}?', host), pairIsForgotten(), l10n.t('Use This Key'));
}

const pairIsForgotten = (): string =>
  l10n.t('The pair of now is forgotten. Copy its private key before, if the endpoint still needs it.');

async function agree(question: string, detail: string, yes: string): Promise<void> {
  if ((await showWarningMessage(question, { modal: true, detail }, yes)) !== yes) throw new CancelledError();
}

/** Asks which of all kept keys shall be forgotten. */
export async function askForgotten(
  records: readonly (readonly [id: string, record: EndpointRecord])[],
  title: string,
): Promise<readonly string[]> {
  const chosen = await askSeveral<string>({
    title,
    placeholder: l10n.t('Keys of which endpoints shall be forgotten?'),
    none: l10n.t('Choose one at least, or press Escape.'),
    picked: [],
    choices: records.map(([id, { url, privateKey }]) => {
      const { host, pathname } = new URL(url);
      return {
        label: `${host}${pathname}`,
        description: privateKey === undefined ? undefined : l10n.t('with its private key'),
        value: id,
      };
    }),
  });
  return chosen === back ? [] : chosen;
}
