import type { Uri } from 'vscode';
import type { AdviceError } from '../accounts/adviceError';
import type { CallOptions } from '../cams/types';
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

/** Something in a manifest that a person should put right. */
export interface ManifestProblem {
  readonly manifest: Uri;
  readonly error: AdviceError;
}

/**
 * What became of one file in a run over many. 'done': pulled, pushed, or compared and found to differ. 'same': there was
 * nothing to do. 'conflict': the other side has a text that would be lost. 'skipped': not tried, because the run was
 * cancelled or could not go on, or because only the side that would have to give way has changed.
 */
export interface LinkResult {
  readonly link: Link;
  readonly outcome: 'done' | 'same' | 'conflict' | 'skipped' | 'failed';
  readonly error?: unknown;
  /** What CAMS says is wrong with a text that it took all the same. */
  readonly validationErrors?: readonly string[];
}

/** Told of each file that is done. */
type LinkProgress = (result: LinkResult, done: number, total: number) => void;

export interface LinkRun extends CallOptions {
  readonly onResult?: LinkProgress;
  /**
   * A person has decided between the two sides. Pull: a file that changed here is replaced too, after its text is in the
   * history. Push: what CAMS had when it was last compared may be overwritten; nothing newer.
   */
  readonly overwrite?: boolean;
}
