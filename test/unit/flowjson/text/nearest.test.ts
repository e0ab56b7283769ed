import { describe, expect, it } from 'vitest';
import { nearest } from '../../../../src/flowjson/text/nearest';

describe('the word that was probably meant', () => {
  const words = ['label', 'on-click-action', 'on-select-action', 'helper-text', 'required', 'name'];

  it.each([
    ['lable', 'label'],
    ['Label', 'label'],
    ['on_click_action', 'on-click-action'],
    ['on-clik-action', 'on-click-action'],
    ['requird', 'required'],
    ['nme', 'name'],
  ])('%s: %s', (word, meant) => expect(nearest(word, words)).toBe(meant));

  it.each(['', 'x', 'colour', 'completely-different', 'a'.repeat(100_000)])('nothing is near %.20s', (word) =>
    expect(nearest(word, words)).toBeUndefined(),
  );

  it('never answers with the word itself', () => expect(nearest('label', ['label'])).toBeUndefined());
});
