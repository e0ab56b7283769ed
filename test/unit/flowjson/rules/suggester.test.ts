import { describe, expect, it } from 'vitest';
import { suggester } from '../../../../src/flowjson/rules/suggester';

describe('suggestions for unknown words', () => {
  it('name what was meant', () => {
    const suggest = suggester(new Map([['DETAILS', 1]]).keys());
    expect(suggest('DETIALS')).toBe('DETAILS');
    expect(suggest('DETAIL')).toBe('DETAILS');
    expect(suggest('OTHER')).toBeUndefined();
  });

  it('end after the first few', () => {
    const suggest = suggester(['DETAILS']);
    const suggested = Array.from({ length: 30 }, () => suggest('DETIALS'));
    expect(suggested.filter((word) => word === 'DETAILS')).toHaveLength(20);
  });
});
