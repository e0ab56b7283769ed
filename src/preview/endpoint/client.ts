import type { KeyObject } from 'node:crypto';
import { shortened } from '../../flowjson/message';
import type { Log } from '../../platform/log';
import type { EndpointAnswer } from '../ports';
import { seal, signatureOf, withTokenSignature } from './crypto';
import { NoReply, post, type Reply } from './post';
import { answerOf, noAnswer } from './replies';

/** An endpoint and what is needed to talk to it. */
export interface Target {
  /** With its query. */
  readonly url: string;
  readonly publicKey: KeyObject;
  readonly appSecret?: string;
}

/** Anything that an endpoint is asked, before encryption. */
export interface Payload {
  readonly version: string;
  readonly action: string;
  readonly screen?: string;
  readonly flow_token?: string;
}

/** How a request is spoilt, to see whether the endpoint notices. */
export interface Spoilt {
  /** What becomes of the body, before it is signed. */
  readonly body?: (body: string) => string;
  readonly appSecret?: string;
}

/** What was answered, and the answer as it came where there is one. */
export type Asked = EndpointAnswer & { readonly reply?: Reply; readonly milliseconds: number };

/** Asks endpoints as WhatsApp's client does. Logs what is asked and what comes of it, never what is in it. */
export class EndpointClient {
  constructor(private readonly log: Log) {}

  /** `again` gives the keys as they are now, after the endpoint could not decrypt. Rejects with CancelledError only. */
  async ask(
    target: Target,
    payload: Payload,
    signal: AbortSignal,
    again: () => Promise<Target | undefined>,
  ): Promise<Asked> {
    const first = await this.once(target, payload, signal);
    if (first.reply?.status !== 421) return first;
    const fresh = await again();
    return fresh === undefined ? first : this.once(fresh, payload, signal);
  }

  /** Asks a single time; rejects with CancelledError only. */
  async once(
    { url, publicKey, appSecret }: Target,
    payload: Payload,
    signal: AbortSignal,
    spoilt: Spoilt = {},
  ): Promise<Asked> {
    const sealed = seal(withTokenSignature(payload, appSecret), publicKey);
    const body = spoilt.body?.(sealed.body) ?? sealed.body;
    const headers: Record<string, string> =
      appSecret === undefined
        ? {}
        : { 'x-hub-signature-256': signatureOf(body, spoilt.appSecret ?? appSecret) };
    try {
      const reply = await post(url, body, headers, signal);
      const { status, milliseconds } = reply;
      this.tell(payload, `${status} in ${milliseconds} ms`);
      return { ...answerOf(reply, sealed, appSecret !== undefined), reply, milliseconds };
    } catch (error) {
      if (!(error instanceof NoReply)) throw error;
      const { reason, code, milliseconds } = error;
      this.tell(payload, `failed: ${reason} ${code ?? '-'} in ${milliseconds} ms`);
      return { ...noAnswer(error, new URL(url).host), milliseconds };
    }
  }

  private tell({ action, screen }: Payload, line: string): void {
    const about = screen === undefined ? action : `${action} ${JSON.stringify(shortened(screen))}`;
    this.log.debug(`endpoint ${about} ${line}`);
  }
}
