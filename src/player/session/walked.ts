import type { PlayerState } from '../state/state';

/** The screens on the way here, from the first one, or from where the developer jumped to. */
export function pathOf({ stack, jumps }: PlayerState): readonly string[] {
  return stack.slice(jumps.at(-1) ?? 0);
}

/**
 * Which of these paths have been walked: somebody came to the end of the path, screen by screen. Whether they went on does
 * not matter, nor whether they went in circles on the way: a path has each screen once.
 *
 * @param paths as `pathsThrough` gives them
 * @param walked ways on which people came to screens, as {@link pathOf} gives them
 * @returns for each path, in the same order
 */
export function walkedAlong(
  paths: readonly (readonly string[])[],
  walked: readonly (readonly string[])[],
): readonly boolean[] {
  const longest = paths.reduce((most, { length }) => Math.max(most, length), 0);
  const ways = new Set<string>();
  for (const way of walked) {
    let straight: string[] = [];
    for (const id of way) {
      // Back at a screen the circle is closed: it leads on from there as if nothing had been.
      const at = straight.indexOf(id);
      straight = [...(at < 0 ? straight : straight.slice(0, at)), id];
      if (straight.length <= longest) ways.add(JSON.stringify(straight));
    }
  }
  return paths.map((path) => ways.has(JSON.stringify(path)));
}
