import { expect, it } from 'vitest';
import { pixelsOf } from '../../../../src/language/hover/pixels';

const base64 = (...bytes: readonly (number | string)[]): string =>
  Buffer.concat(
    bytes.map((each) => (typeof each === 'string' ? Buffer.from(each, 'latin1') : Buffer.from([each]))),
  ).toString('base64');
const zeros = (count: number): string => '\0'.repeat(count);

it.each([
  ['PNG', base64(0x89, 'PNG\r\n', 0x1a, '\n', zeros(4), 'IHDR', 0, 0, 1, 44, 0, 0, 0, 200), 300, 200],
  ['GIF', base64('GIF89a', 44, 1, 200, 0), 300, 200],
  // A segment of camera data in front of the frame.
  ['JPEG', base64(0xff, 0xd8, 0xff, 0xe1, 0, 6, zeros(4), 0xff, 0xc2, 0, 17, 8, 0, 200, 1, 44), 300, 200],
  ['WEBP', base64('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), 44, 1, 200, 0, zeros(8)), 300, 200],
  ['WEBP', base64('RIFF', zeros(4), 'WEBPVP8L', zeros(5), 0x2b, 0xc1, 0x31, 0, zeros(8)), 300, 200],
  ['WEBP', base64('RIFF', zeros(4), 'WEBPVP8X', zeros(8), 43, 1, 0, 199, 0, 0, zeros(8)), 300, 200],
] as const)('reads the size of %s', (kind, data, width, height) => {
  expect(pixelsOf(kind, data)).toEqual({ width, height });
});

it.each(['PNG', 'GIF', 'JPEG', 'WEBP', 'SVG'] as const)(
  'knows nothing about a %s that breaks off',
  (kind) => {
    for (const data of ['', '/9j/', '/9j/////', 'iVBORw0KGgo=', 'R0lG', 'UklGRgAAAABXRUJQ']) {
      expect(pixelsOf(kind, data)).toBeUndefined();
    }
  },
);
