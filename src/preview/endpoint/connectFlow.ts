import * as vscode from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { baseName } from '../../platform/baseName';
import { CancelledError } from '../../platform/cancellation';
import { showInformationMessage, showWarningMessage } from '../../platform/messages';
import { addressParts, hostOf } from './address';
import { askConnection, type WantedConnection } from './askConnection';
import { checkFlow } from './checkFlow';
import { copyPrivateKey, showPublicKey } from './copyKeys';
import type { EndpointHouse } from './house';
import { makeKeyPair } from './keys';
import { newRecordId, type EndpointRecord } from './records';

/** Asks for address and keys, and connects a flow after a question. Until then nothing is kept. */
export async function connectFlow(house: EndpointHouse, uri: vscode.Uri): Promise<void> {
  forbidWithoutTrust();
  const { connections, records } = house;
  const before = connections.of(uri);
  const known = await records.list();
  const knownAs = (url: string) => known.find(([, record]) => record.url === url);
  const own = before === undefined ? undefined : await records.read(before.keys);
  const wanted = await askConnection({
    title: vscode.l10n.t('Connect {0}', baseName(uri)),
    url: own?.url ?? before?.address ?? '',
    recordOf: (url) => knownAs(url)?.[1],
  });
  const { address } = addressParts(wanted.url);
  if (before?.address !== address) await agree(uri, address);
  forbidWithoutTrust();
  const [id, kept] = knownAs(wanted.url) ?? [newRecordId(), undefined];
  const record = await recordOf(wanted, kept);
  if (record !== kept) await records.write(id, record);
  await connections.set(uri, { address, keys: id });
  house.changed();
  await tellConnected(house, uri, record, wanted.keys.is === 'made');
}

function forbidWithoutTrust(): void {
  if (vscode.workspace.isTrusted) return;
  throw new AdviceError(
    vscode.l10n.t('A flow can be connected to an endpoint in a trusted workspace only.'),
    vscode.l10n.t('Trust the workspace first, if you know where its files come from.'),
  );
}

async function agree(uri: vscode.Uri, address: string): Promise<void> {
  const connect = vscode.l10n.t('Connect');
  const answer = await showWarningMessage(
    vscode.l10n.t('Connect {0} to {1}?', baseName(uri), hostOf(address)),
    {
      modal: true,
      detail: vscode.l10n.t(
        'From now on the local preview asks {0} whenever the flow opens with data_exchange, exchanges data, or goes back from a screen with refresh_on_back. What you type into the flow and the flow token are sent there, encrypted.',
        address,
      ),
    },
    connect,
  );
  if (answer !== connect) throw new CancelledError();
}

async function recordOf(
  { url, keys, appSecret }: WantedConnection,
  kept: EndpointRecord | undefined,
): Promise<EndpointRecord> {
  switch (keys.is) {
    case 'kept':
      if (kept === undefined) throw new TypeError('no keys are kept');
      return kept;
    case 'given':
      return { url, publicKey: keys.publicKey, appSecret };
    case 'made':
      return {
        url,
        ...(await makeKeyPair()),
        appSecret,
      };
  }
}

async function tellConnected(
  house: EndpointHouse,
  uri: vscode.Uri,
  { url, publicKey, privateKey }: EndpointRecord,
  isNew: boolean,
): Promise<void> {
  const host = hostOf(url);
  const check = vscode.l10n.t('Check Endpoint');
  if (!isNew || privateKey === undefined) {
    const told = vscode.l10n.t('{0} now asks {1}.', baseName(uri), host);
    if ((await showInformationMessage(told, check)) === check) await checkFlow(house, uri);
    return;
  }
  const copy = vscode.l10n.t('Copy Private Key…');
  const show = vscode.l10n.t('Show Public Key');
  const answer = await showInformationMessage(
    vscode.l10n.t(
      '{0} now asks {1}. The endpoint needs the private key; CAMS or Meta need the public one, before people use the flow.',
      baseName(uri),
      host,
    ),
    copy,
    show,
  );
  if (answer === copy) await copyPrivateKey(privateKey, host);
  if (answer === show) await showPublicKey(publicKey);
}
