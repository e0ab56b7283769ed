import { l10n, type Uri } from 'vscode';
import { baseName } from '../../platform/baseName';
import { showInformationMessage } from '../../platform/messages';
import type { FlowReader } from '../ports';
import type { EndpointClient } from './client';
import type { Connection, Connections } from './connections';
import type { EndpointRecord, EndpointRecords } from './records';

/** What the dialogues about endpoints work with. */
export interface EndpointHouse {
  readonly connections: Connections;
  readonly records: EndpointRecords;
  readonly client: EndpointClient;
  readonly texts: FlowReader;
  /** Which flows are connected, or their keys, are others now. */
  readonly changed: () => void;
}

export interface ConnectedFlow {
  readonly connection: Connection;
  readonly record: EndpointRecord;
}

/** The connection of a flow with its keys. Undefined when there is none: then the person has been told. */
export async function connectedFlow(
  { connections, records }: EndpointHouse,
  uri: Uri,
): Promise<ConnectedFlow | undefined> {
  const connection = connections.of(uri);
  if (connection === undefined) {
    void showInformationMessage(l10n.t('{0} is not connected to an endpoint.', baseName(uri)));
    return undefined;
  }
  const record = await records.read(connection.keys);
  if (record !== undefined) return { connection, record };
  void showInformationMessage(
    l10n.t('The keys of {0} are no longer here. Connect the flow again.', connection.address),
  );
  return undefined;
}
