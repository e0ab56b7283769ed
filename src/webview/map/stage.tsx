import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useLatest } from '../shared/useLatest';
import type { Point, Size } from './drawing/shapes';
import { panned, zoomedTo, type Zoom } from './viewport';

interface StageProps {
  readonly zoom: Zoom;
  readonly label: string;
  readonly hint: string;
  readonly onZoom: (change: (zoom: Zoom) => Zoom) => void;
  readonly onSize: (size: Size) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** A click on nothing. */
  readonly onNothing: () => void;
  readonly children: ComponentChildren;
}

/** A hand that moved less has clicked. */
const slack = 4;

/** What is seen of the map: dragged, scrolled and zoomed. */
export function Stage(props: StageProps): JSX.Element {
  const { zoom, onKey, onNothing } = props;
  const stage = useRef<HTMLDivElement>(null);
  const latest = useLatest(props);
  const drag = useRef<(Point & { moved: boolean }) | null>(null);

  useEffect(() => {
    const element = stage.current!;
    const measure = (): void =>
      latest.current.onSize({ width: element.clientWidth, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    // Preact listens passively to wheels: the page would be zoomed as well.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      latest.current.onZoom(wheeled(event, element));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      observer.disconnect();
      element.removeEventListener('wheel', onWheel);
    };
  }, []);

  const move = (event: PointerEvent): void => {
    const from = drag.current;
    if (from === null) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.hypot(x, y) < slack) return;
    if (!from.moved) stage.current?.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, moved: true };
    props.onZoom((before) => panned(before, x, y));
  };
  const end = (): void => {
    // The click that ends a drag comes after this.
    if (drag.current?.moved) {
      requestAnimationFrame(() => (drag.current = null));
    } else drag.current = null;
  };

  return (
    <div
      ref={stage}
      class="stage"
      onKeyDown={onKey}
      onPointerDown={(event) => {
        if (event.button === 0 || event.button === 1) {
          drag.current = { x: event.clientX, y: event.clientY, moved: false };
        }
      }}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onClickCapture={(event) => {
        if (drag.current?.moved) event.stopPropagation();
        else if ((event.target as Element).closest('[data-key]') === null) onNothing();
      }}
    >
      <p class="for-screen-readers" id="map-hint">
        {props.hint}
      </p>
      <svg class="canvas" role="listbox" aria-label={props.label} aria-describedby="map-hint">
        <g role="presentation" transform={`translate(${zoom.x} ${zoom.y}) scale(${zoom.scale})`}>
          {props.children}
        </g>
      </svg>
    </div>
  );
}

const pixels = [1, 16, 400];

/** With Ctrl (so comes a pinch) it zooms, else it pans; with Shift sideways. */
function wheeled(event: WheelEvent, stage: HTMLElement): (zoom: Zoom) => Zoom {
  const unit = pixels[event.deltaMode] ?? 1;
  const [x, y] = [event.deltaX * unit, event.deltaY * unit];
  if (event.ctrlKey || event.metaKey) {
    const { left, top } = stage.getBoundingClientRect();
    const factor = Math.exp(-Math.max(-60, Math.min(60, y)) / 120);
    return (zoom) => zoomedTo(zoom, zoom.scale * factor, { x: event.clientX - left, y: event.clientY - top });
  }
  return event.shiftKey && x === 0 ? (zoom) => panned(zoom, -y, 0) : (zoom) => panned(zoom, -x, -y);
}
