import { errorForCode } from './codes';
import {
  CredentialsError,
  MalformedAnswerError,
  NetworkError,
  ServiceError,
  type AnyCamsError,
} from './errors';
import { networkFailure } from './nodeErrors';
import { isJson, readText, type Json } from './reading';

/** What is known of a call when it fails. */
export interface CallFacts {
  /** The operation as the service spells it. */
  readonly operation: string;
  /** RAM code of the service: `cams`, `sts`. */
  readonly product: string;
  /** Removes the secrets of this call from a text. */
  readonly redact: (text: string) => string;
  /** Status and headers of the answer, if one began. */
  readonly httpStatus?: number;
  readonly contentType?: string;
  readonly requestId?: string;
}

const LONGEST_DETAIL = 300;

/** The error of an answer whose body is JSON but does not say OK. */
export function failureOfBody(body: Json, facts: CallFacts): AnyCamsError {
  const code = word(body.Code ?? body.code);
  const about = {
    operation: facts.operation,
    code,
    httpStatus: facts.httpStatus,
    requestId: word(body.RequestId ?? body.requestId) ?? facts.requestId,
    detail: sentence(body.Message ?? body.message, facts.redact),
  };
  if (facts.httpStatus === 407) return new NetworkError({ ...about, reason: 'proxy' });
  if (code === undefined && isSuccess(facts.httpStatus)) {
    return new MalformedAnswerError({ ...about, reason: 'incomplete' });
  }
  return errorForCode({ ...about, action: missingAction(body, facts) });
}

/** The error of an answer whose body is not a JSON object: a page of a proxy, a broken text, nothing at all. */
export function failureOfText(text: string | undefined, facts: CallFacts): AnyCamsError {
  const { operation, httpStatus, contentType = '', requestId } = facts;
  const code = httpStatus === undefined || isSuccess(httpStatus) ? undefined : `HTTP ${httpStatus}`;
  const about = { operation, code, httpStatus, requestId };
  if (httpStatus === 407) return new NetworkError({ ...about, reason: 'proxy' });
  // A gateway on the way is down: the same for a person, and as likely to pass, as an error of the service.
  if (httpStatus !== undefined && httpStatus >= 500) return new ServiceError(about);
  if (/xml/i.test(contentType) || text?.trimStart().startsWith('<?xml')) {
    return new MalformedAnswerError({ ...about, reason: 'xml' });
  }
  // CAMS never redirects; sign-in pages of networks do.
  const isPage = /html/i.test(contentType) || text?.trimStart().startsWith('<') || isRedirect(httpStatus);
  return new MalformedAnswerError({ ...about, reason: isPage ? 'html' : 'incomplete' });
}

/**
 * The error for whatever the SDK or Node threw (facts 5.5). Their texts quote URLs, parameters and pages, so
 * none of them is passed on; only what the service itself said in the body is, without its secrets.
 */
export function failureOfThrown(error: unknown, facts: CallFacts): AnyCamsError {
  const data: unknown = error instanceof Error && 'data' in error ? error.data : undefined;
  if (isJson(data)) {
    return failureOfBody(data, { ...facts, httpStatus: facts.httpStatus ?? Number(data.statusCode) });
  }
  const network = networkFailure(error);
  // Only keys bring foreign characters into our headers.
  if (network.code === 'ERR_INVALID_CHAR')
    return new CredentialsError({ operation: facts.operation, code: network.code });
  if (facts.httpStatus !== undefined && network.code === undefined) {
    return failureOfText(error instanceof SyntaxError ? pageStart(error) : undefined, facts);
  }
  return new NetworkError({ operation: facts.operation, httpStatus: facts.httpStatus, ...network });
}

/** The SDK parses every error body as JSON; all that is left of a page is the sign its parser stumbled on. */
function pageStart(error: SyntaxError): string {
  return /token '?</.test(error.message) ? '<' : '';
}

function missingAction(body: Json, { product, operation }: CallFacts): string {
  let detail = body.AccessDeniedDetail;
  if (typeof detail === 'string' && detail.startsWith('{')) {
    try {
      detail = JSON.parse(detail) as unknown;
    } catch {
      // Not the object it looked like: the operation's name says the action as well.
    }
  }
  return (isJson(detail) ? word(detail.AuthAction) : undefined) ?? `${product}:${operation}`;
}

/** A code, an action or an id: the SDK writes absent ones as "undefined". */
function word(value: unknown): string | undefined {
  const text = readText(value);
  return text === undefined || ['undefined', 'null', 'None'].includes(text) ? undefined : text.slice(0, 100);
}

function sentence(value: unknown, redact: (text: string) => string): string | undefined {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
  if (['', 'undefined', 'null', 'None', '无'].includes(text)) return undefined;
  const clean = redact(text);
  return clean.length > LONGEST_DETAIL ? `${clean.slice(0, LONGEST_DETAIL)}…` : clean;
}

function isSuccess(httpStatus: number | undefined): boolean {
  return httpStatus !== undefined && httpStatus >= 200 && httpStatus < 300;
}

function isRedirect(httpStatus: number | undefined): boolean {
  return httpStatus !== undefined && httpStatus >= 300 && httpStatus < 400;
}
