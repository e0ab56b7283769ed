import path from 'node:path';
import { anyOf, readGlob } from './globs';
import { whyUnreadable } from './unusable';
import { filesBelow, kindOf } from './walk';

/** A text to check, perhaps. */
export interface Candidate {
  /** As results call it: as it was named, or found below what was named; with forward slashes. */
  readonly name: string;
  /** The absolute path; nothing for the standard input. */
  readonly path: string | undefined;
  /** Named by itself, so it is checked whatever it holds. What a folder or a glob brings must be Flow JSON. */
  readonly named: boolean;
}

export interface Choice {
  readonly candidates: readonly Candidate[];
  /** What means nothing or cannot be read, as sentences: checking less than was asked must not look like success. */
  readonly problems: readonly string[];
}

/** What is left out of folders and globs. */
export interface Ignore {
  readonly globs: readonly string[];
  /** The folder that the globs start from. */
  readonly folder: string;
}

/** What the argument for the standard input is, and what results call it. */
const standardInput = '-';

/**
 * The files that arguments mean, in the order of the arguments, each once.
 *
 * @param folder absolute: what relative names start from
 */
export function chooseFiles(args: readonly string[], folder: string, ignore: Ignore): Choice {
  const problems: string[] = [];
  const leftOut = anyOf(ignore.globs);
  const walk = {
    ignored: (absolute: string) => leftOut(slashed(path.relative(ignore.folder, absolute))),
    unreadable: (absolute: string, error: unknown) =>
      void problems.push(`${slashed(absolute)} cannot be read: ${whyUnreadable(error)}.`),
  };

  const below = (base: string, files: readonly string[]): Candidate[] =>
    files.map((file) => {
      const name = joined(base, file);
      return { name, path: path.resolve(folder, name), named: false };
    });

  const meant = (arg: string): Candidate[] => {
    if (arg === standardInput) return [{ name: arg, path: undefined, named: true }];
    const absolute = path.resolve(folder, arg);
    const name = slashed(arg);
    const kind = kindOf(absolute);
    if (kind === 'file') return [{ name, path: absolute, named: true }];
    if (kind === 'folder') {
      const files = filesBelow(absolute, { ...walk, depth: Infinity, dots: false });
      return below(
        name,
        files.filter((file) => file.toLowerCase().endsWith('.json')),
      );
    }
    const glob = readGlob(name);
    if (!glob) {
      problems.push(`${arg} cannot be read: ${whyUnreadable(kind)}.`);
      return [];
    }
    const start = path.resolve(folder, glob.base);
    const files = kindOf(start) === 'folder' ? filesBelow(start, { ...walk, ...glob }) : [];
    const matching = files.filter(glob.matches);
    if (matching.length === 0) problems.push(`${arg} matches no file.`);
    return below(glob.base, matching);
  };

  return { candidates: once(args.flatMap(meant)), problems };
}

/** A file that is meant twice is checked once, under its first name; being named by itself counts wherever it stands. */
function once(candidates: readonly Candidate[]): Candidate[] {
  const named = new Set(candidates.filter((one) => one.named).map((one) => one.path));
  const byPath = new Map<string | undefined, Candidate>();
  for (const one of candidates) {
    if (!byPath.has(one.path)) byPath.set(one.path, { ...one, named: named.has(one.path) });
  }
  return [...byPath.values()];
}

const slashed = (name: string): string => (path.sep === '\\' ? name.replaceAll('\\', '/') : name);

function joined(base: string, file: string): string {
  if (base === '' || base === '.') return file;
  return base.endsWith('/') ? base + file : `${base}/${file}`;
}
