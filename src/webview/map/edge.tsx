import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { MapEdge } from './contract';
import { curve, drawEdge } from './drawing/drawEdge';
import { Shapes } from './shapesView';

interface EdgeProps {
  readonly edge: MapEdge;
  readonly leadsDown: boolean;
  readonly isSelected: boolean;
  readonly isLit: boolean;
  readonly isFaded: boolean;
  readonly onSelect: () => void;
}

/** A way between two screens. For screen readers it is told with the screen that it leads away from. */
export function Edge({ edge, leadsDown, isSelected, isLit, isFaded, onSelect }: EdgeProps): JSX.Element {
  const shapes = useMemo(() => <Shapes of={drawEdge(edge, leadsDown)} />, [edge, leadsDown]);
  const style = ['way', isSelected ? 'selected' : '', isLit ? 'lit' : '', isFaded ? 'faded' : ''].join(' ');
  return (
    <g class={style} data-key={edge.key} aria-hidden="true" onClick={onSelect}>
      {shapes}
      <path class="reach" d={curve(edge.line, leadsDown)} />
    </g>
  );
}
