import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSession } from '../../../src/accounts/sessions';
import type { Cams } from '../../../src/cams/cams';
import { NetworkError, PermissionError } from '../../../src/cams/errors';
import type { RoleCredential, RoleRequest } from '../../../src/cams/types';
import { CancelledError } from '../../../src/platform/cancellation';
import { silentLog } from '../../../src/platform/log';
import { Redactor } from '../../../src/platform/redaction';
import { deferred, KEYS, settled, TEMPORARY } from './house';

const MINUTE = 60_000;
const NOW = Date.UTC(2026, 10, 21);
const role = {
  arn: 'acs:ram::1:role/flows',
  sessionName: 'me',
  endpoint: 'https://sts.example',
  duration: 3600,
};

function open(keys: Parameters<typeof createSession>[2]) {
  let count = 0;
  const assumeRole = vi.fn(async (request: RoleRequest): Promise<RoleCredential> => ({
    credential: { ...TEMPORARY, accessKeySecret: `role-secret-${++count}` },
    expires: Date.now() + (request.duration ?? 3600) * 1000,
  }));
  const redactor = new Redactor();
  const cams = async () => ({ assumeRole }) as Partial<Cams> as Cams;
  const session = createSession(
    { cams, redactor, log: silentLog },
    { accountId: 'a', endpoint: 'https://x' },
    keys,
  );
  const secret = async (signal?: AbortSignal) => (await session.credential(signal)).accessKeySecret;
  return { session, secret, assumeRole, redactor };
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

it('answers with fixed keys as they are', async () => {
  const { session, assumeRole } = open(TEMPORARY);
  expect(await session.credential()).toEqual(TEMPORARY);
  expect(assumeRole).not.toHaveBeenCalled();
});

describe('a role', () => {
  const keys = { ...KEYS, role };

  it('is assumed with the base pair, once for all who ask at the same time', async () => {
    const { secret, assumeRole, redactor } = open({ ...keys, role: { ...role, externalId: 'external' } });
    expect(await Promise.all([secret(), secret(), secret()])).toEqual(Array(3).fill('role-secret-1'));
    expect(assumeRole).toHaveBeenCalledExactlyOnceWith({
      base: { ...KEYS, securityToken: undefined },
      roleArn: role.arn,
      sessionName: 'me',
      endpoint: 'https://sts.example',
      duration: 3600,
      externalId: 'external',
    });
    expect(redactor.redact('role-secret-1')).toBe('•••');
  });

  it('is renewed five minutes before its keys end', async () => {
    const { secret } = open(keys);
    await secret();
    vi.setSystemTime(NOW + 55 * MINUTE - 1);
    expect(await secret()).toBe('role-secret-1');
    vi.setSystemTime(NOW + 55 * MINUTE);
    expect(await secret()).toBe('role-secret-2');
  });

  it('is renewed after a sleep, and when the clock was set back', async () => {
    const { secret } = open(keys);
    await secret();
    vi.setSystemTime(NOW + 600 * MINUTE);
    expect(await secret()).toBe('role-secret-2');
    vi.setSystemTime(NOW);
    expect(await secret()).toBe('role-secret-3');
  });

  it('does not outlive its duration when our clock is behind that of STS', async () => {
    const { secret, assumeRole } = open(keys);
    assumeRole.mockResolvedValueOnce({ credential: TEMPORARY, expires: NOW + 75 * MINUTE });
    await secret();
    vi.setSystemTime(NOW + 56 * MINUTE);
    expect(await secret()).toBe('role-secret-1');
    expect(assumeRole).toHaveBeenCalledTimes(2);
  });

  it('keeps keys that still live when they cannot be renewed, and fails when they do not', async () => {
    const { secret, assumeRole } = open(keys);
    await secret();
    const offline = new NetworkError({ operation: 'AssumeRole', reason: 'unreachable' });
    assumeRole.mockRejectedValue(offline);
    vi.setSystemTime(NOW + 57 * MINUTE);
    expect(await secret()).toBe('role-secret-1');
    vi.setSystemTime(NOW + 60 * MINUTE);
    await expect(secret()).rejects.toBe(offline);
  });

  it('is asked for again after a refusal', async () => {
    const { secret, assumeRole } = open(keys);
    const refusal = new PermissionError({ operation: 'AssumeRole', action: 'sts:AssumeRole' });
    assumeRole.mockRejectedValueOnce(refusal);
    await expect(secret()).rejects.toBe(refusal);
    expect(await secret()).toBe('role-secret-1');
  });

  it('is renewed at once when its keys were refused', async () => {
    const { session, secret } = open(keys);
    await secret();
    session.forget();
    expect(await secret()).toBe('role-secret-2');
  });

  it('lets one who waits go without taking it from the others', async () => {
    const { secret, assumeRole } = open(keys);
    const answer = deferred<RoleCredential>();
    assumeRole.mockReturnValueOnce(answer.promise);
    const controller = new AbortController();
    const impatient = secret(controller.signal);
    const patient = secret();
    await settled();
    controller.abort();
    await expect(impatient).rejects.toBeInstanceOf(CancelledError);
    answer.resolve({ credential: KEYS, expires: NOW + 60 * MINUTE });
    expect(await patient).toBe(KEYS.accessKeySecret);
    await expect(secret(controller.signal)).rejects.toBeInstanceOf(CancelledError);
  });
});
