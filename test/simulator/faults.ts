import type { RecordedRequest } from './requests';

/** What can go wrong with an answer. The request is recorded all the same. */
export type Fault =
  /** An error body of the gateway, or XML on the file store. */
  | { kind: 'error'; status: number; code: string; message?: string }
  /** A page of a proxy or load balancer instead of an answer. Default: 502. */
  | { kind: 'html'; status?: number }
  /** An XML error as the file store writes them. Default: 403, AccessDenied, application/xml. */
  | { kind: 'xml'; status?: number; code?: string; contentType?: string }
  /** Accepts the request and never answers. With `carriedOut` the operation takes effect all the same. */
  | { kind: 'silence'; carriedOut?: boolean }
  /** Cuts the connection (TCP reset) without an answer. With `carriedOut` the operation takes effect all the same. */
  | { kind: 'reset'; carriedOut?: boolean }
  /** Sends the head and half of the body, then cuts the connection. */
  | { kind: 'truncated' }
  /** The true answer with blanks after it, `bytes` long, without Content-Length. */
  | { kind: 'huge'; bytes: number }
  /** The true answer, a few bytes at a time. */
  | { kind: 'slow'; bytesPerSecond: number }
  /** The true answer, later. */
  | { kind: 'delay'; milliseconds: number }
  /** The true answer, once this has happened. */
  | { kind: 'hold'; until: Promise<unknown> }
  /** Throttling.User and System.LimitControl in turn. */
  | { kind: 'throttling' }
  /** Redirects; without `to` back to the same URL for ever. */
  | { kind: 'redirect'; to?: string; status?: number }
  /** Exactly this. Default: 200, application/json. */
  | { kind: 'body'; body: string | Uint8Array; status?: number; contentType?: string }
  /** The true JSON answer, changed. */
  | { kind: 'change'; change: (body: Record<string, unknown>) => unknown }
  /** The true answer, but its fields have other types: numbers for ids, text for lists, ISO text for times. */
  | { kind: 'wrongTypes' }
  /** Links in the answer have expired already; on the file store and preview site: as if the link had. */
  | { kind: 'expiredLink' }
  /** Refuses the date of the request, as if the caller's clock were wrong. */
  | { kind: 'clock' };

/** Name of an operation, or the whole file store or preview site, or everything. */
export type FaultPlace = 'oss' | 'preview' | '*' | (string & {});

export interface FaultOptions {
  /** How often it strikes; default: until cleared. */
  times?: number;
  /** How many requests to let through before. */
  after?: number;
  /** Only these requests. */
  when?: (request: RecordedRequest) => boolean;
}

export interface OrderedFault {
  readonly place: FaultPlace;
  readonly fault: Fault;
  /** How often it has struck. */
  readonly hits: number;
  clear(): void;
}

interface Order extends OrderedFault {
  hits: number;
  after: number;
  readonly times: number;
  readonly when: (request: RecordedRequest) => boolean;
}

/** Orders for things to go wrong. Of several that fit, the one ordered first strikes. */
export class Faults {
  private orders: Order[] = [];

  order(
    place: FaultPlace,
    fault: Fault,
    { times = Infinity, after = 0, when = () => true }: FaultOptions = {},
  ): OrderedFault {
    const order: Order = {
      place,
      fault,
      times,
      after,
      when,
      hits: 0,
      clear: () => {
        this.orders = this.orders.filter((other) => other !== order);
      },
    };
    this.orders.push(order);
    return order;
  }

  clear(place?: FaultPlace): void {
    this.orders = place === undefined ? [] : this.orders.filter((order) => order.place !== place);
  }

  /** The fault that strikes this request, counted as a hit. */
  take(request: RecordedRequest): { fault: Fault; hit: number } | undefined {
    for (const order of this.orders) {
      const here = order.place === '*' || order.place === request.site || order.place === request.action;
      if (!here || order.hits >= order.times || !order.when(request)) continue;
      if (order.after > 0) {
        order.after--;
        continue;
      }
      order.hits++;
      return { fault: order.fault, hit: order.hits };
    }
    return undefined;
  }
}

/** One fault of every kind, by name, for tests that try all of them against a feature. */
export const everyFault: Readonly<Record<string, Fault>> = {
  'internal error': { kind: 'error', status: 500, code: 'InternalError' },
  unavailable: { kind: 'error', status: 503, code: 'ServiceUnavailable' },
  'unknown error': { kind: 'error', status: 400, code: 'Something.NobodyKnows', message: 'It did not work.' },
  'HTTP 200 with an error code': {
    kind: 'body',
    body: '{"Code":"Flow.SomethingWrong","Message":"It did not work.","RequestId":"0E5F0E5F-0001"}',
  },
  'no permission': { kind: 'error', status: 403, code: 'NoPermission' },
  'not subscribed': { kind: 'error', status: 400, code: 'Product.Unsubscript' },
  'wrong space': { kind: 'error', status: 400, code: 'Unknown.ResourceOwnerId' },
  'unknown key': { kind: 'error', status: 404, code: 'InvalidAccessKeyId.NotFound' },
  'wrong secret': { kind: 'error', status: 400, code: 'SignatureDoesNotMatch' },
  'expired token': { kind: 'error', status: 400, code: 'InvalidSecurityToken.Expired' },
  'wrong clock': { kind: 'clock' },
  throttling: { kind: 'throttling' },
  'HTML page': { kind: 'html' },
  'HTML page with HTTP 200': { kind: 'html', status: 200 },
  'XML error': { kind: 'xml' },
  'XML error that the SDK parses': { kind: 'xml', contentType: 'text/xml;charset=utf-8' },
  silence: { kind: 'silence' },
  reset: { kind: 'reset' },
  'truncated body': { kind: 'truncated' },
  'huge body': { kind: 'huge', bytes: 30_000_000 },
  'slow bytes': { kind: 'slow', bytesPerSecond: 20 },
  'redirect loop': { kind: 'redirect' },
  'redirect elsewhere': { kind: 'redirect', to: 'http://169.254.169.254/latest/meta-data' },
  'empty body': { kind: 'body', body: '' },
  'body null': { kind: 'body', body: 'null' },
  'body array': { kind: 'body', body: '[]' },
  'broken JSON': { kind: 'body', body: '{"Code":"OK","Data":' },
  'no data': { kind: 'body', body: '{"Code":"OK"}' },
  'wrong types': { kind: 'wrongTypes' },
  'expired link': { kind: 'expiredLink' },
};
