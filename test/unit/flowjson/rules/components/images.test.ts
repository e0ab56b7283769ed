import { describe, expect, it } from 'vitest';
import { readImage } from '../../../../../src/flowjson/rules/components/base64';
import { found, foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const base64 = (...bytes: readonly (number | string)[]) =>
  Buffer.concat(
    bytes.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.alloc(part))),
  ).toString('base64');
const png = (size: number) => base64('\x89PNG\r\n\x1a\n', size - 8);
const webp = base64('RIFF\x12\x34\x56\x78WEBPVP8 ', 20);
const picture = (src: unknown) => ({ type: 'Image', src });
const carousel = (src: unknown) => ({ type: 'ImageCarousel', images: [{ src, 'alt-text': 'A' }] });
const option = (image: unknown) => ({
  type: 'Dropdown',
  name: 'list',
  label: 'List',
  'data-source': [{ id: 'a', title: 'A', image }],
});
const row = (image: unknown) => ({
  type: 'NavigationList',
  name: 'rows',
  'list-items': [{ id: 'a', 'main-content': { title: 'A' }, start: { image } }],
});
const one = (rule: string, component: Json, version = '7.3') =>
  found(oneScreen([component], {}, { version }), (diagnosis) => diagnosis.rule === rule);

describe('an image text', () => {
  it.each([0, 1, 2, 3, 100, 101, 102])('tells the size of %d bytes without decoding', (size) => {
    expect(readImage(base64('\xff\xd8\xff', size)).bytes).toBe(size + 3);
  });

  it.each([
    ['PNG', png(20)],
    ['JPEG', base64('\xff\xd8\xff\xe0', 20)],
    ['WEBP', webp],
    ['GIF', base64('GIF89a', 20)],
    ['BMP', base64('BM', 20)],
    ['SVG', base64('<svg xmlns="x"/>')],
    [undefined, base64('nothing known')],
  ])('tells a %s by its head', (kind, text) => expect(readImage(text).kind).toBe(kind));

  it('is told apart from other texts', () => {
    expect(readImage('https://example.com/a.png').valid).toBe(false);
    expect(readImage('abcde').valid).toBe(false);
    expect(readImage('ab=c').valid).toBe(false);
    expect(readImage('').valid).toBe(false);
    expect(readImage('data:image/png;base64,').valid).toBe(false);
  });

  // A reader that goes back and forth in such a text would not end before the test is given up.
  it('reads megabytes to their end', () => {
    expect(readImage('A'.repeat(8_000_000)).valid).toBe(true);
    expect(readImage(`${'A'.repeat(8_000_000)}-`).valid).toBe(false);
  });
});

describe('images', () => {
  it('are raw base64 without a prefix', () => {
    expect(one('image-data-prefix', picture(`data:image/png;base64,${png(20)}`))).toEqual([
      `warning IMAGE_DATA_PREFIX ${at}.src`,
    ]);
    expect(one('image-data-prefix', picture(png(20)))).toEqual([]);
  });

  it('are base64 at all; only a carousel is refused for it', () => {
    expect(one('image-base64', picture('https://example.com/a.png'))).toEqual([
      `warning INVALID_PROPERTY_VALUE ${at}.src`,
    ]);
    expect(one('image-base64', carousel('not base64'))).toEqual([
      `error INVALID_PROPERTY_VALUE ${at}.images[0].src`,
    ]);
    expect(one('image-base64', picture('${data.image}'))).toEqual([]);
    expect(one('image-base64', picture('  '))).toEqual([]);
    expect(one('image-base64', carousel(png(20)))).toEqual([]);
  });

  it.each([
    ['Image', picture, 300, '7.3'],
    ['option', option, 100, '7.3'],
    ['option before 6.0', option, 300, '5.1'],
    ['row', row, 100, '7.3'],
  ])('of an %s have a largest size', (_name, component, kilobytes, version) => {
    expect(one('image-size', component(png(kilobytes * 1024)), version)).toEqual([]);
    expect(one('image-size', component(png(kilobytes * 1024 + 1)), version)).toHaveLength(1);
  });

  it('are of a kind that is shown', () => {
    expect(one('image-kind', picture(png(20)))).toEqual([]);
    expect(one('image-kind', picture(webp))).toEqual([`warning IMAGE_KIND ${at}.src`]);
    expect(one('image-kind', option(webp))).toEqual([`info IMAGE_KIND ${at}.data-source[0].image`]);
    expect(one('image-kind', carousel(base64('GIF89a', 20)))).toHaveLength(1);
    expect(one('image-kind', row(base64('who knows')))).toHaveLength(1);
  });

  it('survive wrong types', () => {
    expect(foundBy('image-base64', oneScreen([picture(7), carousel([]), option({}), row(null)]))).toEqual([]);
  });
});
