import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { isObject } from '../../json';
import { Icon } from '../parts/icon';
import { Picture } from '../parts/picture';
import { listOf, textOf } from '../properties';
import type { Props } from '../ui';

/** Pictures to swipe through, with dots; for mouse and keyboard there are buttons. It never moves by itself. */
export function ImageCarousel({ drawn: { properties }, ui }: Props): JSX.Element {
  const images = listOf(properties, 'images').filter(isObject).slice(0, 3);
  const row = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(0);
  const current = Math.min(shown, Math.max(0, images.length - 1));
  const go = (to: number): void => {
    const index = Math.min(Math.max(to, 0), images.length - 1);
    const slides = row.current?.children ?? [];
    const [first, slide] = [slides[0], slides[index]];
    if (first instanceof HTMLElement && slide instanceof HTMLElement) {
      row.current?.scrollTo({ left: slide.offsetLeft - first.offsetLeft });
    }
    setShown(index);
  };
  const forward = ui.look.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backward = ui.look.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const ratio = textOf(properties, 'aspect-ratio') === '16:9' ? 'wf-wide' : 'wf-classic';
  const scale = textOf(properties, 'scale-type') === 'cover' ? 'wf-cover' : 'wf-contain';
  return (
    <div
      class="wf-carousel"
      role="group"
      aria-roledescription={ui.tell(say('carousel'))}
      aria-label={ui.tell(say('Pictures'))}
    >
      <div
        ref={row}
        class={`wf-carousel-row ${ratio} ${scale}`}
        tabIndex={0}
        role="group"
        aria-label={ui.tell(say('Picture {0} of {1}', current + 1, images.length))}
        onKeyDown={(event) => {
          const step = event.key === forward ? 1 : event.key === backward ? -1 : 0;
          if (step === 0) return;
          event.preventDefault();
          go(current + step);
        }}
        onScroll={({ currentTarget }) => {
          if (currentTarget.clientWidth === 0) return;
          setShown(Math.round(Math.abs(currentTarget.scrollLeft) / currentTarget.clientWidth));
        }}
      >
        {images.map((image, index) => (
          <div key={index} class="wf-slide">
            <Picture ui={ui} source={textOf(image, 'src') ?? ''} alt={textOf(image, 'alt-text')} />
          </div>
        ))}
      </div>
      {images.length > 1 && (
        <>
          <Arrow ui={ui} to="previous" disabled={current === 0} onClick={() => go(current - 1)} />
          <Arrow ui={ui} to="next" disabled={current === images.length - 1} onClick={() => go(current + 1)} />
          <div class="wf-dots" aria-hidden="true">
            {images.map((_, index) => (
              <span key={index} class={index === current ? 'wf-dot wf-dot-on' : 'wf-dot'} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}

function Arrow({
  ui,
  to,
  disabled,
  onClick,
}: {
  readonly ui: Props['ui'];
  readonly to: 'previous' | 'next';
  readonly disabled: boolean;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class={`wf-carousel-arrow wf-carousel-${to}`}
      aria-label={to === 'next' ? ui.tell(say('Next picture')) : ui.tell(say('Previous picture'))}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name="forward" flips />
    </button>
  );
}
