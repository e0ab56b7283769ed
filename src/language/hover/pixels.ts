import type { ImageKind } from '../../flowjson/rules/components/base64';

interface Pixels {
  readonly width: number;
  readonly height: number;
}

/** How much of an image is looked at, in characters of base64; what a camera writes before the picture is mostly shorter. */
const headLength = 256 * 1024;

/** The size of an image in base64, read from its head; nothing where it is not found there. */
export function pixelsOf(kind: ImageKind, data: string): Pixels | undefined {
  const bytes = Buffer.from(data.slice(0, headLength), 'base64');
  const found = readers[kind]?.(bytes);
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}

const readers: Readonly<Partial<Record<ImageKind, (bytes: Buffer) => Pixels | undefined>>> = {
  PNG: (bytes) =>
    bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) },
  GIF: (bytes) =>
    bytes.length < 10 ? undefined : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) },
  JPEG: jpeg,
  WEBP: webp,
};

/** Segments one after the other until the one that begins a frame (ITU T.81, annex B). */
function jpeg(bytes: Buffer): Pixels | undefined {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    // A marker may be filled up with 0xff in front of it.
    at += marker === 0xff ? 1 : 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return undefined;
}

/** The three kinds of WEBP, by the name of their first chunk (RFC 9649). */
function webp(bytes: Buffer): Pixels | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}
