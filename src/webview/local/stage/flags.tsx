import type { ComponentChildren, JSX } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import type { Tell } from '../../shared/tell';
import { placed } from '../components';
import type { Picture, ToHost } from '../contract';
import { FlagBadge } from './flagBadge';
import { FlagCard } from './flagCard';

export interface Flags {
  /** The sign of a component, by its key. */
  readonly beside: (phone: number, key: string) => ComponentChildren;
  /** What is open over the phones. */
  readonly card: JSX.Element | null;
}

/** What the rules say, on the phones. Only one card is open. */
export function useFlags(
  { projection, flags }: Picture,
  fixes: Readonly<Record<number, readonly string[]>>,
  tell: Tell,
  post: (message: ToHost) => void,
): Flags {
  const [open, setOpen] = useState<{ phone: number; key: string; badge: HTMLElement }>();
  const { screen } = projection;
  const signs = useMemo(() => (screen ? placed(screen, flags) : new Map<never, never>()), [screen, flags]);
  const beside = useCallback(
    (phone: number, key: string) => {
      const own = signs.get(key);
      if (own === undefined) return null;
      const isOpen = open?.phone === phone && open.key === key;
      return (
        <FlagBadge
          flags={own}
          open={isOpen}
          tell={tell}
          onOpen={(badge) => setOpen(isOpen ? undefined : { phone, key, badge })}
        />
      );
    },
    [signs, open, tell],
  );
  const shown = open && signs.get(open.key);
  const card =
    open && shown && open.badge.isConnected ? (
      <FlagCard
        flags={shown}
        fixes={fixes}
        badge={open.badge}
        tell={tell}
        post={post}
        onClose={() => setOpen(undefined)}
      />
    ) : null;
  return { beside, card };
}
