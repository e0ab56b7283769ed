/** A static image as it is written, looked at from the outside: nothing is decoded. */
export interface ImageText {
  /** `data:image/png;base64,` where that stands before the data. */
  readonly prefix: string | undefined;
  /** Whether the rest is base64. */
  readonly valid: boolean;
  /** Size of the decoded image in bytes. */
  readonly bytes: number;
  readonly kind: ImageKind | undefined;
}

export type ImageKind = 'PNG' | 'JPEG' | 'WEBP' | 'GIF' | 'BMP' | 'SVG';

/** How the first bytes of each kind look in base64. */
const heads: readonly (readonly [ImageKind, RegExp])[] = [
  ['PNG', /^iVBORw0KGg/],
  ['JPEG', /^\/9j\//],
  // RIFF, four bytes of length, WEBP.
  ['WEBP', /^UklGR.{6}XRUJQ/],
  ['GIF', /^R0lGOD/],
  ['BMP', /^Qk[0-3]/],
  ['SVG', /^PHN2Zy|^PD94bWw/],
];

/** Reads an image text; linear in its length, and without a copy unless there is a prefix. */
export function readImage(text: string): ImageText {
  const prefix = /^data:[^,]{0,100},/i.exec(text)?.[0];
  const data = prefix === undefined ? text : text.slice(prefix.length);
  const padding = data.endsWith('==') ? 2 : data.endsWith('=') ? 1 : 0;
  const length = data.length - padding;
  return {
    prefix,
    valid: length > 0 && length % 4 !== 1 && /^[A-Za-z0-9+/]*={0,2}$/.test(data),
    bytes: Math.floor((length * 3) / 4),
    kind: heads.find(([, head]) => head.test(data))?.[0],
  };
}
