import { MalformedAnswerError, NetworkError, ServiceError, type AnyCamsError } from './errors';

const OPERATION = 'download';

/**
 * Throws MalformedAnswerError unless the file is JSON in UTF-8; a byte order mark is allowed. What stores and networks
 * send instead with HTTP 200 is told apart: a web page, an XML error.
 */
export function checkFile(bytes: Uint8Array): void {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // Neither a parser's nor a decoder's text is passed on: they quote the file.
    const start = new TextDecoder().decode(bytes.subarray(0, 2048)).trimStart();
    throw new MalformedAnswerError({
      operation: OPERATION,
      reason: start.startsWith('<') ? markup(start) : 'notJson',
    });
  }
}

/**
 * The error of a download that was refused with an HTTP status, from the beginning of its body. Error texts of
 * the file store quote what was signed: only code and request id are read.
 */
export function failureOfFile(httpStatus: number, body: string): AnyCamsError {
  const { code = `HTTP ${httpStatus}`, requestId } = storeFields(body);
  const about = { operation: OPERATION, httpStatus, code, requestId };
  if (httpStatus === 407) return new NetworkError({ ...about, reason: 'proxy' });
  if (httpStatus >= 500) return new ServiceError(about);
  const isPage = body.trimStart().startsWith('<') && markup(body) === 'html';
  return new MalformedAnswerError({ ...about, reason: isPage ? 'html' : 'xml' });
}

/** What may be read of an error that the file store writes in XML. */
export function storeFields(body: string): { code?: string; requestId?: string } {
  const field = (name: string) => new RegExp(`<${name}>([\\w.-]{1,100})</${name}>`).exec(body)?.[1];
  return { code: field('Code'), requestId: field('RequestId') };
}

export function markup(text: string): 'html' | 'xml' {
  if (/<html|<!doctype html/i.test(text)) return 'html';
  return /<\?xml|<Error\b/.test(text) ? 'xml' : 'html';
}
