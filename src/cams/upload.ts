import { randomUUID } from 'node:crypto';
import { throwIfCancelled } from '../platform/cancellation';
import { MOST_FLOW_BYTES } from '../platform/flowSize';
import { isCamsError, UnfitRequestError } from './errors';
import { checkFilePath, filePathOf } from './filePath';
import { isLoopback } from './loopback';
import type { Operations } from './operations';
import type { Uploader } from './ossUpload';
import { storeObject } from './storeObject';
import type { CallOptions, Session, StoreFlowJsonRequest } from './types';

/**
 * Keys for the file store, and the file under a name that nobody can guess and nothing has had: CAMS may keep an old
 * copy of a name it knows (facts 7.4). The keys live as long as this call.
 */
export async function storeFlowJson(
  operations: Pick<Operations, 'getUploadAuthorization'>,
  uploader: Uploader,
  session: Session,
  { custSpaceId, bytes, filePath = 'bare' }: StoreFlowJsonRequest,
  options: CallOptions = {},
): Promise<string> {
  throwIfCancelled(options.signal);
  if (bytes.length > MOST_FLOW_BYTES)
    throw new UnfitRequestError({ operation: 'upload', reason: 'tooLarge' });
  checkFilePath(filePath);
  const name = `${randomUUID()}.json`;

  const store = async () => {
    const authorization = await operations.getUploadAuthorization(session, { custSpaceId }, options);
    // A file store on this machine is only a simulator's that is on this machine as well.
    const loopback = isLoopback(new URL(session.endpoint));
    const object = storeObject(authorization, name, loopback);
    await uploader.put(object, authorization.credential, bytes, options.signal);
    return filePathOf(filePath, object, authorization);
  };
  return store().catch((error: unknown) => {
    // They may have ended while the file was on its way, or between the two: new ones are asked for, once.
    const isEnded = isCamsError(error) && error.situation === 'uploadRefused' && error.reason === 'keys';
    if (!isEnded) throw error;
    return store();
  });
}
