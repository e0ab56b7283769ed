import {
  actionFact,
  atLeast,
  componentFact,
  formValueOf,
  holdsFor,
  screenLimits,
  versions,
  type ComponentFact,
  type PropertyFact,
  type Version,
} from '../../flowjson/catalogue';
import { typesBindable } from '../../flowjson/expression/shapeTypes';
import { typeNames } from '../../flowjson/expression/valueTypes';
import { say, type Message } from '../../flowjson/message';
import { factsAbout } from '../../flowjson/schema/describe';
import { stringOf, type Node } from '../../flowjson/text/nodes';
import { factsAt } from '../context/factsAt';
import type { Said, Spot } from './said';

/**
 * What the catalogue says about a key or a word. VS Code shows what our schema says where that reaches the file; then only what a
 * schema cannot say is left.
 */
export function facts({ flow, node }: Spot, schema: boolean): Said | undefined {
  const property = node.parent?.type === 'property' ? node.parent : undefined;
  const key = stringOf(property?.children?.[0]);
  if (property === undefined || key === undefined || node.type === 'object' || node.type === 'array')
    return undefined;
  const steps = flow.tree.steps(property.children?.[1] ?? node);
  const at = factsAt(flow, steps);
  if (at?.property === undefined) return undefined;
  const { version } = flow;
  const component = key === 'type' ? componentFact(stringOf(property.children?.[1]) ?? '') : undefined;
  const messages = [
    ...(schema
      ? []
      : [
          ...aboutWord(property.children?.[1], component, key),
          at.property.about,
          ...factsAbout(at.property, version),
        ]),
    ...(component && at.owner === component ? placesOf(component, version) : []),
    ...(node === property.children?.[0] ? bindingOf(at.property, version) : []),
    ...(at.property.provenance === 'observed'
      ? [say('Meta does not document this; its client accepts it.')]
      : []),
  ];
  return messages.length === 0 ? undefined : { span: flow.tree.span(node), passages: messages };
}

/** The word that stands as the value: an action, a component, a version. */
function aboutWord(
  value: Node | undefined,
  component: ComponentFact | undefined,
  key: string,
): readonly Message[] {
  const word = stringOf(value) ?? '';
  if (component) return [component.about];
  if (key === 'name') return [actionFact(word)?.about ?? []].flat();
  return key === 'version' ? (versions.find(({ name }) => name === word)?.changes ?? []) : [];
}

/** Where a component may stand, how many of it a screen may have, what it gives. */
function placesOf(fact: ComponentFact, version: Version): Message[] {
  const names = { layout: 'screen', form: 'Form', if: 'If', switch: 'Switch' } as const;
  const places = (['layout', 'form', 'if', 'switch'] as const)
    .filter((place) => fact.places[place] !== undefined && atLeast(version, fact.places[place]))
    .map((place) => names[place]);
  const limit = screenLimits.find((one) => one.types.includes(fact.type) && holdsFor(one, version));
  const value = formValueOf(fact, () => undefined);
  return [
    say('May stand in: {0}.', places.join(', ')),
    ...(limit === undefined ? [] : [say('At most {0} on a screen.', limit.max)]),
    ...(value === undefined ? [] : [say('Its value is read as {0}.', '${form.name}')]),
    ...(fact.since === undefined ? [] : [say('Since version {0}.', fact.since)]),
  ];
}

function bindingOf({ shape }: PropertyFact, version: Version): Message[] {
  const types = typesBindable(shape, version);
  if (types.length === 0 || types.some(({ is }) => is === 'unknown')) return [];
  return [
    atLeast(version, '6.0')
      ? say('Takes a reference or an expression that gives {0}.', typeNames(types))
      : say('Takes a reference that gives {0}.', typeNames(types)),
  ];
}
