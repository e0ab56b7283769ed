import { afterAll, afterEach, beforeAll, expect } from 'vitest';

/** A promise that nobody handles fails the test during which it was rejected. */
export function forbidStrayErrors(): void {
  const strays: unknown[] = [];
  const note = (reason: unknown) => void strays.push(reason);
  beforeAll(() => void process.on('unhandledRejection', note));
  afterAll(() => void process.off('unhandledRejection', note));
  afterEach(() => {
    expect(strays.splice(0)).toEqual([]);
  });
}
