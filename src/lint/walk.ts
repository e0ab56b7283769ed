import fs from 'node:fs';
import path from 'node:path';

export interface Walk {
  /** How many levels to go down; 1 is the folder itself. */
  readonly depth: number;
  /** Whether to look at what begins with a dot. */
  readonly dots: boolean;
  /** What to leave out, and everything below it. */
  readonly ignored: (absolute: string) => boolean;
  /** Told of each folder that cannot be read. */
  readonly unreadable: (absolute: string, error: unknown) => void;
}

/**
 * The files below a folder as paths from it, with forward slashes, in the order of their code units: the same on every
 * system. `node_modules` is left out. Links to files count as files; links to folders are not followed.
 */
export function filesBelow(folder: string, walk: Walk): string[] {
  const found: string[] = [];
  const visit = (below: string, depth: number): void => {
    for (const entry of entriesOf(path.join(folder, below), walk)) {
      const { name } = entry;
      const inside = below === '' ? name : `${below}/${name}`;
      const absolute = path.join(folder, inside);
      if ((name.startsWith('.') && !walk.dots) || walk.ignored(absolute)) continue;
      if (entry.isDirectory()) {
        if (name !== 'node_modules' && depth < walk.depth) visit(inside, depth + 1);
      } else if (entry.isFile() || (entry.isSymbolicLink() && kindOf(absolute) === 'file')) {
        found.push(inside);
      }
    }
  };
  visit('', 1);
  return found.sort();
}

function entriesOf(folder: string, walk: Walk): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    walk.unreadable(folder, error);
    return [];
  }
}

/** What a path leads to, links followed; the error where it leads nowhere. */
export function kindOf(absolute: string): 'file' | 'folder' | Error {
  try {
    return fs.statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    return error as Error;
  }
}
