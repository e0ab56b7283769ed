import type { FlowMap, MapNode } from './contract';
import { card } from './drawing/shapes';

export type Direction = 'left' | 'right' | 'up' | 'down';

/**
 * Where an arrow key leads from a node: to the right and left along the ways where there is one, else to what lies there;
 * up and down in the same column first.
 */
export function neighbour(map: FlowMap, from: MapNode, direction: Direction): MapNode | undefined {
  const others = map.nodes.filter((node) => node !== from && lies(from, node, direction));
  const linked = others.filter(({ key }) => isLinked(map, from.key, key, direction));
  return nearest(linked, from, direction) ?? nearest(others, from, direction);
}

function lies(from: MapNode, to: MapNode, direction: Direction): boolean {
  switch (direction) {
    case 'left':
      return to.x <= from.x - card.width / 2;
    case 'right':
      return to.x >= from.x + card.width / 2;
    case 'up':
      return to.y <= from.y - card.height / 2;
    case 'down':
      return to.y >= from.y + card.height / 2;
  }
}

function isLinked({ edges }: FlowMap, from: string, to: string, direction: Direction): boolean {
  if (direction === 'right') return edges.some((edge) => edge.from === from && edge.to === to);
  if (direction === 'left') return edges.some((edge) => edge.from === to && edge.to === from);
  return false;
}

/** What lies aside counts more than what lies far. */
const aside = 3;

function nearest(nodes: readonly MapNode[], from: MapNode, direction: Direction): MapNode | undefined {
  const isSideways = direction === 'left' || direction === 'right';
  const distance = ({ x, y }: MapNode): number => {
    const [across, along] = [Math.abs(x - from.x), Math.abs(y - from.y)];
    return isSideways ? across + along * aside : along + across * aside;
  };
  let best: MapNode | undefined;
  for (const node of nodes) if (best === undefined || distance(node) < distance(best)) best = node;
  return best;
}
