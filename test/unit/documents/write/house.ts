import * as vscode from 'vscode';
import type { Accounts } from '../../../../src/accounts/accounts';
import type { Cams } from '../../../../src/cams/cams';
import type { Session } from '../../../../src/cams/types';
import type { KeptVersions, Origin } from '../../../../src/documents/history/history';
import { Journal } from '../../../../src/documents/write/journal';
import { FlowWriter } from '../../../../src/documents/write/flowWriter';
import type { FlowRef } from '../../../../src/flows/types';
import { CancelledError } from '../../../../src/platform/cancellation';
import { silentLog } from '../../../../src/platform/log';
import { memoryFiles } from '../memoryFiles';
import { textOf } from '../bytes';
import { Remote } from '../remote';

export const ref: FlowRef = { accountId: 'a1', spaceId: 's1', flowId: '42' };

/** A writer over a flow on CAMS, an account, a history and a disk that the test plays. */
export function house(remote = new Remote()) {
  const disk = memoryFiles();
  const settings: Record<string, string> = {};
  Object.assign(vscode.workspace, {
    getConfiguration: (section: string) => ({
      get: (key: string, otherwise: unknown) => settings[`${section}.${key}`] ?? otherwise,
      inspect: (key: string) => ({ globalValue: settings[`${section}.${key}`] }),
    }),
  });
  const account = { changes: 0, failures: [] as unknown[] };
  const session = {
    accountId: 'a1',
    endpoint: 'https://cams.example',
    credential: async () => ({ accessKeyId: 'id', accessKeySecret: 'secret' }),
  } as Session;
  const accounts: Pick<Accounts, 'call'> = {
    call: async <T>(_id: string, operation: (cams: Cams, session: Session) => Promise<T>) => {
      const before = account.changes;
      const settled = await Promise.allSettled([operation(remote.service, session)]);
      if (before !== account.changes) throw new CancelledError();
      if (settled[0].status === 'rejected') {
        account.failures.push(settled[0].reason);
        throw settled[0].reason;
      }
      return settled[0].value;
    },
  };
  const kept: { text: string; origin: Origin }[] = [];
  const history = {
    keep: async (_ref: FlowRef, bytes: Uint8Array, origin: Origin) => {
      kept.push({ text: textOf(bytes), origin });
      return {} as never;
    },
  } satisfies Pick<KeptVersions, 'keep'>;
  const journal = new Journal(disk.folder, silentLog);
  const writer = new FlowWriter({ accounts, history, journal, log: silentLog });
  return { remote, disk, settings, account, accounts, kept, history, journal, writer };
}
