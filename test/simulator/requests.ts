export type Site = 'cams' | 'sts' | 'oss' | 'preview';

/** A request as it came in; `status` (none for an answer that is lost), `code` and `took` are set as it is answered. */
export interface RecordedRequest {
  readonly site: Site;
  /** The operation; on the file store and the preview site the HTTP method. */
  readonly action: string;
  /** Query and form parameters together, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly method: string;
  /** Path and query as they were on the wire. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Milliseconds since 1970. */
  readonly at: number;
  accessKeyId?: string;
  status?: number;
  /** `OK`, or the code of the error. */
  code?: string;
  /** Milliseconds from the first byte of the request to the last of the answer. */
  took?: number;
}

export type RequestFilter = { site?: Site; action?: string };

/** Every request since the start, oldest first, and a way to wait for one that is still to come. */
export class Requests {
  readonly all: RecordedRequest[] = [];
  private waiting: { filter: RequestFilter; count: number; done: (request: RecordedRequest) => void }[] = [];

  of(filter: RequestFilter | string): RecordedRequest[] {
    return this.all.filter((request) => matches(request, asFilter(filter)));
  }

  clear(): void {
    this.all.length = 0;
  }

  /** Settles when the `count`th such request counted from now has been answered; never rejects. */
  next(filter: RequestFilter | string, count = 1): Promise<RecordedRequest> {
    return new Promise((done) => this.waiting.push({ filter: asFilter(filter), count, done }));
  }

  record(request: RecordedRequest): void {
    this.all.push(request);
  }

  answered(request: RecordedRequest): void {
    for (const waiter of [...this.waiting]) {
      if (!matches(request, waiter.filter) || --waiter.count > 0) continue;
      this.waiting = this.waiting.filter((other) => other !== waiter);
      waiter.done(request);
    }
  }
}

function asFilter(filter: RequestFilter | string): RequestFilter {
  return typeof filter === 'string' ? { action: filter } : filter;
}

function matches(request: RecordedRequest, { site, action }: RequestFilter): boolean {
  return (site === undefined || site === request.site) && (action === undefined || action === request.action);
}
