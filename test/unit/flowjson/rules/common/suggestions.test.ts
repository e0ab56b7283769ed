import { describe, expect, it } from 'vitest';
import { nearestAmong } from '../../../../../src/flowjson/rules/common/suggestions';

describe('suggestions for unknown words', () => {
  it('name what was meant', () => {
    const suggest = nearestAmong(new Map([['DETAILS', 1]]).keys());
    expect(suggest('DETIALS')).toBe('DETAILS');
    expect(suggest('DETAIL')).toBe('DETAILS');
    expect(suggest('OTHER')).toBeUndefined();
  });

  it('end after the first few', () => {
    const suggest = nearestAmong(['DETAILS']);
    const suggested = Array.from({ length: 60 }, () => suggest('DETIALS'));
    expect(suggested.filter((word) => word === 'DETAILS')).toHaveLength(50);
  });
});
