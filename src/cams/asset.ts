import type { Downloader } from './download';
import { isCamsError } from './errors';
import { isLoopback } from './loopback';
import type { Operations } from './operations';
import type { CallOptions, FlowAsset, OneFlow, Session } from './types';

/**
 * The JSON of a flow: asks for its link and downloads it at once. Nothing tells how long such a link lives
 * (facts 7.5), so a refused one is replaced, once.
 */
export async function getFlowJson(
  operations: Pick<Operations, 'getFlowJsonLink'>,
  downloader: Downloader,
  session: Session,
  request: OneFlow,
  options?: CallOptions,
): Promise<FlowAsset> {
  const attempt = async () => {
    const link = await operations.getFlowJsonLink(session, request, options);
    // Files on this machine are served only by a simulator that is on this machine as well.
    const loopback = isLoopback(new URL(session.endpoint));
    return { bytes: await downloader.download(link, { loopback, signal: options?.signal }) };
  };
  try {
    return await attempt();
  } catch (error) {
    if (!isCamsError(error) || error.operation !== 'download' || error.httpStatus !== 403) throw error;
    return await attempt();
  }
}
