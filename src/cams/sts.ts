import type { Log } from '../platform/log';
import { MalformedAnswerError } from './errors';
import { isJson, readText, readTime } from './reading';
import { retryRead } from './retry';
import type { Transport } from './transport';
import type { CallOptions, RoleCredential, RoleRequest } from './types';

const OPERATION = 'AssumeRole';

/**
 * Temporary keys of a role. STS has no quota that matters here, so the call does not stand in line.
 * Errors as for any call; a refusal names the action `sts:AssumeRole`. Source: facts 8.4.
 */
export async function assumeRole(
  transport: Transport,
  log: Log,
  request: RoleRequest,
  { signal }: CallOptions = {},
): Promise<RoleCredential> {
  const { body, requestId } = await retryRead(
    () =>
      transport.send({
        endpoint: request.endpoint,
        credential: request.base,
        product: 'sts',
        version: '2015-04-01',
        operation: OPERATION,
        parameters: {
          RoleArn: request.roleArn,
          RoleSessionName: request.sessionName,
          DurationSeconds: request.duration?.toFixed(0),
          ExternalId: request.externalId || undefined,
        },
        signal,
      }),
    {
      operation: OPERATION,
      signal,
      onRetry: (error) => log.debug(`${OPERATION} again after ${error.situation}`),
    },
  );
  log.debug(`${OPERATION} request id ${requestId ?? '-'}`);

  const keys = isJson(body.Credentials) ? body.Credentials : {};
  const accessKeyId = readText(keys.AccessKeyId);
  const accessKeySecret = readText(keys.AccessKeySecret);
  const securityToken = readText(keys.SecurityToken);
  const expires = readTime(keys.Expiration);
  if (!accessKeyId || !accessKeySecret || !securityToken || expires === undefined) {
    throw new MalformedAnswerError({ operation: OPERATION, requestId, reason: 'incomplete' });
  }
  return { credential: { accessKeyId, accessKeySecret, securityToken }, expires };
}
