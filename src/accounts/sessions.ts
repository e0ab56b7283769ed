import type { Cams } from '../cams/cams';
import type { Credential, RoleCredential, Session } from '../cams/types';
import { CancelledError, throwIfCancelled } from '../platform/cancellation';
import type { Log } from '../platform/log';
import type { Redactor } from '../platform/redaction';
import type { Keys, Role } from './keys';

export interface SessionParts {
  readonly cams: () => Promise<Cams>;
  readonly redactor: Redactor;
  readonly log: Log;
}

/** Role keys are renewed this long before their end, so that no request is on its way when they end. */
const MARGIN = 5 * 60_000;

/** What STS gives when a profile asks for nothing else, in seconds. */
const DEFAULT_DURATION = 3600;

/** A session that can be told that its temporary keys were refused before their time. */
export interface OpenSession extends Session {
  forget(): void;
}

/** A session for these keys. Its identity is who we are: a change of keys makes another one. */
export function createSession(
  parts: SessionParts,
  { accountId, endpoint }: Pick<Session, 'accountId' | 'endpoint'>,
  { role, ...credential }: Keys,
): OpenSession {
  parts.redactor.add(credential.accessKeySecret, credential.securityToken, role?.externalId);
  if (role === undefined) {
    return { accountId, endpoint, credential: () => Promise.resolve(credential), forget: () => undefined };
  }
  const keys = new RoleKeys(parts, credential, role);
  return { accountId, endpoint, credential: (signal) => keys.get(signal), forget: () => keys.forget() };
}

interface Lifetime {
  readonly from: number;
  readonly until: number;
}

/** The keys of an assumed role: in memory only, one renewal at a time whoever asks. */
class RoleKeys {
  private current: (Lifetime & { credential: Credential }) | undefined;
  private renewal: Promise<Credential> | undefined;

  constructor(
    private readonly parts: SessionParts,
    private readonly base: Credential,
    private readonly role: Role,
  ) {}

  async get(signal?: AbortSignal): Promise<Credential> {
    throwIfCancelled(signal);
    const { current } = this;
    if (current !== undefined && isWithin(current, margin(current))) return current.credential;
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    return unlessCancelled(this.renewal, signal);
  }

  forget(): void {
    this.current = undefined;
  }

  private async renew(): Promise<Credential> {
    try {
      return await this.assumeRole();
    } catch (error) {
      if (this.current === undefined || !isWithin(this.current, 0)) throw error;
      this.parts.log.warn(`role keys not renewed, the old ones still live: ${String(error)}`);
      return this.current.credential;
    }
  }

  private async assumeRole(): Promise<Credential> {
    const { base, role, parts } = this;
    const cams = await parts.cams();
    const from = Date.now();
    const { arn: roleArn, ...request } = role;
    const { credential, expires } = await cams.assumeRole({ base, roleArn, ...request });
    parts.redactor.add(credential.accessKeySecret, credential.securityToken);
    this.current = { credential, from, until: endOf(expires, from, role) };
    parts.log.info(`role keys renewed for ${Math.round((this.current.until - from) / 1000)} s`);
    return credential;
  }
}

/**
 * The end by this machine's clock. STS tells it by its own: where ours is slow, that would be too late,
 * so the keys never count as living longer than was asked for.
 */
function endOf(expires: RoleCredential['expires'], from: number, role: Role): number {
  return Math.min(expires, from + (role.duration ?? DEFAULT_DURATION) * 1000);
}

function margin({ from, until }: Lifetime): number {
  return Math.min(MARGIN, (until - from) / 2);
}

/** By the wall clock. One that was set back would make old keys look young: those do not count either. */
function isWithin({ from, until }: Lifetime, rest: number): boolean {
  const now = Date.now();
  return now >= from && now < until - rest;
}

/** The others may still wait for what one of them no longer wants. */
function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const stop = () => reject(new CancelledError());
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
