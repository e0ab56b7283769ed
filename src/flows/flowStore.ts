import type { CallOptions } from '../cams/types';
import type { FlowsParts } from './flows';
import type { Flow, SpaceRef } from './types';

/** The flows of one space: their only owner. */
export class FlowStore {
  constructor(
    readonly space: SpaceRef,
    private readonly parts: FlowsParts,
  ) {}

  /** The flows that the list shows: listed by CAMS or added by ID. */
  get flows(): readonly Flow[] {
    return [];
  }

  get(_flowId: string): Flow | undefined {
    return undefined;
  }

  /** Reads the cache once; never rejects. */
  load(): Promise<void> {
    return Promise.resolve();
  }

  /** Lists all flows anew, page by page; resolves when the listing is complete. */
  refresh(_options?: CallOptions): Promise<void> {
    return Promise.reject(new Error(`not built yet: ${this.parts.folder.toString()}`));
  }

  read(_flowId: string, _options?: CallOptions): Promise<Flow> {
    return Promise.reject(new Error('not built yet'));
  }

  /** Shows a flow that the listing does not show, until `forget`. */
  add(_flow: Flow): void {
    return;
  }

  forget(_flowId: string): void {
    return;
  }
}
