import {
  ClockError,
  CredentialsError,
  ExpiredTokenError,
  NotFoundError,
  NotSubscribedError,
  PermissionError,
  ServiceError,
  ThrottledError,
  WrongSpaceError,
  type AnyCamsError,
  type CamsErrorFacts,
} from './errors';

/**
 * Codes and what they mean, the first match wins. By code and not by HTTP status: the documentation contradicts
 * itself about the status (facts 6.2). Sources: facts, sections 2, 6.2 and 6.3.
 */
const MEANINGS: readonly (readonly [RegExp, (facts: CamsErrorFacts & { action: string }) => AnyCamsError])[] =
  [
    [/^Throttling|^System\.LimitControl$/, (facts) => new ThrottledError(facts)],
    [/SecurityToken/, (facts) => new ExpiredTokenError(facts)],
    // The texts of these two quote the request that was signed: not for showing.
    [
      /^(SignatureDoesNotMatch|IncompleteSignature)/,
      (facts) => new CredentialsError({ ...facts, detail: undefined }),
    ],
    [/^(InvalidAccessKeyId|MissingAccessKeyId)/, (facts) => new CredentialsError(facts)],
    [/Time-?[Ss]tamp/i, (facts) => new ClockError(facts)],
    [
      /^(NoPermission|Forbidden|Ram\.PermissionDeny|Authentication\.NoAuth|AccessDenied)/,
      (facts) => new PermissionError(facts),
    ],
    [/^Product\.Unsubscript/, (facts) => new NotSubscribedError(facts)],
    [/^Unknown\.ResourceOwnerId/, (facts) => new WrongSpaceError(facts)],
    // About the request, not about the flow.
    [
      /^Invalid(Api|Action|Product|Version)\b|^NoSuchVersion|^EntityNotExist/,
      (facts) => new ServiceError(facts),
    ],
    // No code for an unknown flow is documented; these are the words that any service uses.
    [/NotFound|NotExist|NoSuch/i, (facts) => new NotFoundError(facts)],
  ];

/** The error class for the service's own code; ServiceError for a code that nobody has documented. */
export function errorForCode(facts: CamsErrorFacts & { action: string }): AnyCamsError {
  const code = facts.code ?? '';
  const [, make] = MEANINGS.find(([pattern]) => pattern.test(code)) ?? [];
  if (make) return make(facts);
  return facts.httpStatus === 429 ? new ThrottledError(facts) : new ServiceError(facts);
}
