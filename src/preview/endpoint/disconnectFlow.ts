import { l10n, Uri } from 'vscode';
import { askChoice, back } from '../../accounts/steps';
import { listed } from '../../flowjson/message';
import { baseName } from '../../platform/baseName';
import { setStatusBarMessage, showInformationMessage } from '../../platform/messages';
import { hostOf } from './address';
import type { EndpointHouse } from './house';

/** Milliseconds. */
const A_WHILE = 5000;

/** Disconnects a flow, and forgets its keys if the person wants that. */
export async function disconnectFlow(house: EndpointHouse, uri: Uri): Promise<void> {
  const { connections } = house;
  const connection = connections.of(uri);
  if (connection === undefined) {
    void showInformationMessage(l10n.t('{0} is not connected to an endpoint.', baseName(uri)));
    return;
  }
  const { address, keys } = connection;
  const host = hostOf(address);
  const others = connections.usersOf(keys).filter((user) => user !== uri.toString());
  const answer = await askChoice<'keep' | 'forget'>({
    title: l10n.t('Disconnect {0}', baseName(uri)),
    placeholder: l10n.t('Its keys are in the secret storage of this computer.'),
    choices: [
      {
        label: l10n.t('Disconnect and keep the keys'),
        detail: l10n.t('For the next connection to {0}.', host),
        value: 'keep',
      },
      {
        label: l10n.t('Disconnect and forget the keys'),
        detail:
          others.length === 0
            ? l10n.t('A private key that was made here is lost then.')
            : l10n.t(
                'These flows use them too and are disconnected: {0}',
                listed(others.map((other) => baseName(Uri.parse(other)))),
              ),
        value: 'forget',
      },
    ],
  });
  if (answer === back) return;
  if (answer === 'forget') await forgetKeys(house, [keys]);
  else {
    await connections.remove(uri);
    house.changed();
  }
  setStatusBarMessage(l10n.t('{0} no longer asks {1}.', baseName(uri), host), A_WHILE);
}

/** Forgets keys; no flow here uses them any more. */
export async function forgetKeys(
  { connections, records, changed }: EndpointHouse,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    await connections.removeUsersOf(id);
    changed();
    await records.delete(id);
  }
}
