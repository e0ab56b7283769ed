import { componentFact, propertiesOf, type Shape, type Version } from '../../catalogue';
import { typeOfShape } from '../../expression/shapeTypes';
import { isBinding, isExpression } from '../../text/reference';
import { resolvedType, typeOfInput, typeOnScreen } from '../../expression/resolve';
import { misfit, typeName, typeNames, type ValueType } from '../../expression/valueTypes';
import { say } from '../../message';
import type { Component } from '../../model/component';
import { referencesOf } from '../../model/reference';
import type { Screen } from '../../model/screen';
import { items, stringOf, type Node } from '../../text/nodes';
import type { Finding } from '../rule';
import { ownProperty, type FormProperty } from './formEntries';

/** What is wrong with the type of a value that a Form holds for an input; nothing if it fits or is not known. */
export function typeFinding(
  screen: Screen,
  input: Component,
  property: FormProperty,
  node: Node,
  version: Version,
): Finding | undefined {
  const expected = typesFor(input, property, version);
  const actual = typeOfValue(screen, node);
  if (actual === undefined || expected.length === 0) return undefined;
  if (expected.some((type) => fits(actual, type))) return undefined;
  return {
    node,
    message: say(
      '{0} ({1}) takes {2} here, not {3}.',
      input.name!,
      input.type,
      typeNames(expected),
      typeName(actual),
    ),
    facts: { name: input.name!, expected: typeNames(expected) },
    related: [{ node: input.nameNode!, message: say('The {0}.', input.type) }],
  };
}

/** What an object holds is left to the rules on its input, which know what it needs. */
function fits(actual: ValueType, expected: ValueType): boolean {
  return (actual.is === 'object' && expected.is === 'object') || misfit(actual, expected) === undefined;
}

/** The types that an input takes, those of its own property outside of Forms; empty where nothing is known of it. */
function typesFor(input: Component, property: FormProperty, version: Version): readonly ValueType[] {
  const fact = componentFact(input.type);
  const shape = fact && propertiesOf(fact, version).get(ownProperty[property])?.shape;
  if (shape === undefined) return [];
  const types = alternatives(shape).map((one) => typeOfShape(one, version));
  const own = typeOfInput(input);
  // An input for numbers gives a number, so it may start with one.
  return property === 'init-values' && own?.is === 'number' ? [...types, own] : types;
}

const alternatives = (shape: Shape): readonly Shape[] => (shape.is === 'oneOf' ? shape.shapes : [shape]);

/** The type of a value as written or, of a reference on this screen, as declared; nothing where it is not known here. */
function typeOfValue(screen: Screen, node: Node): ValueType | undefined {
  switch (node.type) {
    case 'string':
      return typeOfText(screen, node);
    case 'number':
    case 'boolean':
      return { is: node.type };
    case 'array': {
      const kinds = items(node).map((item) => typeOfValue(screen, item));
      // Lists are of texts throughout: what is none of them speaks for the list.
      const odd = kinds.find((kind) => kind !== undefined && kind.is !== 'string');
      return { is: 'array', items: odd ?? { is: 'string' } };
    }
    case 'object':
      return { is: 'object', properties: new Map() };
    default:
      return undefined;
  }
}

function typeOfText(screen: Screen, node: Node): ValueType | undefined {
  const text = stringOf(node)!;
  if (isExpression(text)) return undefined;
  if (!isBinding(text)) return { is: 'string' };
  const to = referencesOf(node)[0]?.to;
  return to === undefined || to.screen !== undefined ? undefined : resolvedType(typeOnScreen(screen, to));
}
