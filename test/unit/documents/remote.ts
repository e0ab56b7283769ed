import type { Cams } from '../../../src/cams/cams';
import { MalformedAnswerError } from '../../../src/cams/errors';
import type { CallOptions, OneFlow, Receipt, Session } from '../../../src/cams/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { bytesOf, textOf } from './bytes';

export type Step = 'store' | 'look' | 'update';

/** One flow on CAMS, and a person elsewhere who may change it at any moment. */
export class Remote {
  /** Calls in the order in which they were made. */
  readonly steps: Step[] = [];
  /** Undefined for a flow without JSON. */
  text: string | undefined;
  /** Every text that the flow has had. */
  readonly past: string[];
  /** Runs before a call is answered; may throw, wait, or change the flow. */
  meanwhile: (step: Step, signal: AbortSignal | undefined, onSent: CallOptions['onSent']) => unknown = () =>
    undefined;
  /** Runs when a change is carried out, before its answer: may throw. */
  answering: () => Receipt | Promise<Receipt> = () => ({ requestId: 'R-update' });
  /** What CAMS makes of a text that it is given. */
  spell: (text: string) => string = (text) => text;
  private readonly stored = new Map<string, string>();

  constructor(first = '{"version":"7.3","n":1}') {
    this.text = first;
    this.past = [first];
  }

  get updates(): number {
    return this.steps.filter((step) => step === 'update').length;
  }

  put(text: string): void {
    this.text = text;
    this.past.push(text);
  }

  /** The part of Cams that reads and writes it. */
  readonly service = {
    getFlowJson: async (_session: Session, _flow: OneFlow, options?: CallOptions) => {
      await this.step('look', options?.signal, options?.onSent);
      if (this.text === undefined) {
        throw new MalformedAnswerError({ operation: 'GetFlowJSONAssest', reason: 'noJson' });
      }
      return { bytes: bytesOf(this.text) };
    },
    storeFlowJson: async (_session: Session, { bytes }: { bytes: Uint8Array }, options?: CallOptions) => {
      await this.step('store', options?.signal);
      const path = `https://files.example/${this.stored.size}.json`;
      this.stored.set(path, textOf(bytes));
      return path;
    },
    updateFlowJson: async (session: Session, { filePath }: { filePath: string }, options?: CallOptions) => {
      await session.credential(options?.signal);
      await this.step('update', options?.signal);
      this.put(this.spell(this.stored.get(filePath)!));
      return this.answering();
    },
  } as unknown as Cams;

  private async step(
    step: Step,
    signal: AbortSignal | undefined,
    onSent?: CallOptions['onSent'],
  ): Promise<void> {
    this.steps.push(step);
    const cancelled = new Promise<never>((_, reject) => {
      if (signal?.aborted) reject(new CancelledError());
      signal?.addEventListener('abort', () => reject(new CancelledError()));
    });
    cancelled.catch(() => undefined);
    await Promise.race([Promise.resolve(this.meanwhile(step, signal, onSent)), cancelled]);
  }
}
