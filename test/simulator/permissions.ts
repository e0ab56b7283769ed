import { Refusal } from './answers';
import type { Caller } from './authenticate';
import type { World } from './world';

/** Whether a list of RAM actions (`cams:Get*`, with `!` for a denial) allows one. */
function allows(rights: readonly string[], action: string): boolean {
  const fits = (right: string) =>
    new RegExp(`^${right.replace(/[.\\+]/g, '\\$&').replaceAll('*', '.*')}$`, 'i').test(action);
  const denied = rights.some((right) => right.startsWith('!') && fits(right.slice(1)));
  return !denied && rights.some((right) => fits(right));
}

/** Throws the refusal that RAM gives when the caller may not do this. */
export function checkPermission(
  { behaviour, random }: World,
  { account, key }: Caller,
  action: string,
): void {
  if (allows(key.allow, action)) return;
  const code = behaviour.permissionRefusal;
  const denied = key.allow.some((right) => right.startsWith('!'));
  const detail = {
    AuthAction: action,
    AuthPrincipalType: key.principal,
    AuthPrincipalOwnerId: account.id,
    AuthPrincipalDisplayName: key.name,
    NoPermissionType: denied ? 'ExplicitDeny' : 'ImplicitDeny',
    PolicyType: 'AccountLevelIdentityBasedPolicy',
    EncodedDiagnosticMessage: random.hex(64),
  };
  const shape = {
    object: { AccessDeniedDetail: detail },
    string: { AccessDeniedDetail: JSON.stringify(detail) },
    absent: {},
  };
  throw new Refusal(
    code === 'Ram.PermissionDeny' ? 400 : 403,
    code,
    undefined,
    shape[behaviour.accessDeniedDetail],
  );
}
