import * as vscode from 'vscode';
import { isAdviceError } from '../../accounts/adviceError';
import { say } from '../../flowjson/message';
import { CancelledError, throwIfCancelled } from '../../platform/cancellation';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import type { Endpoint, EndpointAnswer, Endpoints, FlowReader } from '../ports';
import { addressParts, hostOf } from './address';
import { checkFlow } from './checkFlow';
import { EndpointClient, type Payload, type Target } from './client';
import { connectFlow } from './connectFlow';
import { Connections, type Connection } from './connections';
import { disconnectFlow } from './disconnectFlow';
import type { EndpointHouse } from './house';
import { keysOfFlow } from './keysOfFlow';
import { EndpointRecords, targetOf } from './records';

export interface OwnEndpointsParts {
  readonly texts: FlowReader;
  readonly secrets: vscode.SecretStorage;
  /** Of the workspace: what is connected here is nobody else's business. */
  readonly state: vscode.Memento;
  readonly redactor: Redactor;
  readonly log: Log;
}

/**
 * The endpoints of the developer that flows are connected to. Who is asked is decided by a person in a trusted window,
 * flow by flow; neither a setting nor a file has a say.
 */
export class OwnEndpoints extends DisposableStore implements Endpoints {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;
  private readonly house: EndpointHouse;

  constructor({ texts, secrets, state, redactor, log }: OwnEndpointsParts) {
    super();
    const connections = new Connections(state);
    this.house = {
      connections,
      records: new EndpointRecords(secrets, redactor, log),
      client: new EndpointClient(log),
      texts,
      changed: () => this.changed.fire(),
    };
    this.register(vscode.workspace.onDidGrantWorkspaceTrust(() => this.changed.fire()));
    this.register(
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (connections.removeUntitled(uri)) this.changed.fire();
      }),
    );
  }

  of(uri: vscode.Uri): Endpoint | undefined {
    const connection = this.connectionOf(uri);
    if (connection === undefined) return undefined;
    return {
      address: connection.address,
      ask: (request, signal) => this.ask(uri, connection, request, signal),
    };
  }

  /** Asks for address and keys, and connects a flow after a question. */
  connect(uri: vscode.Uri): Promise<void> {
    return connectFlow(this.house, uri);
  }

  disconnect(uri: vscode.Uri): Promise<void> {
    return disconnectFlow(this.house, uri);
  }

  /** Sends a ping and requests that the endpoint should refuse, and says what came back. */
  check(uri: vscode.Uri): Promise<void> {
    return checkFlow(this.house, uri);
  }

  /** Keys: makes a pair, shows and copies the public key, sets the app secret. */
  keys(uri: vscode.Uri): Promise<void> {
    return keysOfFlow(this.house, uri);
  }

  private connectionOf(uri: vscode.Uri): Connection | undefined {
    return vscode.workspace.isTrusted ? this.house.connections.of(uri) : undefined;
  }

  /** Rejects with CancelledError only, also when the flow is no longer connected like that once the answer is there. */
  private async ask(
    uri: vscode.Uri,
    connection: Connection,
    payload: Payload,
    signal: AbortSignal,
  ): Promise<EndpointAnswer> {
    const target = await targetFor(this.house, connection);
    const stillConnected = () => {
      throwIfCancelled(signal);
      const { address, keys } = this.connectionOf(uri) ?? {};
      if (address !== connection.address || keys !== connection.keys) throw new CancelledError();
    };
    stillConnected();
    if (target === undefined) {
      return {
        failure: { error: 'public-key-missing' },
        advice: say('The keys of {0} cannot be read. Connect the flow again.', hostOf(connection.address)),
      };
    }
    const asked = await this.house.client.ask(target, payload, signal, () =>
      targetFor(this.house, connection),
    );
    stillConnected();
    if ('answer' in asked) return { answer: asked.answer };
    const { failure, advice } = asked;
    return { failure, ...(advice !== undefined && { advice }) };
  }
}

/** The endpoint of a connection with its keys of now. Undefined when they are gone, or are another address's. */
async function targetFor(
  { records }: EndpointHouse,
  { address, keys }: Connection,
): Promise<Target | undefined> {
  try {
    const record = await records.read(keys);
    return record !== undefined && addressParts(record.url).address === address
      ? targetOf(record)
      : undefined;
  } catch (error) {
    if (isAdviceError(error)) return undefined;
    throw error;
  }
}
