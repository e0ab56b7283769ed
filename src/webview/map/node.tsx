import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Tell } from '../shared/tell';
import type { MapNode } from './contract';
import { drawCard, drawFromFar, emptyPhone } from './drawing/drawNode';
import { card, phone, phoneAt, type Shape } from './drawing/shapes';
import { Shapes } from './shapesView';

interface NodeProps {
  readonly node: MapNode;
  readonly thumbnail: readonly Shape[] | undefined;
  readonly description: string;
  /** How large the id is written; nothing: seen from so far that no picture could be made out. */
  readonly idSize: number | null;
  readonly isSelected: boolean;
  readonly canBeReached: boolean;
  readonly isFaded: boolean;
  readonly isOnPath: boolean;
  readonly tell: Tell;
  readonly onSelect: () => void;
  readonly onOpen: () => void;
}

/** A screen on the map. */
export function Node(props: NodeProps): JSX.Element {
  const { node, thumbnail, idSize, isSelected, isFaded, isOnPath, tell } = props;
  const cardShapes = useMemo(
    () => <Shapes of={idSize === null ? drawFromFar(node) : drawCard(node, tell, idSize)} />,
    [node, idSize, tell],
  );
  const picture = useMemo(() => <Shapes of={[emptyPhone, ...(thumbnail ?? [])]} />, [thumbnail]);
  const style = [
    'node',
    isSelected ? 'selected' : '',
    isFaded ? 'faded' : '',
    isOnPath ? 'on-path' : '',
  ].join(' ');
  return (
    <g class={style} role="presentation" transform={`translate(${node.x} ${node.y})`}>
      <g aria-hidden="true">{cardShapes}</g>
      {idSize !== null && node.marks[0] !== 'missing' && (
        <svg
          aria-hidden="true"
          x={phoneAt.x}
          y={phoneAt.y}
          width={phone.width}
          height={phone.height}
          viewBox={`0 0 ${phone.width} ${phone.height}`}
        >
          {picture}
        </svg>
      )}
      <rect
        class="ring"
        role="option"
        data-key={node.key}
        aria-selected={isSelected}
        aria-label={props.description}
        tabindex={props.canBeReached ? 0 : -1}
        x={-4}
        y={-4}
        width={card.width + 8}
        height={card.height + 8}
        rx={11}
        onClick={props.onSelect}
        onDblClick={props.onOpen}
      />
    </g>
  );
}
