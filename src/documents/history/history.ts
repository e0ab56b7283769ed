import * as vscode from 'vscode';
import type { FlowRef } from '../../flows/types';
import { DisposableStore } from '../../platform/disposable';
import type { Log } from '../../platform/log';

/** Why a version was kept. */
export type Origin =
  /** It lay on CAMS and was about to be overwritten, or its flow to be deleted. */
  | 'overwritten'
  /** It was sent to CAMS from here. */
  | 'sent'
  /** An editor or a linked file is based on it. */
  | 'base';

/** A text that a flow had, kept on this computer. */
export interface Version {
  readonly ref: FlowRef;
  /** Unique within its flow. */
  readonly id: string;
  readonly origin: Origin;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
  /** Bytes. */
  readonly size: number;
  /** See `meaningOf`. */
  readonly meaning: string;
}

/** What flows were before: on this computer only, the last 20 versions of each, at most 200 MB together. */
export interface KeptVersions {
  /** Of what changed the list is another one. */
  readonly onDidChange: vscode.Event<FlowRef>;
  /**
   * Settles when the bytes are on the disk, and rejects when they are not: whoever is about to overwrite them must not
   * go on then. Bytes that the flow has as a version already become its newest again.
   */
  keep(ref: FlowRef, bytes: Uint8Array, origin: Origin): Promise<Version>;
  /** Newest first. */
  list(ref: FlowRef): Promise<readonly Version[]>;
  read(version: Version): Promise<Uint8Array>;
  /** The newest version that means this; undefined when there is none any more. */
  find(ref: FlowRef, meaning: string): Promise<Uint8Array | undefined>;
}

interface HistoryParts {
  /** Where the versions lie. */
  readonly folder: vscode.Uri;
  readonly log: Log;
}

export class History extends DisposableStore implements KeptVersions {
  private readonly changed = this.register(new vscode.EventEmitter<FlowRef>());
  readonly onDidChange = this.changed.event;

  constructor(private readonly parts: HistoryParts) {
    super();
  }

  keep(): Promise<Version> {
    return Promise.reject(new Error(`not built: ${this.parts.folder.path}`));
  }

  list(): Promise<readonly Version[]> {
    return Promise.resolve([]);
  }

  read(): Promise<Uint8Array> {
    return Promise.reject(new Error('not built'));
  }

  find(): Promise<Uint8Array | undefined> {
    return Promise.resolve(undefined);
  }
}
