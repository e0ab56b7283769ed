import { alternative, objectFact } from '../../flowjson/catalogue';
import { items as itemsOf, stringOf, valueOf, type Node } from '../../flowjson/text/nodes';
import type { Cursor } from '../context/cursor';
import { factsAt, nodeAtPath } from '../context/factsAt';
import { clickActions } from './actionTemplates';
import { requiredOf } from './componentTemplates';
import { valueProposal, type Proposal } from './proposal';
import { snippetRange } from './snippetRange';
import { spotAt } from './spot';
import { fill, type Template } from './template';

/** Entries of lists that are not components: options, pills, rows, pictures. */
export function items(cursor: Cursor): Proposal[] {
  const at = snippetRange(cursor);
  if (at?.screen === undefined) return [];
  const { flow, screen, path, container } = at;
  const facts = factsAt(flow, path.slice(0, -1));
  const shape = alternative(facts?.shape, 'array')?.items;
  const component = nodeAtPath(flow.tree, path.slice(0, -2));
  if (shape?.is !== 'object' || component === undefined) return [];
  const fact = objectFact(shape.name);
  const type = stringOf(valueOf(component, 'type')) ?? '';
  const spot = spotAt(flow, screen, path, facts!.inForm);
  const required = requiredOf(fact, spot, type);
  const [action] = clickActions(type, spot);
  const needsAction =
    shape.name === 'navigationItem' && action && valueOf(component, 'on-click-action') === undefined;
  const template: Template = {
    ...required,
    ...('id' in required && { id: fill(freeId(container)) }),
    ...(needsAction && { 'on-click-action': action.template }),
  };
  return [
    valueProposal(at, template, {
      kind: 'snippet',
      label: labels[shape.name] ?? shape.name,
      rank: 0,
      about: [fact.about],
    }),
  ];
}

const labels: Readonly<Record<string, string>> = {
  navigationItem: 'list item',
  carouselImage: 'image',
};

/** An id that no entry of the list has. */
function freeId(list: Node | undefined): string {
  const entries = itemsOf(list);
  const taken = new Set(entries.map((entry) => stringOf(valueOf(entry, 'id'))));
  let count = entries.length + 1;
  while (taken.has(`option_${count}`)) count += 1;
  return `option_${count}`;
}
