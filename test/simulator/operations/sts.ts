import { Refusal } from '../answers';
import type { Operation } from '../gateway';
import type { AccessKey, StoredAccount } from '../state';
import { required } from './common';

const SHORTEST = 900;

/** Answers without Code and Message, unlike CAMS. */
export const assumeRole: Operation = (context) => {
  const { caller, parameters, world } = context;
  const arn = required(context, 'RoleArn');
  const session = required(context, 'RoleSessionName');
  if (caller.key.principal === 'Account')
    throw new Refusal(403, 'NoPermission', 'Roles may not be assumed by root accounts.');
  const [, accountId, name] = /^acs:ram::(\d+):role\/(.+)$/.exec(arn) ?? [];
  const role = caller.account.roles.find((one) => one.name === name && caller.account.id === accountId);
  if (!role) throw new Refusal(404, 'EntityNotExist.Role', 'The role not exists: ' + arn);
  if (role.externalId !== undefined && role.externalId !== parameters.ExternalId)
    throw new Refusal(403, 'NoPermission');

  const seconds = Number(parameters.DurationSeconds ?? 3600);
  if (!Number.isInteger(seconds) || seconds < SHORTEST || seconds > role.maxDuration) {
    throw new Refusal(
      400,
      'InvalidParameter.DurationSeconds',
      'The parameter DurationSeconds is out of range.',
    );
  }
  const expires = world.clock.now() + seconds * 1000;
  const key = world.state.addKey(caller.account, {
    allow: role.allow,
    name: `${role.name}/${session}`,
    expires,
  });
  return {
    Credentials: {
      AccessKeyId: key.accessKeyId,
      AccessKeySecret: key.accessKeySecret,
      SecurityToken: key.securityToken,
      Expiration: new Date(expires).toISOString().replace(/\.\d+Z$/, 'Z'),
    },
    AssumedRoleUser: { Arn: arnOf(caller.account, key), AssumedRoleId: `${caller.account.id}:${session}` },
  };
};

export const getCallerIdentity: Operation = ({ caller: { account, key } }) => ({
  AccountId: account.id,
  Arn: arnOf(account, key),
  IdentityType: { Account: 'Account', SubUser: 'RAMUser', AssumedRoleUser: 'AssumedRoleUser' }[key.principal],
  PrincipalId: key.name,
  UserId: key.principal === 'Account' ? account.id : key.name,
});

function arnOf({ id }: StoredAccount, { principal, name }: AccessKey): string {
  const kinds = { Account: 'root', SubUser: `user/${name}`, AssumedRoleUser: `assumed-role/${name}` };
  return `acs:ram::${id}:${kinds[principal]}`;
}
