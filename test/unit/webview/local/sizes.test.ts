import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bounded } from '../../../../src/webview/local/looks';
import { drawable, sheetOf } from '../../../../src/webview/local/pictures/sheet';
import { fit, gap } from '../../../../src/webview/local/stage/fit';

const size = (least: number, most: number) =>
  fc.record({ width: fc.integer({ min: least, max: most }), height: fc.integer({ min: least, max: most }) });

it('shows phones whole and never larger than they are, unless they would be too small to read', () => {
  fc.assert(
    fc.property(size(0, 3000), size(240, 1400), fc.constantFrom(1, 2), (room, phone, count) => {
      const { inRow, scale } = fit(room, phone, count);
      expect(scale).toBeLessThanOrEqual(1);
      expect(scale).toBeGreaterThanOrEqual(0.35);
      if (scale === 0.35) return;
      const across = inRow ? count : 1;
      const down = inRow ? 1 : count;
      expect(across * phone.width * scale + (across - 1) * gap).toBeLessThanOrEqual(room.width + 0.001);
      expect(down * phone.height * scale + (down - 1) * gap).toBeLessThanOrEqual(room.height + 0.001);
    }),
  );
});

it('puts a second phone where both are larger', () => {
  const phone = { width: 360, height: 640 };
  expect(fit({ width: 1000, height: 500 }, phone, 2).inRow).toBe(true);
  expect(fit({ width: 400, height: 1400 }, phone, 2)).toEqual({ inRow: false, scale: 1 });
});

it('keeps a phone within reason', () => {
  expect(bounded({ width: -5, height: 99_999 })).toEqual({ width: 240, height: 1400 });
  expect(bounded({ width: 361.4, height: 640 })).toEqual({ width: 361, height: 640 });
});

it('puts all phones on a sheet, none over another, and can draw every sheet', () => {
  fc.assert(
    fc.property(fc.array(size(240, 6000), { minLength: 1, maxLength: 120 }), (sizes) => {
      const { phones, ...sheet } = sheetOf(sizes);
      expect(phones.map(({ width, height }) => ({ width, height }))).toEqual(sizes);
      phones.forEach((a, index) => {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= sheet.width && a.y + a.height <= sheet.height).toBe(
          true,
        );
        for (const b of phones.slice(index + 1)) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      });
      const scale = drawable(sheet, 2);
      expect(Math.floor(sheet.width * scale) * Math.floor(sheet.height * scale)).toBeLessThanOrEqual(
        64_000_000,
      );
      expect(Math.max(sheet.width, sheet.height) * scale).toBeLessThanOrEqual(16_384.001);
    }),
    { numRuns: 50 },
  );
});
