import {
  ClockError,
  MalformedAnswerError,
  NetworkError,
  ServiceError,
  ThrottledError,
  UnfitRequestError,
  UploadRefusedError,
  type AnyCamsError,
  type CamsErrorFacts,
} from './errors';
import { markup, storeFields } from './file';

/** The step of an upload that goes to the file store, as errors name it. */
export const UPLOAD = 'upload';

/** Codes of the file store and what they mean, the first match wins. Source: facts 7.2; OSS's list of error codes. */
const MEANINGS: readonly (readonly [RegExp, (facts: CamsErrorFacts) => AnyCamsError])[] = [
  // A temporary key that has ended may show as an unknown one.
  [
    /^(SecurityTokenExpired|InvalidSecurityToken|InvalidAccessKeyId|SignatureDoesNotMatch)/,
    (facts) => new UploadRefusedError({ ...facts, reason: 'keys' }),
  ],
  [/^RequestTimeTooSkewed/, (facts) => new ClockError(facts)],
  [/^EntityTooLarge/, (facts) => new UnfitRequestError({ ...facts, reason: 'tooLarge' })],
  [/^NoSuchBucket|^InvalidBucketName/, (facts) => new UploadRefusedError({ ...facts, reason: 'bucket' })],
  // Less of the file arrived than was sent, or something else.
  [
    /^(BadDigest|InvalidDigest|IncompleteBody|RequestTimeout)$/,
    (facts) => new NetworkError({ ...facts, reason: 'interrupted' }),
  ],
];

/**
 * The error of an upload that the file store, or somebody on the way, did not answer with an empty success. Error
 * texts of the file store quote what was signed: only code and request id are read.
 */
export function failureOfUpload(httpStatus: number, text: string, requestId?: string): AnyCamsError {
  const fields = storeFields(text);
  const about = {
    operation: UPLOAD,
    httpStatus,
    code: fields.code ?? `HTTP ${httpStatus}`,
    requestId: fields.requestId ?? requestId,
  };
  if (httpStatus === 407) return new NetworkError({ ...about, reason: 'proxy' });
  if (httpStatus === 413) return new UnfitRequestError({ ...about, reason: 'tooLarge' });
  if (httpStatus === 429) return new ThrottledError(about);
  const [, make] = MEANINGS.find(([pattern]) => pattern.test(about.code)) ?? [];
  if (make) return make(about);
  if (httpStatus >= 500) return new ServiceError(about);
  if (fields.code === undefined || httpStatus < 400) {
    // A sign-in page of a network, which redirects as well; the file store has no reason to.
    const isPage = (httpStatus >= 300 && httpStatus < 400) || markup(text) === 'html';
    return new MalformedAnswerError({ ...about, reason: isPage ? 'html' : 'xml' });
  }
  return httpStatus === 403
    ? new UploadRefusedError({ ...about, reason: 'permission' })
    : new ServiceError(about);
}
