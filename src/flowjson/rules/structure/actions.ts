import {
  actionFact,
  actionPlaces,
  atLeast,
  componentFact,
  holdsFor,
  type ActionFact,
  type Demand,
  type Shape,
  type Version,
} from '../../catalogue';
import { say, shortened } from '../../message';
import { nearest } from '../../text/nearest';
import { property as propertyOf, valueOf, type Node } from '../../text/nodes';
import type { Findings } from './findings';
import { missingProperty } from './properties';
import { wrongType } from './types';

type ActionShape = Extract<Shape, { is: 'action' }>;

/**
 * Whether the action exists and may stand here, and whether it has the keys it must have and none that it must not.
 *
 * @returns whether its keys can be judged: not those of an action that this version does not have
 */
export function checkAction(
  findings: Findings,
  node: Node,
  shape: ActionShape,
  property: string,
  owner: string,
): boolean {
  const nameNode = valueOf(node, 'name');
  if (nameNode === undefined) return true;
  if (nameNode.type !== 'string') {
    wrongType(findings, nameNode, { is: 'name' }, 'name');
    return true;
  }
  const name = nameNode.value as string;
  const action = actionFact(name);
  checkActionName(findings, nameNode, action, shape, property, owner);
  if (action === undefined) return true;
  if (!holdsFor(action, findings.version)) return false;
  demand(findings, node, action, 'next', shape.object === 'clickAction' ? action.next : 'optional');
  demand(findings, node, action, 'url', shape.object === 'clickAction' ? action.url : 'optional');
  // A select action needs its payload whatever it does; the object says so itself.
  demand(findings, node, action, 'payload', shape.object === 'clickAction' ? action.payload : 'optional');
  return true;
}

function checkActionName(
  findings: Findings,
  node: Node,
  action: ActionFact | undefined,
  { names }: ActionShape,
  property: string,
  owner: string,
): void {
  const { version } = findings;
  const here = names
    .filter(({ since }) => since === undefined || atLeast(version, since))
    .map(({ name }) => name);
  const name = node.value as string;
  if ((here as readonly string[]).includes(name)) return;
  const possible = here.join(', ');
  if (action === undefined) {
    const suggestion = nearest(name, here);
    findings.add('unknown-action', {
      node,
      message:
        suggestion === undefined
          ? say('There is no action "{0}". Possible here are: {1}.', shortened(name), possible)
          : say('There is no action "{0}". Did you mean "{1}"?', shortened(name), suggestion),
      facts: { action: name, property, owner, ...(suggestion !== undefined && { suggestion }) },
    });
    return;
  }
  const since = names.find((allowed) => allowed.name === name)?.since;
  if (since !== undefined) {
    findings.add('action-needs-version', {
      node,
      message: say('{0} is possible here from version {1} on; this flow is {2}.', name, since, version),
      facts: { action: name, since },
    });
    return;
  }
  const places = placesOf(action, version);
  findings.add('action-misplaced', {
    node,
    message:
      places === ''
        ? say('{0} is not possible here. Possible here are: {1}.', name, possible)
        : say('{0} is not possible here but in: {1}. Possible here are: {2}.', name, places, possible),
    facts: { action: name, property, owner },
  });
}

/** Where an action may stand in a version: `on-click-action (Footer, OptIn)`. Entries of lists go without saying. */
function placesOf({ name }: ActionFact, version: Version): string {
  const owners = new Map<string, string[]>();
  for (const place of actionPlaces(name)) {
    if (componentFact(place.owner) === undefined || !holdsFor(place, version)) continue;
    owners.set(place.property, [...(owners.get(place.property) ?? []), place.owner]);
  }
  return [...owners].map(([property, types]) => `${property} (${types.join(', ')})`).join(', ');
}

function demand(findings: Findings, node: Node, action: ActionFact, key: string, what: Demand): void {
  const present = propertyOf(node, key) !== undefined;
  if (what === 'required' && !present) {
    missingProperty(findings, node, key, { kind: 'component', name: action.name });
  } else if (what === 'forbidden' && present) {
    findings.add('properties-exclude', {
      node: propertyOf(node, key)!.keyNode,
      message: say('{0} takes no "{1}": remove it.', action.name, key),
      facts: { property: key, action: action.name },
    });
  }
}
