/** The situations that the program reacts to; there is one error class for each. */
export type Situation =
  | 'credentials'
  | 'expiredToken'
  | 'clock'
  | 'permission'
  | 'notSubscribed'
  | 'wrongSpace'
  | 'throttled'
  | 'notFound'
  | 'uploadRefused'
  | 'unfit'
  | 'service'
  | 'network'
  | 'malformed';

/** What is known of a failed call. None of it is secret. */
export interface CamsErrorFacts {
  /** Name of the operation or step, as CAMS spells it: GetFlow, GetFlowJSONAssest, download … */
  readonly operation: string;
  /** The service's own code, e.g. Throttling.User, or Node's, e.g. ECONNREFUSED. */
  readonly code?: string;
  readonly requestId?: string;
  readonly httpStatus?: number;
  /** The service's own sentence, shortened and without secrets. */
  readonly detail?: string;
}

/**
 * A call to CAMS, STS or the file store that failed. Bundles have copies of these classes of their own:
 * across them ask `situationOf`, not `instanceof`.
 */
abstract class CamsError extends Error implements CamsErrorFacts {
  abstract readonly situation: Situation;
  readonly operation: string;
  readonly code?: string;
  readonly requestId?: string;
  readonly httpStatus?: number;
  readonly detail?: string;
  /** 'unknown' for a change whose answer was lost: see `isOutcomeUnknown`. */
  readonly outcome?: 'unknown';

  constructor(facts: CamsErrorFacts, reason?: string) {
    const parts = [reason, facts.code, facts.detail, facts.requestId && `request id ${facts.requestId}`];
    super([`${facts.operation} failed`, parts.filter(Boolean).join(', ')].filter(Boolean).join(': '));
    this.name = new.target.name;
    this.operation = facts.operation;
    this.code = facts.code;
    this.requestId = facts.requestId;
    this.httpStatus = facts.httpStatus;
    this.detail = facts.detail;
  }
}

/** One with a reason of its own, which the program tells apart as well. */
abstract class ReasonedError<Reason extends string> extends CamsError {
  readonly reason: Reason;

  constructor(facts: CamsErrorFacts & { reason: Reason }) {
    super(facts, facts.reason);
    this.reason = facts.reason;
  }
}

/** The key is unknown, disabled, or its secret does not fit. */
export class CredentialsError extends CamsError {
  readonly situation = 'credentials';
}

/** The temporary token has ended or does not belong to the key. */
export class ExpiredTokenError extends CamsError {
  readonly situation = 'expiredToken';
}

/** This machine's clock is more than 15 minutes off. */
export class ClockError extends CamsError {
  readonly situation = 'clock';
}

/** The key may not do this. */
export class PermissionError extends CamsError {
  readonly situation = 'permission';
  /** The RAM action that is missing, e.g. `cams:ListFlow`. */
  readonly action: string;

  constructor(facts: CamsErrorFacts & { action: string }) {
    super(facts);
    this.action = facts.action;
  }
}

/** The account has not activated Chat App Message Service. */
export class NotSubscribedError extends CamsError {
  readonly situation = 'notSubscribed';
}

/** The space or flow belongs to somebody else. */
export class WrongSpaceError extends CamsError {
  readonly situation = 'wrongSpace';
}

/** Too many calls; retries did not help. */
export class ThrottledError extends CamsError {
  readonly situation = 'throttled';
}

export class NotFoundError extends CamsError {
  readonly situation = 'notFound';
}

/** Why the file store did not take a file: its keys are not taken, do not allow this, or name no place. */
export type UploadRefusal = 'keys' | 'permission' | 'bucket';

/** The file store refused a file that came with the keys CAMS gave for it. Says nothing of the account's own keys. */
export class UploadRefusedError extends ReasonedError<UploadRefusal> {
  readonly situation = 'uploadRefused';
}

/** More than 10 MB, or a pattern for FilePath that cannot name the file. */
export type Unfitness = 'tooLarge' | 'filePath';

/** What was to be sent is not what can be sent; nothing has been changed. */
export class UnfitRequestError extends ReasonedError<Unfitness> {
  readonly situation = 'unfit';
}

/** The service refused or broke for a reason of its own: `code` and `detail` say which. */
export class ServiceError extends CamsError {
  readonly situation = 'service';
}

export type NetworkReason = 'unreachable' | 'timeout' | 'certificate' | 'proxy' | 'interrupted';

/** No answer came, or not from the service. */
export class NetworkError extends ReasonedError<NetworkReason> {
  readonly situation = 'network';
}

export type MalformedReason =
  'html' | 'xml' | 'notJson' | 'tooLarge' | 'redirect' | 'incomplete' | 'noJson' | 'unsafeLink';

/** An answer came that cannot be what was asked for. */
export class MalformedAnswerError extends ReasonedError<MalformedReason> {
  readonly situation = 'malformed';
}

/** Any of the above; the union lets `switch (error.situation)` know the extra fields. */
export type AnyCamsError =
  | CredentialsError
  | ExpiredTokenError
  | ClockError
  | PermissionError
  | NotSubscribedError
  | WrongSpaceError
  | ThrottledError
  | NotFoundError
  | UploadRefusedError
  | UnfitRequestError
  | ServiceError
  | NetworkError
  | MalformedAnswerError;

export function isCamsError(error: unknown): error is AnyCamsError {
  return error instanceof Error && 'situation' in error && 'operation' in error;
}

/**
 * True for a change that failed, or was cancelled, once its request could have left: it may have been carried out all the
 * same. Look at what is there before doing it again. False for a change that was refused or never sent.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof Error && 'outcome' in error && error.outcome === 'unknown';
}

/** The same error, and that nobody knows whether what failed has been done. */
export function withUnknownOutcome<T extends Error>(error: T): T {
  const message = `${error.message} (it is unknown whether it was carried out)`;
  return Object.assign(error, { outcome: 'unknown', message });
}

/** The situation of a CamsError from whichever bundle; undefined for anything else. */
export function situationOf(error: unknown): Situation | undefined {
  return isCamsError(error) ? error.situation : undefined;
}

/** True for a listing's refusal of the page number itself: there is no such page. */
export function isPageRefusal(error: unknown): boolean {
  return (
    isCamsError(error) && ['service', 'notFound'].includes(error.situation) && /Page/i.test(error.code ?? '')
  );
}

const accountSituations: readonly (Situation | undefined)[] = [
  'credentials',
  'expiredToken',
  'clock',
  'permission',
  'notSubscribed',
];

/** True for what concerns the account or the machine and not one flow: asking for the next one would not help. */
export function concernsAccount(situation: Situation | undefined): boolean {
  return accountSituations.includes(situation);
}
