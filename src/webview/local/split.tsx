import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useRoom } from './stage/room';

interface SplitProps {
  readonly stage: ComponentChildren;
  readonly pane: ComponentChildren;
  /** What the handle between them is called. */
  readonly label: string;
  /** What has to be seen: it opens a pane that is closed. */
  readonly wanted: unknown;
}

/** From this width on the pane stands beside the phones, else under them. */
const wide = 640;
/** The pane's part of the page, in percent. */
const least = 15;
const most = 75;
const step = 5;
type Way = 'row' | 'column';
const usual: Readonly<Record<Way, number>> = { row: 42, column: 36 };

/**
 * The phones and the pane. The line between them is pulled, or moved with the arrow keys; Enter and a double click close
 * the pane and open it again.
 */
export function Split({ stage, pane, label, wanted }: SplitProps): JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  const room = useRoom(root);
  const way: Way = room.width >= wide ? 'row' : 'column';
  const [shares, setShares] = useState(rememberedShares);
  const [closed, setClosed] = useState(false);
  const seen = useRef(wanted);
  if (seen.current !== wanted) {
    seen.current = wanted;
    if (closed && wanted) setClosed(false);
  }
  const share = closed ? 0 : shares[way];
  const change = (part: number) => {
    const changed = { ...shares, [way]: Math.round(Math.min(Math.max(part, least), most)) };
    setClosed(part < least / 2);
    setShares(changed);
    remember(changed);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const bigger = way === 'row' ? 'ArrowLeft' : 'ArrowUp';
    const smaller = way === 'row' ? 'ArrowRight' : 'ArrowDown';
    if (event.key === 'Enter') setClosed(!closed);
    else if (event.key === bigger) change(share + step);
    else if (event.key === smaller) change(share - step);
    else return;
    event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
    const { left, top, width, height } = root.current!.getBoundingClientRect();
    change(
      way === 'row'
        ? (100 * (left + width - event.clientX)) / width
        : (100 * (top + height - event.clientY)) / height,
    );
  };
  return (
    <div ref={root} class={`split ${way}`} style={{ '--share': `${share}%` }}>
      <main>
        {stage}
        <div
          class="handle"
          role="separator"
          tabIndex={0}
          aria-label={label}
          aria-orientation={way === 'row' ? 'vertical' : 'horizontal'}
          aria-valuenow={share}
          aria-valuemin={0}
          aria-valuemax={most}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onPointerMove}
          onDblClick={() => setClosed(!closed)}
        />
      </main>
      <div class="pane-place" hidden={closed}>
        {pane}
      </div>
    </div>
  );
}

const memory = 'camsFlows.localPreview.split';

/** A page without a memory, as in a private window, begins as usual. */
function rememberedShares(): Readonly<Record<Way, number>> {
  try {
    const { row, column } = JSON.parse(localStorage.getItem(memory) ?? '{}') as Partial<Record<Way, unknown>>;
    return { row: shareOr(row, usual.row), column: shareOr(column, usual.column) };
  } catch {
    return usual;
  }
}

function shareOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : otherwise;
}

function remember(shares: Readonly<Record<Way, number>>): void {
  try {
    localStorage.setItem(memory, JSON.stringify(shares));
  } catch {
    // Then it is as usual the next time.
  }
}
