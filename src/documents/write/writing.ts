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
}

/** The way to change a flow's JSON, for everybody: nothing is overwritten that was not compared and kept. */
export interface Writer {
  /**
   * Stores the file, looks at what lies on CAMS, compares it with `over`, keeps it, tells CAMS of the file and reads it
   * back. Between the look and the change lies no other call. One writing at a time for one flow.
   *
   * Rejects with ConflictError, another AdviceError (not a JSON object, more than 10 MB, or the disk would not take what is to be
   * overwritten), a CamsError or CancelledError. After `isOutcomeUnknown` it is looked at once more, now or at
   * the next start: the text may be there.
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
