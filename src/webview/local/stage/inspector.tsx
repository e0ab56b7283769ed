import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Drawn, ShownScreen } from '../../../player/player';
import type { Tell } from '../../shared/tell';
import { drawnOn } from '../components';

interface InspectorProps {
  readonly screen: ShownScreen;
  /** The phone that it lies over. */
  readonly phone: { readonly current: HTMLElement | null };
  readonly scale: number;
  /** Whether the focus comes here by itself. */
  readonly takesFocus: boolean;
  readonly tell: Tell;
  readonly onReveal: (place: { readonly start: number; readonly end: number }) => void;
  readonly onLeave: () => void;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Around a component, in CSS pixels of the phone. */
const edge = 5;

/**
 * The layer that names what is pointed at. It lets the pointer through, so that the phone scrolls; arrow keys go from
 * component to component.
 */
export function Inspector(props: InspectorProps): JSX.Element {
  const { screen, phone, scale, takesFocus, tell, onReveal, onLeave } = props;
  const layer = useRef<HTMLDivElement>(null);
  const [key, setKey] = useState<string | null>(null);
  const components = drawnOn(screen);
  const target = components.find((drawn) => drawn.key === key);
  const box = useBox(phone, target ? target.key : null, scale, screen);

  useEffect(() => {
    if (takesFocus) layer.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    const root = phone.current;
    if (root === null) return;
    const onMove = ({ target: under }: Event) => setKey(under instanceof Element ? keyAt(under) : null);
    const onOut = () => setKey(null);
    root.addEventListener('pointermove', onMove);
    root.addEventListener('pointerleave', onOut);
    return () => {
      root.removeEventListener('pointermove', onMove);
      root.removeEventListener('pointerleave', onOut);
    };
  }, [phone]);

  const onKeyDown = (event: KeyboardEvent) => {
    const at = components.findIndex((drawn) => drawn.key === key);
    if (event.key === 'Enter' && event.target === layer.current) onReveal((target ?? screen).place);
    else if (event.key === 'Escape') onLeave();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = components[event.key === 'ArrowDown' ? at + 1 : Math.max(0, at - 1)];
      if (next) {
        setKey(next.key);
        elementOf(phone.current, next.key)?.scrollIntoView({ block: 'nearest' });
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={layer}
      class="inspector"
      role="group"
      tabIndex={0}
      aria-label={tell(
        say('Inspect: arrow keys go from component to component, Enter shows the JSON, Escape leaves.'),
      )}
      onKeyDown={onKeyDown}
    >
      {box && (
        <div class="target" style={inPixels(box)}>
          <span class={box.top < 24 ? 'inside' : ''}>{target && nameOf(target)}</span>
        </div>
      )}
      <span class="for-screen-readers" role="status">
        {target && nameOf(target)}
      </span>
    </div>
  );
}

function nameOf({ type, name }: Drawn): string {
  return name === null ? type : `${type} · ${name}`;
}

function keyAt(element: Element): string | null {
  return element.closest<HTMLElement>('[data-key]')?.dataset['key'] ?? null;
}

function elementOf(phone: HTMLElement | null, key: string): HTMLElement | undefined {
  const all = phone?.querySelectorAll<HTMLElement>('[data-key]') ?? [];
  return [...all].find((element) => element.dataset['key'] === key);
}

function inPixels(box: Box): Readonly<Record<keyof Box, string>> {
  const [left, top, width, height] = [box.left, box.top, box.width, box.height].map((one) => `${one}px`);
  return { left: left!, top: top!, width: width!, height: height! };
}

/** Where a component is on the phone, in its pixels; it moves when the screen is scrolled. */
function useBox(
  phone: { readonly current: HTMLElement | null },
  key: string | null,
  scale: number,
  screen: ShownScreen,
) {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const root = phone.current;
    const measure = () => {
      const element = key === null ? undefined : elementOf(root, key);
      if (root === null || element === undefined) {
        setBox(null);
        return;
      }
      const around = root.getBoundingClientRect();
      const { left, top, width, height } = element.getBoundingClientRect();
      setBox({
        left: (left - around.left) / scale - edge,
        top: (top - around.top) / scale - edge,
        width: width / scale + 2 * edge,
        height: height / scale + 2 * edge,
      });
    };
    measure();
    root?.addEventListener('scroll', measure, true);
    return () => root?.removeEventListener('scroll', measure, true);
  }, [phone, key, scale, screen]);
  return box;
}
