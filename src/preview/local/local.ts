import type * as vscode from 'vscode';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';
import type { Redactor } from '../../platform/redaction';
import { OwnEndpoints } from '../endpoint/ownEndpoints';
import { FlowMaps } from '../map/flowMaps';
import type { FlowReader } from '../ports';
import { LocalPreviews } from './localPreviews';
import { openMocks } from './mocks/mocks';
import { Play } from './play';
import { WalkedPaths } from './walkedPaths';

export interface LocalParts {
  readonly texts: FlowReader;
  readonly extensionUri: vscode.Uri;
  readonly secrets: vscode.SecretStorage;
  /** For what follows the person: the look of the phone. */
  readonly globalState: vscode.Memento;
  /** For what belongs to the files that are open here: presets of flows that are no files. */
  readonly workspaceState: vscode.Memento;
  readonly redactor: Redactor;
  readonly log: Log;
  /** Whether a document is a flow on CAMS, or a file linked to one. */
  readonly isOnCams: (uri: vscode.Uri) => boolean;
}

/** Flows that run on this computer: the local preview and the map. */
export class Local extends DisposableStore {
  readonly endpoints: OwnEndpoints;
  readonly previews: LocalPreviews;
  readonly maps: FlowMaps;

  constructor(parts: LocalParts) {
    super();
    const { texts, extensionUri, secrets, redactor, log } = parts;
    const walks = this.register(new WalkedPaths());
    this.endpoints = this.register(
      new OwnEndpoints({ texts, secrets, state: parts.workspaceState, redactor, log }),
    );
    const { endpoints } = this;
    this.previews = this.register(
      new LocalPreviews({
        ...parts,
        play: (document, flow) => {
          const mocks = openMocks(document.uri, parts.workspaceState);
          return new Play({ uri: document.uri, mocks, endpoints, walks, log }, flow);
        },
      }),
    );
    this.maps = this.register(
      new FlowMaps({
        texts,
        extensionUri,
        log,
        walks,
        play: (uri, screen) => this.previews.goTo(uri, screen),
      }),
    );
  }
}

/** The entry of a bundle of its own: loaded with the first local preview or map. */
export function createLocal(parts: LocalParts): Local {
  return new Local(parts);
}
