import { describe, expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const input = (more: Json) => ({ type: 'TextInput', name: 'n', label: 'N', ...more });
const one = (rule: string, component: Json) => foundBy(rule, oneScreen([component]));

describe('the pattern of a TextInput', () => {
  it.each(['email', 'phone'])('does not go with %s', (type) => {
    expect(one('pattern-input-type', input({ pattern: '^a$', 'input-type': type }))).toEqual([
      `INVALID_DEPENDENCIES ${at}`,
    ]);
    expect(one('pattern-input-type', input({ 'input-type': type }))).toEqual([]);
  });

  it.each(['text', 'number', 'password', 'passcode', undefined])('goes with %s', (type) => {
    expect(one('pattern-input-type', input({ pattern: '^a$', 'input-type': type }))).toEqual([]);
  });

  it('has no slashes', () => {
    expect(one('pattern-slashes', input({ pattern: '/^a$/i' }))).toEqual([
      `PATTERN_WITH_SLASHES ${at}.pattern`,
    ]);
    expect(one('pattern-slashes', input({ pattern: '^a/b$' }))).toEqual([]);
  });
});

describe('the first value of a text field', () => {
  it('is neither too long nor too short', () => {
    expect(one('init-value-length', input({ 'init-value': 'a'.repeat(81) }))).toHaveLength(1);
    expect(one('init-value-length', input({ 'init-value': 'a'.repeat(80) }))).toEqual([]);
    expect(one('init-value-length', input({ 'init-value': 'aa', 'min-chars': 3 }))).toHaveLength(1);
    expect(one('init-value-length', input({ 'init-value': 'aaaa', 'max-chars': 3 }))).toHaveLength(1);
    expect(
      one('init-value-length', input({ 'init-value': 'a'.repeat(81), 'max-chars': '${data.m}' })),
    ).toEqual([]);
    const area = input({ type: 'TextArea', 'init-value': 'a'.repeat(601) });
    expect(one('init-value-length', area)).toEqual([`INIT_VALUE_LENGTH ${at}.init-value`]);
  });

  it.each([
    ['number', '12.5', 'twelve'],
    ['passcode', '0123', '01-23'],
    ['email', 'a@b.c', 'a b'],
  ])('fits the type %s', (type, good, bad) => {
    expect(one('init-value-kind', input({ 'input-type': type, 'init-value': good }))).toEqual([]);
    expect(one('init-value-kind', input({ 'input-type': type, 'init-value': bad }))).toEqual([
      `INIT_VALUE_KIND ${at}.init-value`,
    ]);
  });
});
