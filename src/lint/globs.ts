import picomatch from 'picomatch';

/** A glob, taken apart. */
export interface Glob {
  /** The folder it begins in, without anything to match; empty for the current one. */
  readonly base: string;
  /** How many levels below the base it can reach. */
  readonly depth: number;
  /** Whether it names anything that begins with a dot. */
  readonly dots: boolean;
  /** @param path below the base, with forward slashes */
  readonly matches: (path: string) => boolean;
}

/** Reads a glob with forward slashes; nothing where the text has nothing to match. */
export function readGlob(text: string): Glob | undefined {
  const { base, glob, isGlob } = picomatch.scan(text);
  if (!isGlob) return undefined;
  const matches = picomatch(glob);
  const boundless = glob.includes('**') || glob.includes('(');
  return {
    base: base.replace(/\\(.)/g, '$1'),
    depth: boundless ? Infinity : glob.split('/').length,
    dots: /(?:^|[/{,(])\./.test(glob),
    matches: (path) => matches(path),
  };
}

/** Whether one of these globs names a path or a folder around it. */
export function anyOf(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const clean = globs.map((glob) => glob.replace(/^(?:\.?\/)+|\/+$/g, ''));
  return picomatch([...clean, ...clean.map((glob) => `${glob}/**`)], { dot: true });
}
