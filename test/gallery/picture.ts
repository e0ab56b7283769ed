import fs from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { cachePath, projectFolder } from '../host/paths';

const stored = path.join(projectFolder, 'test/gallery/pictures');
/** Where one can see what is different. */
const found = cachePath('gallery');

/** How different two colours may be, from 0 to 1: more than the steps that are stored, less than an icon that is gone. */
const threshold = 0.08;
/**
 * How many pixels of a sheet may be different. On Linux it is the same browser with the same fonts everywhere, and
 * nothing is; other systems draw letters in their own manner, and the pictures show there only what has moved or gone.
 */
const allowed = (pixels: number): number => (process.platform === 'linux' ? 40 : pixels * 0.05);
/** Colours are stored in steps of this: a third of the size, and nobody sees it. */
const colourStep = 16;

/** Keeps a sheet as what it should look like. */
export function keepPicture(name: string, png: Buffer): void {
  fs.mkdirSync(stored, { recursive: true });
  const picture = halved(PNG.sync.read(png));
  for (let at = 0; at < picture.data.length; at += 1) {
    picture.data[at] = Math.min(255, Math.round(picture.data[at]! / colourStep) * colourStep);
  }
  fs.writeFileSync(path.join(stored, `${name}.png`), encoded(picture));
}

/** What is wrong with a sheet beside the one that was kept; nothing when they look alike. */
export function pictureFault(name: string, png: Buffer): string | undefined {
  const file = path.join(stored, `${name}.png`);
  if (!fs.existsSync(file)) return 'there is no picture of it yet';
  const then = PNG.sync.read(fs.readFileSync(file));
  const now = halved(PNG.sync.read(png));
  const { width, height } = now;
  const sameSize = then.width === width && then.height === height;
  const difference = new PNG({ width, height });
  const pixels = sameSize
    ? pixelmatch(then.data, now.data, difference.data, width, height, { threshold, includeAA: true })
    : Infinity;
  if (pixels <= allowed(width * height)) return undefined;
  fs.mkdirSync(found, { recursive: true });
  fs.writeFileSync(path.join(found, `${name}.now.png`), encoded(now));
  if (!sameSize) return `it is ${width} × ${height} and was ${then.width} × ${then.height} (${found})`;
  fs.writeFileSync(path.join(found, `${name}.difference.png`), encoded(difference));
  return `${pixels} pixels of ${width * height} are different (${found})`;
}

/** Removes the pictures of sheets that are no more. */
export function forgetOthers(names: readonly string[]): void {
  for (const file of fs.existsSync(stored) ? fs.readdirSync(stored) : []) {
    if (!names.includes(path.basename(file, '.png'))) fs.rmSync(path.join(stored, file));
  }
}

/** A picture of half the width and height: small to keep, and the smoothing of letters matters less. */
function halved({ width, height, data }: PNG): PNG {
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  const line = width * 4;
  let to = 0;
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = 2 * y * line + 8 * x;
      for (let at = from; at < from + 4; at += 1) {
        half.data[to] = (data[at]! + data[at + 4]! + data[at + line]! + data[at + line + 4]!) >> 2;
        to += 1;
      }
    }
  }
  return half;
}

function encoded(picture: PNG): Buffer {
  return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9, deflateStrategy: 0, filterType: 0 });
}
