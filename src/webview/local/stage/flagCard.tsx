import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { Icon } from '../../shared/icons';
import type { Tell } from '../../shared/tell';
import type { Flag, ToHost } from '../contract';

interface FlagCardProps {
  readonly flags: readonly Flag[];
  readonly fixes: Readonly<Record<number, readonly string[]>>;
  /** The sign that it belongs to. */
  readonly badge: HTMLElement;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
  readonly onClose: () => void;
}

/** From the edge of the page, and from the sign. */
const margin = 8;

/** The sentences of a sign, and what mends it. Over everything, so that the phone stays as it is. */
export function FlagCard({ flags, fixes, badge, tell, post, onClose }: FlagCardProps): JSX.Element {
  const card = useRef<HTMLDivElement>(null);
  const place = usePlace(card, badge, [flags, fixes]);
  useEffect(() => {
    for (const { id } of flags) post({ type: 'fixes', flag: id });
    // Another picture has other flags, whatever their numbers.
  }, [flags]);
  useEffect(() => {
    card.current?.focus();
    const onPress = ({ target }: Event) => {
      if (target instanceof Node && !card.current?.contains(target) && !badge.contains(target)) onClose();
    };
    addEventListener('pointerdown', onPress, true);
    return () => removeEventListener('pointerdown', onPress, true);
  }, []);
  const close = () => {
    onClose();
    badge.focus();
  };
  return (
    <div
      ref={card}
      class="card"
      role="dialog"
      aria-label={tell(say('What the rules say'))}
      tabIndex={-1}
      style={{ left: `${place.left}px`, top: `${place.top}px` }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <button type="button" class="tool" aria-label={tell(say('Close'))} onClick={close}>
        <Icon name="close" />
      </button>
      <ul>
        {flags.map((flag) => (
          <li key={flag.id} class={flag.severity}>
            <p>{flag.text}</p>
            <p class="code">{flag.code}</p>
            {(fixes[flag.id] ?? []).map((title, index) => (
              <button
                type="button"
                key={title}
                class="link"
                onClick={() => {
                  post({ type: 'fix', flag: flag.id, index });
                  close();
                }}
              >
                {title}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Under the sign, or above it, and always on the page. */
function usePlace(
  card: { readonly current: HTMLElement | null },
  badge: HTMLElement,
  changes: readonly unknown[],
): { readonly left: number; readonly top: number } {
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    if (card.current === null) return;
    const { width, height } = card.current.getBoundingClientRect();
    const sign = badge.getBoundingClientRect();
    const below = sign.bottom + margin;
    const fits = below + height + margin <= innerHeight;
    setPlace({
      left: Math.max(margin, Math.min(sign.right - width, innerWidth - width - margin)),
      top: Math.max(margin, fits ? below : sign.top - height - margin),
    });
  }, [card, badge, ...changes]);
  return place;
}
