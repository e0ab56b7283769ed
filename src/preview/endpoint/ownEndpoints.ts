import * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import type { Endpoint, Endpoints } from '../local/ports';

export interface OwnEndpointsParts {
  readonly secrets: vscode.SecretStorage;
  readonly state: vscode.Memento;
  readonly redactor: Redactor;
  readonly log: Log;
}

/** The endpoints of the developer that flows are connected to. */
export class OwnEndpoints extends DisposableStore implements Endpoints {
  private readonly changed = this.register(new vscode.EventEmitter<void>());
  readonly onDidChange = this.changed.event;

  constructor(readonly parts: OwnEndpointsParts) {
    super();
  }

  of(_uri: vscode.Uri): Endpoint | undefined {
    return undefined;
  }

  /** Asks for address and keys, and connects a flow after a question. */
  async connect(_uri: vscode.Uri): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  async disconnect(_uri: vscode.Uri): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Sends a ping and requests that the endpoint should refuse, and says what came back. */
  async check(_uri: vscode.Uri): Promise<void> {
    return Promise.reject(new Error('not built'));
  }

  /** Keys: makes a pair, shows and copies the public key, sets the app secret. */
  async keys(_uri: vscode.Uri): Promise<void> {
    return Promise.reject(new Error('not built'));
  }
}
