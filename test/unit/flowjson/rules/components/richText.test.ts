import { describe, expect, it } from 'vitest';
import { found, foundBy, oneScreen } from '../../support';

const at = 'screens[0].layout.children[0]';
const one = (rule: string, text: unknown) => foundBy(rule, oneScreen([{ type: 'RichText', text }]));

describe('the text of a RichText', () => {
  it('is static or one reference', () => {
    expect(one('rich-text-dynamic', '${data.text}')).toEqual([]);
    expect(one('rich-text-dynamic', ['# One', 'Two'])).toEqual([]);
    expect(one('rich-text-dynamic', "`'Hello ' ${data.name}`")).toEqual([
      `INVALID_TEXT_DYNAMIC_DATA ${at}.text`,
    ]);
    expect(one('rich-text-dynamic', ['One', '${data.two}', "`'a' ${data.b}`"])).toEqual([
      `INVALID_TEXT_DYNAMIC_DATA ${at}.text[1]`,
      `INVALID_TEXT_DYNAMIC_DATA ${at}.text[2]`,
    ]);
  });

  it('holds its images itself', () => {
    const images = (text: string) =>
      found(oneScreen([{ type: 'RichText', text }]), ({ rule }) => rule === 'rich-text-images');
    expect(images('![A cup](data:image/png;base64,iVBORw0KGgo=)')).toEqual([]);
    expect(images('![A cup](https://example.com/cup.png)')).toEqual([`warning RICH_TEXT_IMAGE ${at}.text`]);
    expect(images('![A cup](data:image/webp;base64,UklGR)')).toEqual([`info RICH_TEXT_IMAGE ${at}.text`]);
    expect(images('[A cup](https://example.com/cup.png)')).toEqual([]);
  });

  it('has a line below the header of a table, in one text or in several', () => {
    expect(one('rich-text-tables', '| a | b |\n|---|---|\n| 1 | 2 |')).toEqual([]);
    expect(one('rich-text-tables', ['| a | b |', '| :-- | --: |', '| 1 | 2 |'])).toEqual([]);
    expect(one('rich-text-tables', 'Text\n| a | b |\n| 1 | 2 |\n| 3 | 4 |')).toEqual([
      `RICH_TEXT_TABLE ${at}.text`,
    ]);
  });

  // A search that begins anew at each of them would not end before the test is given up.
  it('is searched to its end, whatever is opened in it', () => {
    expect(one('rich-text-images', '!['.repeat(1_000_000))).toEqual([]);
  });
});
