import type { Log } from '../platform/log';
import { getFlowJson } from './asset';
import { Caller } from './caller';
import type { Cams } from './cams';
import { Downloader, type DownloadLimits } from './download';
import { createOperations } from './operations';
import { Uploader } from './ossUpload';
import { Quota } from './quota';
import type { Patience } from './stopwatch';
import { assumeRole } from './sts';
import { Transport } from './transport';
import { storeFlowJson } from './upload';

export interface CamsOptions {
  readonly log: Log;
  /** Name and version of the program, as in a User-Agent header. */
  readonly userAgent: string;
  /** Milliseconds that one request may take. Default: 20,000, since some operations ask Meta behind the scenes. */
  readonly timeLimit?: number;
  readonly download?: Partial<DownloadLimits>;
  readonly upload?: Partial<Patience>;
}

/** The CAMS service. One of these serves a whole window: it owns the quota. */
export function createCams(options: CamsOptions): Cams {
  const { log, userAgent, timeLimit = 20_000, download = {}, upload = {} } = options;
  const transport = new Transport({ userAgent, timeLimit });
  const operations = createOperations(new Caller(transport, new Quota(), log));
  const downloader = new Downloader(log, userAgent, download);
  const uploader = new Uploader(log, userAgent, upload);
  return {
    ...operations,
    getFlowJson: (session, request, settings) =>
      getFlowJson(operations, downloader, session, request, settings),
    storeFlowJson: (session, request, settings) =>
      storeFlowJson(operations, uploader, session, request, settings),
    assumeRole: (request, settings) => assumeRole(transport, log, request, settings),
  };
}
