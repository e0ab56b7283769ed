import { fingerprintOf } from './fingerprint';
import { meaningOf } from './meaning';

/** What is known of the text that an editor began with, also when its bytes are not at hand any more. */
export interface Base {
  /** Absent after a restart. */
  readonly bytes?: Uint8Array;
  readonly fingerprint: string;
  /** See `meaningOf`. */
  readonly meaning: string;
  /** When it was first seen, in milliseconds since 1970: CAMS does not tell when it was written. */
  readonly mtime: number;
  readonly ctime: number;
  /** Bytes. */
  readonly size: number;
}

/** The JSON of a flow at one moment, byte for byte. */
export class Content implements Base {
  private known: string | undefined;

  constructor(
    readonly bytes: Uint8Array,
    readonly mtime: number,
    readonly ctime: number,
    readonly fingerprint = fingerprintOf(bytes),
  ) {}

  get size(): number {
    return this.bytes.byteLength;
  }

  /** Found out when it is first asked for: with a large flow that takes a moment. */
  get meaning(): string {
    this.known ??= meaningOf(this.bytes);
    return this.known;
  }
}

/** True for two spellings of the same JSON. */
export function sameMeaning(a: Base, b: Base): boolean {
  return a.fingerprint === b.fingerprint || a.meaning === b.meaning;
}
