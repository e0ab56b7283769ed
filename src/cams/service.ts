import type { Log } from '../platform/log';
import { getFlowJson } from './asset';
import { Caller } from './caller';
import type { Cams } from './cams';
import { Downloader, type DownloadLimits } from './download';
import { createOperations } from './operations';
import { Quota } from './quota';
import { assumeRole } from './sts';
import { Transport } from './transport';

export interface CamsOptions {
  readonly log: Log;
  /** Name and version of the program, as in a User-Agent header. */
  readonly userAgent: string;
  /** Milliseconds that one request may take. Default: 20,000, since some operations ask Meta behind the scenes. */
  readonly timeLimit?: number;
  readonly download?: Partial<DownloadLimits>;
}

/** The CAMS service. One of these serves a whole window: it owns the quota. */
export function createCams({ log, userAgent, timeLimit = 20_000, download = {} }: CamsOptions): Cams {
  const transport = new Transport({ userAgent, timeLimit });
  const operations = createOperations(new Caller(transport, new Quota(), log));
  const downloader = new Downloader(log, userAgent, download);
  return {
    ...operations,
    getFlowJson: (session, request, options) =>
      getFlowJson(operations, downloader, session, request, options),
    assumeRole: (request, options) => assumeRole(transport, log, request, options),
  };
}
