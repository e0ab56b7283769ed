import type { Accounts } from '../accounts/accounts';
import type { Flows } from './flows';

interface LifecycleParts {
  readonly accounts: Pick<Accounts, 'call'>;
  readonly flows: Flows;
}

/** Creates, changes and ends flows. The stores learn of it, so that everybody sees it. */
export class Lifecycle {
  constructor(private readonly parts: LifecycleParts) {}

  get flows(): Flows {
    return this.parts.flows;
  }
}
