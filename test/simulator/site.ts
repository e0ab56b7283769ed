import type http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Answer, Refusal, html, xml } from './answers';
import { deliver } from './deliver';
import type { Fault } from './faults';
import { listen, type Listener } from './listen';
import type { RecordedRequest, Site } from './requests';
import type { World } from './world';

/** One request as a site sees it. */
export interface Call {
  readonly request: RecordedRequest;
  readonly url: URL;
  readonly body: Buffer;
  /** A fault: links in the answer, or the link that was followed, have expired. */
  readonly expiredLinks: boolean;
}

export interface SiteParts {
  readonly name: Site;
  /** How a request is named in the record. */
  action(message: http.IncomingMessage, parameters: Record<string, string>): string;
  answer(call: Call): Answer | Promise<Answer>;
  /** An error in this site's own form. */
  refuse(refusal: Refusal, call: Call): Answer;
}

/** A server that records every request, lets faults strike, and never dies of a request. */
export async function openSite(
  world: World,
  host: string,
  port: number,
  parts: SiteParts,
): Promise<Listener> {
  return listen(host, port, (message, response) => {
    // The other side may go away at any moment; that is no business of the simulator.
    handle(world, parts, message, response).catch(() => response.destroy());
  });
}

async function handle(
  world: World,
  parts: SiteParts,
  message: http.IncomingMessage,
  response: http.ServerResponse,
): Promise<void> {
  const started = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = new URL(message.url ?? '/', `http://${message.headers.host ?? 'localhost'}`);
  const parameters = Object.fromEntries([...url.searchParams, ...formOf(message, body)]);
  const request: RecordedRequest = {
    site: parts.name,
    action: parts.action(message, parameters),
    parameters,
    method: message.method ?? '',
    url: message.url ?? '',
    headers: message.headers,
    at: Date.now(),
  };
  world.requests.record(request);

  await world.secondWriter.reach(request, 'before');
  const struck = world.faults.take(request);
  const call: Call = { request, url, body, expiredLinks: struck?.fault.kind === 'expiredLink' };
  const answer = await answerOf(world, parts, call, struck?.fault);
  request.code = answer.code;
  await world.secondWriter.reach(request, 'after');
  if (world.behaviour.latency > 0) await wait(world.behaviour.latency);
  const lost = struck?.fault.kind === 'silence' || struck?.fault.kind === 'reset';
  if (!lost) request.status = answer.status;
  await deliver(response, answer, struck?.fault);
  request.took = performance.now() - started;
  world.requests.answered(request);
}

async function answerOf(
  world: World,
  parts: SiteParts,
  call: Call,
  fault: Fault | undefined,
): Promise<Answer> {
  const ordered = fault && orderedAnswer(world, parts, call, fault);
  if (ordered) return ordered;
  try {
    return await parts.answer(call);
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'InternalError', String(error));
    return parts.refuse(refusal, call);
  }
}

/** The answer of a fault that keeps the request from being carried out at all. */
function orderedAnswer(world: World, parts: SiteParts, call: Call, fault: Fault): Answer | undefined {
  const refuse = (status: number, code: string, message?: string) =>
    parts.refuse(new Refusal(status, code, message), call);
  switch (fault.kind) {
    case 'error':
      return refuse(fault.status, fault.code, fault.message);
    case 'throttling':
      return refuse(400, world.quota.nextCode());
    case 'clock':
      return refuse(
        call.request.site === 'oss' ? 403 : 400,
        call.request.site === 'oss' ? 'RequestTimeTooSkewed' : 'InvalidTimeStamp.Expired',
      );
    case 'html':
      return html(fault.status ?? 502, PROXY_PAGE);
    case 'xml':
      return xml(
        fault.status ?? 403,
        fault.code ?? 'AccessDenied',
        'You have no right to access this object.',
        fault.contentType,
      );
    case 'redirect':
      return {
        ...html(fault.status ?? 302, ''),
        headers: { location: fault.to ?? new URL(call.request.url, call.url).href },
      };
    case 'body':
      return {
        status: fault.status ?? 200,
        contentType: fault.contentType ?? 'application/json',
        body: fault.body,
      };
    case 'silence':
    case 'reset':
      return fault.carriedOut ? undefined : html(200, '');
    default:
      return undefined;
  }
}

const PROXY_PAGE = `<html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>loopback proxy</center></body></html>
`;

function formOf(message: http.IncomingMessage, body: Buffer): Iterable<[string, string]> {
  const type = message.headers['content-type'] ?? '';
  return type.startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(body.toString('utf8'))
    : [];
}
