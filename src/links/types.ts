import type { Uri } from 'vscode';
import type { FlowRef } from '../flows/types';

/** A file of the workspace and a flow that belong together, in one environment. */
export interface Link {
  readonly file: Uri;
  /** The folder whose `cams-flows.json` says so. */
  readonly folder: Uri;
  /** Name of the environment, e.g. `staging`. */
  readonly environment: string;
  /** CustSpaceId as the manifest has it. */
  readonly spaceId: string;
  readonly flowId: string;
  /** The flow as this window can reach it; undefined while no signed-in account is known to have its space. */
  readonly ref: FlowRef | undefined;
  /** `meaningOf` what both sides had when they were last the same; undefined when they never were. */
  readonly synced: string | undefined;
}

/**
 * How a linked file and its flow differ, by meaning. 'neverCompared' until CAMS has been asked. 'unreadable': the file
 * or the flow could not be read; `LinkState.error` says why.
 */
export type LinkStatus =
  | 'same'
  | 'changedHere'
  | 'changedThere'
  | 'conflict'
  | 'missingHere'
  | 'missingThere'
  | 'neverCompared'
  | 'unreadable';

export interface LinkState {
  readonly link: Link;
  readonly status: LinkStatus;
  /** When CAMS was last asked, in milliseconds since 1970. */
  readonly comparedAt?: number;
  readonly error?: unknown;
}

/** What became of one file in a run over many. */
export interface LinkResult {
  readonly link: Link;
  readonly outcome: 'done' | 'same' | 'conflict' | 'skipped' | 'failed';
  readonly error?: unknown;
}
