import OpenApi, { Config, OpenApiRequest, Params } from '@alicloud/openapi-client';
import { randomBytes } from 'node:crypto';
import { CancelledError, throwIfCancelled } from '../platform/cancellation';
import { CredentialsError, isCamsError, MalformedAnswerError, NetworkError } from './errors';
import { failureOfBody, failureOfText, failureOfThrown, type CallFacts } from './failures';
import { isLoopback } from './loopback';
import { watchOutgoing } from './outgoing';
import { isJson, parseJson, readText, type Json } from './reading';
import { redactorFor } from './secrets';
import { Stopwatch } from './stopwatch';
import type { Credential } from './types';

/** One request to an RPC-style service of Alibaba Cloud. */
export interface ApiCall {
  /** As in Session.endpoint. */
  readonly endpoint: string;
  readonly credential: Credential;
  /** RAM code of the service, for naming the missing action. */
  readonly product: 'cams' | 'sts';
  readonly version: string;
  readonly operation: string;
  /** Undefined ones are left out; an empty string is sent. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly onSent?: () => void;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: Json;
  readonly requestId?: string;
  /** Removes the secrets of this call from what the service said. */
  readonly redact: (text: string) => string;
}

export interface TransportOptions {
  readonly userAgent: string;
  /** Milliseconds that one request may take. */
  readonly timeLimit: number;
}

/** The largest honest answer is a page of flows: some ten thousand. */
const MOST_CHARACTERS = 16 * 1024 * 1024;

/** The SDK's own timers must not strike before ours: their texts blame the wrong thing. */
const SDK_SLACK = 10_000;

/**
 * Sends requests with the official SDK, which signs them (ACS3-HMAC-SHA256; a new date and nonce each time).
 *
 * Parameters travel in the query. Flow operations took them in the form body up to SDK 3.0 and in the query
 * since 3.1; all other operations always in the query (facts, section 2). So the query is what the service
 * accepts for everything today, and the gateway merges both anyhow.
 *
 * The SDK's HTTP layer, httpx, always passes an agent of its own with keepAlive and no proxy. VS Code replaces
 * it with a proxy-aware one when http.proxySupport is 'override' (the default) or 'fallback'; with 'on' VS Code
 * respects a given agent and these requests go direct. Passing yet another agent would not help: the SDK
 * cannot be told to pass none. On kept connections (no VS Code, or proxySupport off) a socket that the server
 * has just closed shows as 'interrupted', which reads repeat.
 */
export class Transport {
  constructor(private readonly options: TransportOptions) {}

  /**
   * Rejects with a CamsError when the service does not answer HTTP 2xx with a JSON object, and with
   * CancelledError at once when the signal aborts; the connection is ended then. `Code` is not looked at.
   */
  async send(call: ApiCall): Promise<ApiAnswer> {
    throwIfCancelled(call.signal);
    const endpoint = safeEndpoint(call);
    if (!call.credential.accessKeyId || !call.credential.accessKeySecret) {
      throw new CredentialsError({ operation: call.operation, code: 'MissingAccessKeyId' });
    }
    const facts: Mutable<CallFacts> = {
      operation: call.operation,
      product: call.product,
      redact: redactorFor(secretsOf(call.credential), call.parameters),
    };
    const { timeLimit } = this.options;
    const watch = new Stopwatch({ silence: timeLimit, total: timeLimit }, call.signal);
    const nonce = randomBytes(16).toString('hex');
    const forget = watchOutgoing(nonce, {
      started: (request) => {
        if (watch.signal.aborted) request.destroy();
        watch.signal.addEventListener('abort', () => request.destroy(), { once: true });
        if (call.onSent) request.once('finish', call.onSent);
      },
      answered: ({ statusCode, headers }) => {
        facts.httpStatus = statusCode;
        facts.contentType = headers['content-type'];
        facts.requestId = readText(headers['x-acs-request-id']);
      },
    });
    // The SDK cannot be cancelled: it is left behind then, and fails by itself once its request is destroyed.
    const sdk = this.callSdk(call, endpoint, nonce).finally(forget);
    try {
      const { statusCode, body } = await Promise.race([sdk, aborted(watch.signal)]);
      return readAnswer(body, { ...facts, httpStatus: statusCode });
    } catch (error) {
      if (watch.reason === 'cancelled') throw new CancelledError();
      if (watch.reason === 'timeout') {
        throw new NetworkError({ operation: call.operation, code: 'ETIMEDOUT', reason: 'timeout' });
      }
      throw isCamsError(error) ? error : failureOfThrown(error, facts);
    } finally {
      watch.stop();
    }
  }

  private async callSdk(
    { credential, operation, version, parameters }: ApiCall,
    { protocol, host }: URL,
    nonce: string,
  ): Promise<SdkAnswer> {
    const limit = this.options.timeLimit + SDK_SLACK;
    const client = new OpenApi(
      new Config({
        credential: sdkCredential(credential),
        endpoint: host,
        userAgent: this.options.userAgent,
        readTimeout: limit,
        connectTimeout: limit,
      }),
    );
    const params = new Params({
      action: operation,
      version,
      protocol: protocol.slice(0, -1),
      pathname: '/',
      method: 'POST',
      authType: 'AK',
      style: 'RPC',
      reqBodyType: 'formData',
      // Not 'json': the text is needed for ids that come as bare numbers.
      bodyType: 'string',
    });
    const query = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined));
    const request = new OpenApiRequest({ query, headers: { 'x-acs-signature-nonce': nonce } });
    return (await client.callApi(params, request, SDK_OPTIONS as SdkOptions)) as unknown as SdkAnswer;
  }
}

/**
 * The keys as the SDK asks for them. Given as an object, so that @alicloud/credentials is never reached: it reads files
 * and environments of its own, quotes them in its errors (facts 8.1), and is most of the SDK's weight.
 */
function sdkCredential({ accessKeyId, accessKeySecret, securityToken }: Credential): SdkCredential {
  const type = securityToken ? 'sts' : 'access_key';
  const keys = { accessKeyId, accessKeySecret, securityToken, type };
  return { getCredential: () => Promise.resolve(keys) } as unknown as SdkCredential;
}

type SdkCredential = NonNullable<Config['credential']>;

type Mutable<T> = { -readonly [name in keyof T]: T[name] };

/** None are needed, and the SDK's class for them adds nothing to an empty object. */
const SDK_OPTIONS: unknown = {};

type SdkOptions = Parameters<OpenApi['callApi']>[2];

interface SdkAnswer {
  readonly statusCode: number;
  readonly body: string;
}

/** Signed requests go over TLS; plain HTTP never leaves this machine. */
function safeEndpoint({ endpoint, operation }: Pick<ApiCall, 'endpoint' | 'operation'>): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url))) return url;
  throw new MalformedAnswerError({ operation, reason: 'unsafeLink', detail: 'the endpoint is not https' });
}

function readAnswer(text: string, facts: CallFacts): ApiAnswer {
  const { operation, httpStatus = 0, requestId } = facts;
  if (text.length > MOST_CHARACTERS) {
    throw new MalformedAnswerError({ operation, httpStatus, requestId, reason: 'tooLarge' });
  }
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    // Told apart below, with other texts that are no JSON object.
  }
  if (!isJson(body)) throw failureOfText(text, facts);
  if (httpStatus >= 300) throw failureOfBody(body, facts);
  return { status: httpStatus, body, requestId: readText(body.RequestId) ?? requestId, redact: facts.redact };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new CancelledError()), { once: true });
  });
}

function secretsOf({ accessKeySecret, securityToken }: Credential): (string | undefined)[] {
  return [accessKeySecret, securityToken];
}
