import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fetch, { type Response } from 'node-fetch';
import { CancelledError, throwIfCancelled } from '../platform/cancellation';
import type { Log } from '../platform/log';
import { isCamsError, NetworkError } from './errors';
import { networkFailure } from './nodeErrors';
import { failureOfUpload, UPLOAD } from './ossFailures';
import { signHeaders } from './ossSignature';
import { retryRead } from './retry';
import { Stopwatch, type Patience } from './stopwatch';
import type { StoreObject } from './storeObject';
import type { Credential } from './types';

/** 10 MB take five minutes at 35 KB a second. */
const PATIENCE: Patience = { silence: 30_000, total: 300_000 };

/** How much is handed to the connection at a time, each a sign of life: it waits while the network is busy. */
const PIECE = 64 * 1024;

/** Of what the file store says only the beginning is looked at. */
const ANSWER_BYTES = 64 * 1024;

/**
 * Puts files into the file store with one request each. As for downloads, node-fetch runs on Node's http without
 * an agent, so that VS Code's proxy and certificate settings hold. Neither key nor place of a file is logged.
 */
export class Uploader {
  private readonly patience: Patience;

  constructor(
    private readonly log: Log,
    private readonly userAgent: string,
    patience: Partial<Patience>,
  ) {
    this.patience = { ...PATIENCE, ...patience };
  }

  /**
   * Settles when the file store has taken the file. What was cut off is repeated: the same bytes under the same
   * name do no harm. Rejects with UploadRefusedError, UnfitRequestError, ClockError, NetworkError, ServiceError,
   * ThrottledError, MalformedAnswerError or CancelledError.
   */
  put(object: StoreObject, credential: Credential, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
    const md5 = createHash('md5').update(bytes).digest('base64');
    return retryRead(() => this.attempt(object, credential, bytes, md5, signal), {
      operation: UPLOAD,
      signal,
      onRetry: (error) => this.log.debug(`${UPLOAD} again after ${error.situation} ${error.code ?? ''}`),
    });
  }

  private async attempt(
    { bucket, key, region, url }: StoreObject,
    credential: Credential,
    bytes: Uint8Array,
    md5: string,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    throwIfCancelled(signal);
    const started = performance.now();
    const tell = (line: string) =>
      this.log.debug(`${UPLOAD} ${line} in ${(performance.now() - started).toFixed(0)} ms`);
    const headers = signHeaders(
      // With the checksum the file store refuses what was damaged on its way.
      { method: 'PUT', bucket, key, headers: { 'content-type': 'application/json', 'content-md5': md5 } },
      credential,
      region,
      new Date(),
    );
    const watch = new Stopwatch(this.patience, signal);
    try {
      const response = await fetch(url, {
        method: 'PUT',
        // A redirect would carry the keys to another place.
        redirect: 'manual',
        headers: { ...headers, 'content-length': String(bytes.length), 'user-agent': this.userAgent },
        body: Readable.from(pieces(bytes, watch), { objectMode: false }),
        signal: watch.signal,
      });
      watch.alive();
      const text = await beginning(response, watch);
      const requestId = response.headers.get('x-oss-request-id') ?? undefined;
      // The answer to a file that was taken is empty; pages of networks come with HTTP 200 too.
      if (!response.ok || text.trimStart().startsWith('<')) {
        throw failureOfUpload(response.status, text, requestId);
      }
      tell(`${response.status} ${bytes.length} bytes, request id ${requestId ?? '-'}`);
    } catch (error) {
      const failure = failureOf(error, watch);
      if (isCamsError(failure)) {
        const { situation, httpStatus = '-', code = '-', requestId = '-' } = failure;
        tell(`failed: ${situation} ${httpStatus} ${code} request id ${requestId}`);
      }
      throw failure;
    } finally {
      watch.cut();
    }
  }
}

function* pieces(bytes: Uint8Array, watch: Stopwatch): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) {
    watch.alive();
    yield bytes.subarray(at, at + PIECE);
  }
}

async function beginning(response: Response, watch: Stopwatch): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Buffer>) {
    watch.alive();
    chunks.push(chunk);
    size += chunk.length;
    if (size > ANSWER_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
}

/** Texts of Node and node-fetch quote the place: only their codes are passed on. */
function failureOf(error: unknown, watch: Stopwatch): Error {
  if (isCamsError(error)) return error;
  if (watch.reason === 'cancelled') return new CancelledError();
  if (watch.reason === 'timeout')
    return new NetworkError({ operation: UPLOAD, code: 'ETIMEDOUT', reason: 'timeout' });
  return new NetworkError({ operation: UPLOAD, ...networkFailure(error) });
}
