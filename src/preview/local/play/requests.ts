import type * as vscode from 'vscode';
import type { EndpointRequest } from '../../../player/player';
import { isCancelled } from '../../../platform/cancellation';
import type { Log } from '../../../platform/log';
import type { Endpoint, EndpointAnswer, Endpoints, FlowMocks } from '../../ports';
import type { Note } from './details';

export interface RequestsParts {
  readonly uri: vscode.Uri;
  readonly mocks: FlowMocks;
  readonly endpoints: Endpoints;
  readonly log: Log;
  /** What was answered, by whom. */
  readonly tell: (answer: EndpointAnswer, note: Note) => void;
  /** Nobody answers but the person. */
  readonly changed: () => void;
}

/** The request that waits for its answer. */
export interface OpenRequest {
  /** Tells one request from the next. */
  readonly number: number;
  readonly request: EndpointRequest;
  /** Whether the developer's endpoint is being asked. */
  readonly isAsked: boolean;
}

interface Open {
  readonly number: number;
  readonly request: EndpointRequest;
  /** Being asked: the developer's endpoint. */
  readonly asking: AbortController | undefined;
}

/** Answers that follow each other with no person between them: a flow may ask again on every answer, for ever. */
const mostInARow = 20;

/** Who answers what a flow asks: the developer's endpoint, else a rule, else the person. One request at a time. */
export class Requests {
  private current: Open | undefined;
  private count = 0;
  private inARow = 0;
  private readonly end = new AbortController();

  constructor(private readonly parts: RequestsParts) {}

  /** The request that waits. */
  get open(): OpenRequest | undefined {
    const { current } = this;
    return current && { ...current, isAsked: current.asking !== undefined };
  }

  /** A person did something: answers may follow by themselves again. */
  touched(): void {
    this.inARow = 0;
  }

  /** No request waits any more. */
  close(): void {
    this.current?.asking?.abort();
    this.current = undefined;
  }

  /** Stops asking: the person answers. */
  cancel(): void {
    if (this.current?.asking === undefined) return;
    this.current.asking.abort();
    this.current = { ...this.current, asking: undefined };
  }

  /**
   * A request waits; the same one again changes nothing.
   *
   * @param forPerson nobody else is asked: what has been asked once is not asked again by stepping back
   * @returns what a rule answers at once
   */
  wait(request: EndpointRequest, forPerson: boolean): EndpointAnswer | undefined {
    if (this.current?.request === request) return undefined;
    this.close();
    const { uri, endpoints, mocks } = this.parts;
    const isFree = !forPerson && this.inARow < mostInARow;
    const endpoint = isFree ? endpoints.of(uri) : undefined;
    const asking = endpoint && new AbortController();
    this.count += 1;
    this.current = { number: this.count, request, asking };
    this.inARow += 1;
    if (endpoint && asking) void this.ask(endpoint, request, asking.signal);
    return isFree && !endpoint ? mocks.answerTo(request) : undefined;
  }

  /** Tells the endpoint that its answer was of no use; nothing comes of it. */
  notify(about: EndpointRequest): void {
    const { uri, endpoints, log } = this.parts;
    const endpoint = endpoints.of(uri);
    if (endpoint) void answerOf(endpoint, about, this.end.signal, log);
  }

  dispose(): void {
    this.close();
    this.end.abort();
  }

  private async ask(endpoint: Endpoint, request: EndpointRequest, signal: AbortSignal): Promise<void> {
    const { log, tell, changed } = this.parts;
    const start = Date.now();
    const answer = await answerOf(endpoint, request, signal, log);
    // Late: the flow went on without it, or the person answers.
    if (signal.aborted) return;
    const milliseconds = Date.now() - start;
    if (answer === undefined) {
      this.cancel();
      changed();
      return;
    }
    const status = 'answer' in answer ? 200 : (answer.failure.status ?? answer.failure.error);
    log.info(`Local preview: the endpoint answered ${request.action} with ${status} in ${milliseconds} ms`);
    const advice = 'failure' in answer ? answer.advice : undefined;
    tell(answer, { by: 'endpoint', milliseconds, ...(advice && { warnings: [advice] }) });
  }
}

/** Undefined when somebody changed their mind. */
async function answerOf(
  endpoint: Endpoint,
  request: EndpointRequest,
  signal: AbortSignal,
  log: Log,
): Promise<EndpointAnswer | undefined> {
  try {
    return await endpoint.ask(request, signal);
  } catch (error) {
    if (isCancelled(error)) return undefined;
    log.error(
      `Local preview: the endpoint could not be asked: ${error instanceof Error ? error.name : 'unknown'}`,
    );
    return { failure: { error: 'no_http_response_error' } };
  }
}
