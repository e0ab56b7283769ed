import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import type { CallOptions } from '../../cams/types';
import type { FlowRef } from '../../flows/types';

/** A new text for a flow on CAMS. */
export interface Writing {
  readonly ref: FlowRef;
  readonly bytes: Uint8Array;
  /**
   * Meanings (`meaningOf`) of the texts that may be overwritten because a person has seen them; `undefined` among them
   * when the flow may have none yet. Anything else that lies there is a ConflictError.
   */
  readonly over: readonly (string | undefined)[];
  /** Another spelling of what lies there is no news: then nothing is sent. By default it is, unless it is the same to the byte. */
  readonly byMeaning?: boolean;
  /** What the person knows the flow by. */
  readonly name?: string;
  /** Of `FlowWriter.prepare`, for these bytes; for others it counts as none. */
  readonly prepared?: Prepared;
  /** A look at CAMS that the writing need not repeat when it begins at most a second later. */
  readonly looked?: Look;
}

/** What lay on CAMS at one moment. */
export interface Look {
  /** Undefined for nothing. */
  readonly remote: Uint8Array | undefined;
  /** When it began to look, in milliseconds since 1970. */
  readonly at: number;
}

/** A file on its way to where CAMS can fetch it. No flow has changed. */
export interface Prepared {
  readonly bytes: Uint8Array;
  /** The FilePath: may be a secret. Who does not wait for it need not mind its failure. */
  readonly stored: Promise<string>;
  /** When it was begun, in milliseconds since 1970. */
  readonly at: number;
  /** It will not be needed. */
  readonly cancel: () => void;
}

/** What came of a writing that CAMS accepted. */
export interface Written {
  /** False when CAMS had this text already: nothing was sent. */
  readonly sent: boolean;
  /**
   * What lay on CAMS when it was read back. 'same': this text. 'before': still the earlier one. 'other': what somebody else wrote
   * meanwhile; it is in the history. 'unread': it could not be read back.
   */
  readonly readBack: 'same' | 'before' | 'other' | 'unread';
  /** What was read back, byte for byte. */
  readonly remote?: Uint8Array;
  /** Of UpdateFlowJSONAsset. */
  readonly requestId?: string;
  /** What CAMS says is wrong with the text that it took: see Receipt. */
  readonly validationErrors?: readonly string[];
}

/** The way to change a flow's JSON, for everybody: nothing is overwritten that was not compared and kept. */
export interface Writer {
  /**
   * Stores the file, looks at what lies on CAMS, compares it with `over`, keeps it, tells CAMS of the file and reads it
   * back: four calls to CAMS. One writing at a time for one flow; a later one waits. Cancelling changes nothing until
   * the change has left; from then on it is finished.
   *
   * The race that stays: what somebody else writes after the look and before CAMS carries out the change is overwritten
   * unseen. When the change leaves, the look was asked for at most a second ago; where answering or keeping took longer,
   * there was another one, whose answer has arrived right before. So the race is as wide as a second, or as long as CAMS takes
   * for an answer, and the way of the one change.
   *
   * Rejects with ConflictError, another AdviceError (not a JSON object, more than 10 MB, or the disk would not take what is to be
   * overwritten), a CamsError or CancelledError. A lost answer is cleared up by looking; where that fails too,
   * `isOutcomeUnknown` is true of the error, the text may be there, and the next start looks again.
   */
  write(writing: Writing, options?: CallOptions): Promise<Written>;
}

/** Something else lies on CAMS than what may be overwritten. Nothing was changed. */
export class ConflictError extends AdviceError {
  constructor(
    readonly ref: FlowRef,
    /** What lies there; undefined for nothing. */
    readonly remote: Uint8Array | undefined,
  ) {
    super(
      l10n.t('The flow has changed on CAMS meanwhile.'),
      l10n.t('Compare the two, then decide which one should stay.'),
    );
  }
}
