import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withLock } from '../../host/lock.mjs';

describe('withLock', () => {
  let folder: string;
  let lock: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cams-flows-lock-'));
    lock = path.join(folder, 'work.lock');
    vi.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('lets one at a time in, and leaves nothing behind', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withLock(lock, async () => {
        events.push(`${name} begins`);
        await Promise.resolve();
        events.push(`${name} ends`);
      });
    await Promise.all([work('one'), work('two')]);
    expect(events).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(fs.readdirSync(folder)).toEqual([]);
  });

  it('opens again after a failure', async () => {
    await expect(withLock(lock, () => Promise.reject(new Error('no network')))).rejects.toThrow('no network');
    await expect(withLock(lock, () => 'done')).resolves.toBe('done');
  });

  it('takes over from an owner that has died', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    fs.writeFileSync(lock, String(pid));
    await expect(withLock(lock, () => 'done')).resolves.toBe('done');
  });
});
