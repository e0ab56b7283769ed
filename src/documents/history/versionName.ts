import type { Origin } from './types';

/** What the name of a version's file says: the list needs no more, so it can be out of step with nothing. */
export interface VersionName {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly origin: Origin;
  /** Bytes. */
  readonly size: number;
  /** The beginning of the bytes' fingerprint. */
  readonly id: string;
  readonly meaning: string;
}

/** The latest time that has four digits for its year. */
const LATEST = Date.UTC(9999, 11, 31);

const ID_LENGTH = 16;

/** The same bytes have the same id: a link to a version leads there also after it was kept again. */
export function idOf(fingerprint: string): string {
  return fingerprint.slice(0, ID_LENGTH);
}

/**
 * `2026-11-21T17-40-25-123Z.overwritten.1234.0123456789abcdef.<meaning>.json`: sorts by time, can be found by a person who
 * looks for a text without us, and is short enough for encrypted file systems, which take 143 bytes.
 */
export function fileNameOf({ at, origin, size, id, meaning }: VersionName): string {
  const time = new Date(Math.min(at, LATEST)).toISOString().replace(/[:.]/g, '-');
  return [time, origin, size, id, meaning, 'json'].join('.');
}

const PATTERN =
  /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z\.(overwritten|sent|base)\.(\d+)\.([0-9a-f]{16})\.([0-9a-f]{64})\.json$/;

/** Undefined for what is no version: a file half written, or somebody else's. */
export function parseFileName(name: string): VersionName | undefined {
  const [, day, hours, minutes, seconds, milliseconds, origin, size, id, meaning] = PATTERN.exec(name) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  if (Number.isNaN(at)) return undefined;
  return { at, origin: origin as Origin, size: Number(size), id: id!, meaning: meaning! };
}

/** A file that is being written: its name says when, as nobody finishes it after a crash. */
export function partNameOf(at: number, random: string): string {
  return `${at}.${random}.part`;
}

/** When the writing began; undefined for other files. */
export function partTimeOf(name: string): number | undefined {
  const [, at] = /^(\d+)\..*\.part$/.exec(name) ?? [];
  return at === undefined ? undefined : Number(at);
}
