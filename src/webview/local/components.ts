import type { Drawn, ShownScreen } from '../../player/player';
import type { Flag } from './contract';

/** What stands on a screen by itself, in its order; Form, If and Switch leave no trace. The Footer is the last. */
export function drawnOn({ components, footer }: ShownScreen): readonly Drawn[] {
  return footer ? [...flat(components), footer] : flat(components);
}

function flat(list: readonly Drawn[]): readonly Drawn[] {
  return list.flatMap((drawn) => (drawn.is === 'group' ? flat(drawn.children) : [drawn]));
}

/**
 * Where each flag is drawn. What belongs to a group is at the first of its children, what belongs to nothing that is
 * drawn now is in the title bar.
 */
export function placed(
  screen: ShownScreen,
  flags: Readonly<Record<string, readonly Flag[]>>,
): ReadonlyMap<string, readonly Flag[]> {
  const keys = drawnOn(screen).map(({ key }) => key);
  const found = new Map<string, readonly Flag[]>();
  for (const [key, own] of Object.entries(flags)) {
    const place =
      key === ''
        ? ''
        : (keys.find((one) => one === key) ?? keys.find((one) => one.startsWith(`${key}.`)) ?? '');
    if (own.length > 0) found.set(place, [...(found.get(place) ?? []), ...own]);
  }
  return found;
}
