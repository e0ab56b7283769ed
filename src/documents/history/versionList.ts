import { parseFileName, type VersionName } from './versionName';

export interface VersionFile extends VersionName {
  readonly file: string;
}

/** The versions among these files, newest first. */
export function versionsAmong(files: readonly string[]): VersionFile[] {
  const versions = files.flatMap((file) => {
    const name = parseFileName(file);
    return name === undefined ? [] : [{ ...name, file }];
  });
  return versions.sort(olderFirst).reverse();
}

/** Without the older ones of those that hold the same bytes: after a crash, or while another window keeps them again. */
export function distinct(newestFirst: readonly VersionFile[]): VersionFile[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Also versions of the same millisecond have one order, in every window. */
export function olderFirst(a: VersionFile, b: VersionFile): number {
  return dateOf(a) - dateOf(b) || (a.file < b.file ? -1 : 1);
}

/** A time so far ahead, in milliseconds, comes from a clock that was wrong. */
const FAR_AHEAD = 86_400_000;

/** What a version is ordered by. Nobody knows how old one from the future is: it must not outlive all others. */
export function dateOf({ at }: VersionFile): number {
  return at > Date.now() + FAR_AHEAD ? 0 : at;
}
