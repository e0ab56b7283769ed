import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similarWord } from '../../../../src/flowjson/text/similar';

describe('the word that was meant', () => {
  it.each([
    ['lable', ['label', 'name'], 'label'],
    ['DETIALS', ['DONE', 'DETAILS'], 'DETAILS'],
    ['Label', ['label'], 'label'],
    ['onclick-action', ['on-click-action', 'on-select-action'], 'on-click-action'],
    ['colour', ['color', 'visible'], 'color'],
    ['visible', ['enabled', 'label'], undefined],
    ['x', [], undefined],
  ])('%s among %j is %s', (word, candidates, meant) => {
    expect(similarWord(word, candidates)).toBe(meant);
  });

  it('takes the nearest, the first of equals', () => {
    expect(similarWord('first_nam', ['last_name', 'first_name', 'first_game'])).toBe('first_name');
    expect(similarWord('abcd', ['abce', 'abcf'])).toBe('abce');
  });

  it('does not spend time on very long words', () => {
    expect(similarWord('a'.repeat(65), ['a'.repeat(65)])).toBeUndefined();
  });

  it('finds a word again after one slip in it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,20}$/), fc.nat(), (word, at) => {
        const gap = at % word.length;
        expect(similarWord(word.slice(0, gap) + word.slice(gap + 1), [word])).toBe(word);
      }),
    );
  });
});
