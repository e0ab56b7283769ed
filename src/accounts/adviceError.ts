/** What happened and why, then what to do about it: sentences for a person. */
export interface Advised {
  readonly reason: string;
  readonly advice: string;
}

/** A failure that is no call to CAMS but has a reason and a way out all the same. Both are shown to a person. */
export class AdviceError extends Error implements Advised {
  override readonly name = 'AdviceError';
  constructor(
    readonly reason: string,
    readonly advice: string,
  ) {
    super(reason);
  }
}

/** By its name: each bundle has a class of its own. */
export function isAdviceError(error: unknown): error is AdviceError {
  return error instanceof Error && error.name === 'AdviceError' && 'reason' in error && 'advice' in error;
}
