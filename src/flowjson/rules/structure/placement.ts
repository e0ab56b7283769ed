import {
  allowedIn,
  atLeast,
  componentFact,
  type ComponentFact,
  type ComponentPlace,
  type Version,
} from '../../catalogue';
import { say, shortened, type Message } from '../../message';
import { nearest } from '../../text/nearest';
import type { Node } from '../../text/nodes';
import type { Findings } from './findings';

/**
 * Whether a component of this type may stand here; reports it if not.
 *
 * @returns what is known of the component, so that its properties can be checked even where it stands wrong; nothing for
 *   one that this version does not know
 */
export function checkPlacement(
  findings: Findings,
  typeNode: Node,
  place: ComponentPlace,
  component: Node,
): ComponentFact | undefined {
  const { version } = findings;
  const type = typeNode.value as string;
  const fact = componentFact(type);
  if (fact === undefined) {
    const suggestion = nearest(type, allowedIn(place, version));
    findings.add('unknown-component', {
      node: typeNode,
      message:
        suggestion === undefined
          ? say('There is no component "{0}".', shortened(type))
          : say('There is no component "{0}". Did you mean "{1}"?', shortened(type), suggestion),
      facts: { type, place, ...(suggestion !== undefined && { suggestion }) },
    });
    return undefined;
  }
  if (fact.since !== undefined && !atLeast(version, fact.since)) {
    findings.add('component-needs-version', {
      node: typeNode,
      message: say('{0} exists from version {1} on; this flow is {2}.', type, fact.since, version),
      facts: { type, since: fact.since },
    });
    return undefined;
  }
  const since = fact.places[place];
  if (since !== undefined && atLeast(version, since)) return fact;
  if (place === 'layout' && fact.joinsForm) {
    findings.add('input-needs-form', {
      node: component,
      message: say('{0} must stand inside a Form before version 4.0.', type),
      facts: { type },
    });
  } else {
    findings.add('component-misplaced', {
      node: typeNode,
      message: since === undefined ? misplaced(type, place) : misplacedYet(type, place, since, version),
      facts: { type, place, ...(since !== undefined && { since }) },
    });
  }
  return fact;
}

function misplaced(type: string, place: ComponentPlace): Message {
  switch (place) {
    case 'layout':
      return say('{0} cannot stand directly on a screen.', type);
    case 'form':
      return say('{0} cannot stand inside a Form.', type);
    case 'if':
      return say('{0} cannot stand inside an If.', type);
    case 'switch':
      return say('{0} cannot stand inside a Switch.', type);
  }
}

function misplacedYet(type: string, place: ComponentPlace, since: Version, version: Version): Message {
  const where = { layout: 'layout', form: 'Form', if: 'If', switch: 'Switch' }[place];
  return say('{0} can stand inside {1} from version {2} on; this flow is {3}.', type, where, since, version);
}
