import { l10n, type Uri } from 'vscode';
import { baseName } from '../../platform/baseName';
import { CancelledError } from '../../platform/cancellation';
import { setStatusBarMessage } from '../../platform/messages';
import { hostOf } from './address';
import { forgetKeys } from './disconnectFlow';
import { connectedFlow, type EndpointHouse } from './house';
import { askForgotten, manageKeys } from './manageKeys';

/** Milliseconds. */
const A_WHILE = 5000;

/** Shows, copies, changes or forgets the keys that a flow's endpoint is asked with. */
export async function keysOfFlow(house: EndpointHouse, uri: Uri): Promise<void> {
  const { records, connections, changed } = house;
  const title = l10n.t('Endpoint Keys of {0}', baseName(uri));
  const kept = await records.list();
  if (connections.of(uri) === undefined && kept.length > 0) {
    // A flow that is not connected has none; those of others can be forgotten all the same.
    await forgetKeys(house, await askForgotten(kept, l10n.t('Forget Endpoint Keys')));
    return;
  }
  const flow = await connectedFlow(house, uri);
  if (flow === undefined) return;
  const { keys } = flow.connection;
  const change = await manageKeys(flow.record, title);
  if (change === undefined) return;
  if (change === 'forget') {
    await forgetKeys(house, await askForgotten(kept, title));
    return;
  }
  // Meanwhile another window may have forgotten them: they do not come back.
  if ((await records.read(keys)) === undefined) throw new CancelledError();
  await records.write(keys, change.record);
  changed();
  setStatusBarMessage(l10n.t('The keys of {0} are changed.', hostOf(change.record.url)), A_WHILE, 'check');
}
