import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Tell } from '../shared/tell';
import type { FlowMap, MapEdge, MapNode, Thumbnails } from './contract';
import { drawLabel, isComplainedOf } from './drawing/drawEdge';
import { Edge } from './edge';
import { describe } from './naming';
import { Node } from './node';
import { Shapes } from './shapesView';

/** Flows of more ways show a label only where the person looks. */
const mostLabels = 60;

export interface PictureProps {
  readonly map: FlowMap;
  readonly thumbnails: Thumbnails;
  /** How large the map is drawn. */
  readonly scale: number;
  readonly selected: string | null;
  /** The screens of the path that is shown, in its order. */
  readonly path: readonly string[] | null;
  readonly tell: Tell;
  readonly onSelect: (key: string) => void;
  readonly onOpen: (key: string) => void;
}

/** All that is drawn; drawn anew only where something of it changed, never for a pan. */
export function Picture(props: PictureProps): JSX.Element {
  const { map, scale, selected, path, tell, onSelect, onOpen } = props;
  const descriptions = useMemo(() => map.nodes.map((node) => describe(map, node, tell)), [map, tell]);
  const onPath = useMemo(() => stepsOf(path ?? []), [path]);
  const first = map.nodes.some(({ key }) => key === selected) ? selected : map.nodes[0]?.key;
  const idSize = idSizeAt(scale);
  const labelSize = scale < 0.8 ? 12 : 9;
  const isLit = ({ key, from, to }: MapEdge): boolean => [key, from, to].includes(selected ?? '');
  const showsLabel = (edge: MapEdge): boolean =>
    scale > 0.55 ? map.edges.length <= mostLabels || isLit(edge) || isComplainedOf(edge) : isLit(edge);
  return (
    <>
      {map.edges.map((edge) => (
        <Edge
          key={edge.key}
          edge={edge}
          leadsDown={map.leadsDown}
          isSelected={edge.key === selected}
          isLit={onPath.has(edge.key) || (path === null && isLit(edge))}
          isFaded={path !== null && !onPath.has(edge.key)}
          onSelect={() => onSelect(edge.key)}
        />
      ))}
      {map.nodes.map((node: MapNode, index) => (
        <Node
          key={node.key}
          node={node}
          thumbnail={props.thumbnails[node.key]}
          description={descriptions[index]!}
          idSize={idSize}
          isSelected={node.key === selected}
          canBeReached={node.key === first}
          isFaded={path !== null && !path.includes(node.key)}
          isOnPath={path?.includes(node.key) === true}
          tell={tell}
          onSelect={() => onSelect(node.key)}
          onOpen={() => onOpen(node.key)}
        />
      ))}
      <g class="labels" aria-hidden="true">
        {map.edges.filter(showsLabel).map((edge) => (
          <g key={edge.key} class={path !== null && !onPath.has(edge.key) ? 'faded' : ''}>
            <Shapes of={drawLabel(edge, labelSize)} />
          </g>
        ))}
      </g>
    </>
  );
}

/** In steps: the map is not drawn anew for every turn of the wheel. Farther away a picture would be a smudge. */
function idSizeAt(scale: number): number | null {
  if (scale < 0.36) return null;
  return scale < 0.52 ? 20 : scale < 0.8 ? 15 : 11;
}

/** The keys of the edges along a path. */
function stepsOf(path: readonly string[]): ReadonlySet<string> {
  return new Set(path.slice(1).map((to, index) => JSON.stringify([path[index], to])));
}
