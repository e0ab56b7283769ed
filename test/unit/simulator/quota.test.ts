import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { defaultBehaviour } from '../../simulator/behaviour';
import { Quota } from '../../simulator/quota';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const refused = ['Throttling.User', 'System.LimitControl'];

test('five calls in any second pass; the sixth is refused, with the two codes in turn', () => {
  const quota = new Quota(defaultBehaviour());
  const passed = Array.from({ length: 5 }, () => quota.refuse('a', 'GetFlow'));
  expect(passed).toEqual(Array(5).fill(undefined));
  expect([quota.refuse('a', 'GetFlow'), quota.refuse('a', 'GetFlow')]).toEqual(refused);
});

test('accounts and operations have quotas of their own', () => {
  const quota = new Quota({ ...defaultBehaviour(), quotaPerSecond: 1 });
  expect(quota.refuse('a', 'GetFlow')).toBeUndefined();
  expect(quota.refuse('a', 'ListFlow')).toBeUndefined();
  expect(quota.refuse('b', 'GetFlow')).toBeUndefined();
  expect(refused).toContain(quota.refuse('a', 'GetFlow'));
});

test('the second slides', () => {
  const quota = new Quota({ ...defaultBehaviour(), quotaPerSecond: 2 });
  expect(quota.refuse('a', 'GetFlow')).toBeUndefined();
  vi.advanceTimersByTime(600);
  expect(quota.refuse('a', 'GetFlow')).toBeUndefined();
  vi.advanceTimersByTime(399);
  expect(refused).toContain(quota.refuse('a', 'GetFlow'));
  vi.advanceTimersByTime(1);
  expect(quota.refuse('a', 'GetFlow')).toBeUndefined();
  expect(refused).toContain(quota.refuse('a', 'GetFlow'));
});

test('it can be switched off', () => {
  const quota = new Quota({ ...defaultBehaviour(), quota: false });
  expect(Array.from({ length: 100 }, () => quota.refuse('a', 'GetFlow')).filter(Boolean)).toEqual([]);
});
