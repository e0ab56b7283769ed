import fetch, { type Response } from 'node-fetch';
import { CancelledError } from '../platform/cancellation';
import type { Log } from '../platform/log';
import { isCamsError, MalformedAnswerError, NetworkError, type MalformedReason } from './errors';
import { checkFile, failureOfFile } from './file';
import { isSafeUrl } from './loopback';
import { networkFailure } from './nodeErrors';
import { retryRead } from './retry';
import { Stopwatch, type Patience } from './stopwatch';

const OPERATION = 'download';
const REDIRECTS = [301, 302, 303, 307, 308];
const MOST_REDIRECTS = 5;
/** Of an error page only the beginning is looked at. */
const ERROR_BYTES = 64 * 1024;

export interface DownloadLimits extends Patience {
  readonly bytes: number;
}

/** A flow may have 10 MB; the margin is for another way to count them and another way to write the same JSON. */
const LIMITS: DownloadLimits = { bytes: 11 * 1024 * 1024, silence: 15_000, total: 120_000 };

export interface DownloadOptions {
  /** Whether the link may lead to this machine. */
  readonly loopback: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Downloads a flow's JSON from the file store. The link is a secret and comes from afar: it is followed over
 * https to public hosts only, without any header of CAMS, and never logged. node-fetch runs on Node's http,
 * which VS Code makes obey its proxy and certificate settings; an agent of our own would defeat that.
 */
export class Downloader {
  private readonly limits: DownloadLimits;

  constructor(
    private readonly log: Log,
    private readonly userAgent: string,
    limits: Partial<DownloadLimits>,
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /**
   * The file byte for byte (after HTTP's own compression), proven to be JSON in UTF-8, with or without a byte
   * order mark. Rejects with MalformedAnswerError, NetworkError, ServiceError or CancelledError; an error with
   * HTTP status 403 means that the link is refused or has expired.
   */
  download(link: string, { loopback, signal }: DownloadOptions): Promise<Uint8Array> {
    return retryRead(() => this.attempt(link, loopback, signal), {
      operation: OPERATION,
      signal,
      onRetry: (error) => this.log.debug(`${OPERATION} again after ${error.situation} ${error.code ?? ''}`),
    });
  }

  private async attempt(
    link: string,
    loopback: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Uint8Array> {
    const started = performance.now();
    const tell = (line: string) =>
      this.log.debug(`${OPERATION} ${line} in ${(performance.now() - started).toFixed(0)} ms`);
    const watch = new Stopwatch(this.limits, signal);
    try {
      const response = await this.request(link, loopback, watch);
      if (!response.ok) {
        const { bytes } = await readBody(response, ERROR_BYTES, watch);
        throw failureOfFile(response.status, new TextDecoder().decode(bytes));
      }
      const { bytes, complete } = await readBody(response, this.limits.bytes, watch);
      if (!complete) throw malformed('tooLarge');
      checkFile(bytes);
      tell(`${response.status} ${bytes.length} bytes`);
      return bytes;
    } catch (error) {
      const failure = failureOf(error, watch);
      if (isCamsError(failure))
        tell(`failed: ${failure.situation} ${failure.httpStatus ?? '-'} ${failure.code ?? '-'}`);
      throw failure;
    } finally {
      watch.cut();
    }
  }

  /** Follows redirects by itself: each is counted, and each place is checked like the first. */
  private async request(link: string, loopback: boolean, watch: Stopwatch): Promise<Response> {
    let url = this.check(link, undefined, loopback);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(url, {
        redirect: 'manual',
        headers: { 'user-agent': this.userAgent, accept: 'application/json' },
        signal: watch.signal,
      });
      watch.alive();
      if (!REDIRECTS.includes(response.status)) return response;
      const location = response.headers.get('location');
      if (location === null) break;
      url = this.check(location, url, loopback);
    }
    throw malformed('redirect');
  }

  private check(link: string, base: string | undefined, loopback: boolean): string {
    const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
    if (url && isSafeUrl(url, loopback)) return url.href;
    this.log.warn(`${OPERATION} not followed: ${url ? `${url.protocol}//${url.host}` : 'not a URL'}`);
    throw malformed('unsafeLink');
  }
}

/** At most `limit` bytes of the body, and whether that is all of it. */
async function readBody(
  response: Response,
  limit: number,
  watch: Stopwatch,
): Promise<{ bytes: Uint8Array; complete: boolean }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Buffer>) {
    watch.alive();
    size += chunk.length;
    if (size > limit) return { bytes: Buffer.concat(chunks), complete: false };
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}

/** Texts of Node and node-fetch quote the link: only their codes are passed on. */
function failureOf(error: unknown, watch: Stopwatch): Error {
  if (isCamsError(error)) return error;
  if (watch.reason === 'cancelled') return new CancelledError();
  if (watch.reason === 'timeout')
    return new NetworkError({ operation: OPERATION, code: 'ETIMEDOUT', reason: 'timeout' });
  return new NetworkError({ operation: OPERATION, ...networkFailure(error) });
}

function malformed(reason: MalformedReason): MalformedAnswerError {
  return new MalformedAnswerError({ operation: OPERATION, reason });
}
