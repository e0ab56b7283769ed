import type { Accounts } from '../../accounts/accounts';
import type { KeptVersions } from '../history/history';
import type { Log } from '../../platform/log';
import type { Writer, Written } from './writing';

interface WriterParts {
  readonly accounts: Pick<Accounts, 'call'>;
  readonly history: KeptVersions;
  readonly log: Log;
}

export class FlowWriter implements Writer {
  constructor(private readonly parts: WriterParts) {}

  write(): Promise<Written> {
    this.parts.log.debug('not built');
    return Promise.reject(new Error('not built'));
  }
}
