import type { Accounts } from '../accounts/accounts';
import type { CallOptions } from '../cams/types';
import type { Flows } from '../flows/flows';
import type { FlowRef } from '../flows/types';
import { DisposableStore } from '../platform/disposable';
import type { Log } from '../platform/log';

export class Documents extends DisposableStore {
  constructor(private readonly parts: { accounts: Accounts; flows: Flows; log: Log }) {
    super();
  }

  open(_ref: FlowRef, _signal?: AbortSignal): Promise<void> {
    return Promise.reject(new Error('not built yet'));
  }

  async text(ref: FlowRef, options?: CallOptions): Promise<Uint8Array> {
    const request = { flowId: ref.flowId, custSpaceId: ref.spaceId || undefined };
    const asset = await this.parts.accounts.call(ref.accountId, (cams, session) =>
      cams.getFlowJson(session, request, options),
    );
    return asset.bytes;
  }
}
