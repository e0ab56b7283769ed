import type { Json } from '../../../player/json';
import type { EndpointRequest } from '../../../player/player';

/** Answers that were given in this session, for each kind of request: the newest first. */
export class GivenAnswers {
  private readonly byKind = new Map<string, readonly Json[]>();

  keep({ action, screen = '' }: EndpointRequest, answer: Json): void {
    const kind = JSON.stringify([action, screen]);
    const text = JSON.stringify(answer);
    const others = (this.byKind.get(kind) ?? []).filter((one) => JSON.stringify(one) !== text);
    this.byKind.set(kind, [answer, ...others].slice(0, 5));
  }

  to({ action, screen = '' }: EndpointRequest): readonly Json[] {
    return this.byKind.get(JSON.stringify([action, screen])) ?? [];
  }
}
