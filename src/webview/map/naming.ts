import { say, type Message } from '../../flowjson/message';
import type { Tell } from '../shared/tell';
import type { FlowMap, MapEdge, MapNode } from './contract';
import { markMeanings } from './drawing/words';

/** What a screen is called: its id, else its title, else its place in the text. */
export function nameOf(map: FlowMap, node: MapNode, tell: Tell): string {
  if (node.id !== '') return node.id;
  return tell(
    node.title === ''
      ? say('Screen {0} of the text', map.nodes.indexOf(node) + 1)
      : say('“{0}” (no id)', node.title),
  );
}

/** All that the picture of a node shows, in words: what a screen reader says of it. */
export function describe(map: FlowMap, node: MapNode, tell: Tell): string {
  const name = nameOf(map, node, tell);
  const heading = node.title === '' || node.id === '' ? name : `${name}, ${node.title}`;
  const ways = map.edges.filter(({ from }) => from === node.key).map((edge) => wayInWords(map, edge, tell));
  return [
    `${heading}.`,
    ...node.marks.map((mark) => tell(markMeanings[mark])),
    ...(ways.length === 0 ? [] : [tell(say('Leads to {0}.', ways.join('; ')))]),
    ...(node.problemCount === 0 ? [] : [tell(problemsInWords(node.problemCount))]),
  ].join(' ');
}

function wayInWords(map: FlowMap, edge: MapEdge, tell: Tell): string {
  const target = map.nodes.find(({ key }) => key === edge.to);
  const name = target === undefined ? '' : nameOf(map, target, tell);
  const trigger = edge.ways.find((way) => way.trigger !== '')?.trigger;
  return trigger === undefined ? name : tell(say('{0} by “{1}”', name, trigger));
}

function problemsInWords(count: number): Message {
  return count === 1 ? say('1 problem') : say('{0} problems', count);
}

export function wholeInWords(count: number): Message {
  return count === 1
    ? say('1 problem of the flow as a whole')
    : say('{0} problems of the flow as a whole', count);
}

export function pathsInWords({ pathCount, allPaths, walkedCount }: FlowMap): Message {
  if (!allPaths) return say('More than {0} paths, {1} walked', pathCount, walkedCount);
  return pathCount === 1
    ? say('1 path, {0} walked', walkedCount)
    : say('{0} paths, {1} walked', pathCount, walkedCount);
}

/** How an edge stands with the routing model, where there is something to say. */
export function modelInWords({ ways, declared }: MapEdge): Message | undefined {
  if (declared === false) return say('routing_model does not have this way.');
  if (declared === null || ways.some(({ by }) => by === 'navigate')) return undefined;
  return ways.some(({ trigger }) => trigger !== '')
    ? say('Only routing_model has this way: the endpoint may answer with this screen.')
    : say('Only routing_model has this way: no action takes it.');
}
