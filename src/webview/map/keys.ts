import type { FlowMap } from './contract';
import { neighbour, type Direction } from './moving';

/** What a key asks for. */
export type Order =
  | { readonly is: 'go' | 'open' | 'play'; readonly key: string }
  | { readonly is: 'zoom'; readonly factor: number }
  | { readonly is: 'full' | 'fit' | 'leave' };

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/**
 * @param pressed as `KeyboardEvent.key` has it
 * @param at the key of the node that has the focus, if one has
 */
export function pressed(pressed: string, map: FlowMap, at: string | null): Order | undefined {
  switch (pressed) {
    case '+':
    case '=':
      return { is: 'zoom', factor: 1.25 };
    case '-':
      return { is: 'zoom', factor: 1 / 1.25 };
    case '0':
      return { is: 'fit' };
    case '1':
      return { is: 'full' };
    case 'Escape':
      return { is: 'leave' };
  }
  const index = map.nodes.findIndex(({ key }) => key === at);
  const node = map.nodes[index];
  if (node === undefined) return undefined;
  if (pressed === 'Enter') return { is: 'open', key: node.key };
  if (pressed === ' ' || pressed.toLowerCase() === 'p') return { is: 'play', key: node.key };
  const direction = Object.hasOwn(directions, pressed) ? directions[pressed] : undefined;
  const next = direction ? neighbour(map, node, direction) : inText(pressed, map, index);
  return next && { is: 'go', key: next.key };
}

/** In the order of the text every screen is reached, wherever it lies. */
function inText(pressed: string, { nodes }: FlowMap, index: number) {
  switch (pressed) {
    case 'Home':
      return nodes.find(({ marks }) => marks.includes('entry')) ?? nodes[0];
    case 'End':
      return nodes.at(-1);
    case 'PageDown':
      return nodes[index + 1];
    case 'PageUp':
      return nodes[index - 1];
    default:
      return undefined;
  }
}
