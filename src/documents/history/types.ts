import type { Event } from 'vscode';
import type { FlowRef } from '../../flows/types';

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
  /** Unique within its flow: the same bytes have the same. */
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
  readonly onDidChange: Event<FlowRef>;
  /**
   * Settles when the bytes are on the disk, and rejects when they are not: whoever is about to overwrite them must not
   * go on then. Bytes that the flow has as a version already become its newest again.
   */
  keep(ref: FlowRef, bytes: Uint8Array, origin: Origin): Promise<Version>;
  /** Newest first, from the names of files alone. */
  list(ref: FlowRef): Promise<readonly Version[]>;
  /** Byte for byte, or an AdviceError when it is not kept any more or damaged. */
  read(version: Pick<Version, 'ref' | 'id'>): Promise<Uint8Array>;
  /** The newest version that means this; undefined when there is none any more. */
  find(ref: FlowRef, meaning: string): Promise<Uint8Array | undefined>;
}
