import type { Operation } from '../gateway';
import { bucketOf } from '../jsonLink';
import { spaceOf, success } from './common';

const LIFETIME = 3600;

/** Keys for the file store alone, for one directory and an hour. */
export const getChatappUploadAuthorization: Operation = (context) => {
  const { caller, world } = context;
  const space = spaceOf(context);
  const { bucket, endpoint } = bucketOf(world);
  const Dir = `${caller.account.id}/${space.instanceId}`;
  const key = world.state.addKey(caller.account, {
    allow: [],
    name: 'cams-upload',
    expires: world.clock.now() + LIFETIME * 1000,
    uploadDirectory: Dir,
  });
  return success(context, {
    AccessKeyId: key.accessKeyId,
    AccessKeySecret: key.accessKeySecret,
    SecurityToken: key.securityToken,
    BucketName: bucket,
    Dir,
    EndPoint: endpoint,
    Expire: LIFETIME,
  });
};
