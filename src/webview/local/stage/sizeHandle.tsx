import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Tell } from '../../shared/tell';
import { bounded, type Size } from '../looks';

interface SizeHandleProps {
  readonly size: Size;
  readonly scale: number;
  readonly tell: Tell;
  /** While it is pulled. */
  readonly onPull: (size: Size) => void;
  /** Let go. */
  readonly onSize: (size: Size) => void;
}

const steps: Readonly<Record<string, readonly [across: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The corner of a phone: pulled, or moved with the arrow keys, with Shift in small steps. */
export function SizeHandle({ size, scale, tell, onPull, onSize }: SizeHandleProps): JSX.Element {
  const begin = useRef<{ x: number; y: number; size: Size; scale: number } | null>(null);
  const pulledTo = ({ clientX, clientY }: PointerEvent): Size => {
    const from = begin.current!;
    // The phone stands in the middle: it grows to both sides.
    return bounded({
      width: from.size.width + (2 * (clientX - from.x)) / from.scale,
      height: from.size.height + (2 * (clientY - from.y)) / from.scale,
    });
  };
  return (
    <button
      type="button"
      class="size-handle"
      aria-label={tell(
        say('Size of the phone: {0} × {1}. Arrow keys change it.', String(size.width), String(size.height)),
      )}
      title={tell(say('Pull to change the size'))}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        begin.current = { x: event.clientX, y: event.clientY, size, scale };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => begin.current && onPull(pulledTo(event))}
      onPointerUp={(event) => {
        if (!begin.current) return;
        onSize(pulledTo(event));
        begin.current = null;
      }}
      onPointerCancel={() => {
        if (begin.current) onPull(begin.current.size);
        begin.current = null;
      }}
      onKeyDown={(event) => {
        const step = steps[event.key];
        if (!step) return;
        event.preventDefault();
        const by = event.shiftKey ? 1 : 10;
        onSize(bounded({ width: size.width + step[0] * by, height: size.height + step[1] * by }));
      }}
    >
      <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        <path d="M9 3 3 9M9 6.5 6.5 9" />
      </svg>
    </button>
  );
}
