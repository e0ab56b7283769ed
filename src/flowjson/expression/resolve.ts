import { componentFact, formValueOf, type FormValue } from '../catalogue';
import type { Component } from '../model/component';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import type { Node, Property } from '../text/nodes';
import { stringOf, valueOf } from '../text/nodes';
import { stepInto } from './dataTypes';
import type { ReferencePath } from '../text/reference';
import {
  arrayOf,
  booleanType,
  mediaType,
  numberType,
  objectOf,
  stringType,
  unknownType,
  type ValueType,
} from './valueTypes';

/** What a reference leads to, or where it gets lost. */
export type Resolution =
  | {
      readonly is: 'data';
      readonly screen: Screen;
      readonly type: ValueType;
      /** The declaration: the entry of the data model, or what the path leads to inside of it. */
      readonly entry: Property;
      /** The key of the declaration, for "go to definition". */
      readonly declaration: Node;
    }
  | {
      readonly is: 'input';
      readonly screen: Screen;
      readonly type: ValueType;
      /** The first one of that name. */
      readonly component: Component;
      /** The name of the input, for "go to definition". */
      readonly declaration: Node;
    }
  | { readonly is: 'unknown-screen'; readonly name: string }
  /** The data model lacks the key. */
  | { readonly is: 'unknown-data'; readonly screen: Screen; readonly key: string }
  /** No component has that name; `other` is one that has it and gives no value, such as a Form. */
  | {
      readonly is: 'unknown-input';
      readonly screen: Screen;
      readonly name: string;
      readonly other: Component | undefined;
    }
  /** The key or input exists, but has no such part. */
  | { readonly is: 'unknown-part'; readonly screen: Screen; readonly step: string; readonly of: string }
  /** A step into a list, which cannot be taken (facts on Flow JSON, section 5.1). */
  | { readonly is: 'array-step'; readonly screen: Screen; readonly step: string; readonly of: string };

/**
 * Where a reference on a screen leads, also to other screens.
 *
 * @param screen the screen that the reference stands on
 */
export function typeOfReference(flow: Flow, screen: Screen, to: ReferencePath): Resolution {
  if (to.screen === undefined) return typeOnScreen(screen, to);
  const other = flow.screen(to.screen);
  return other ? typeOnScreen(other, to) : { is: 'unknown-screen', name: to.screen };
}

/** Where a path leads on a given screen, whatever screen the reference names: all that a rule on one screen may know. */
export function typeOnScreen(screen: Screen, { scope, path }: ReferencePath): Resolution {
  return scope === 'data' ? dataOn(screen, path) : inputOn(screen, path);
}

/** Whether a reference names the screen it stands on, in place of the local form. */
export function isOwnScreen(screen: Screen, to: ReferencePath): boolean {
  return to.screen !== undefined && to.screen === screen.id;
}

/** The type a resolution gives; unknown where it leads nowhere. */
export function resolvedType(resolution: Resolution): ValueType {
  return 'type' in resolution ? resolution.type : unknownType;
}

/** The type of the value of an input (facts on Flow JSON, section 4.2); nothing for what is no input. */
export function typeOfInput({ type, node }: Component): ValueType | undefined {
  const fact = componentFact(type);
  // An unknown type is reported as such; what it would give is anybody's guess.
  if (fact === undefined) return unknownType;
  if (fact.formValue === undefined) return undefined;
  const value = formValueOf(fact, (property) => {
    const own = valueOf(node, property);
    if (own === undefined) return undefined;
    const text = stringOf(own);
    return text === undefined || text.includes('${') || text.startsWith('`') ? null : text;
  });
  return value === undefined ? unknownType : formTypes[value];
}

const formTypes: Readonly<Record<FormValue, ValueType>> = {
  string: stringType,
  number: numberType,
  boolean: booleanType,
  strings: arrayOf(stringType),
  'date-range': objectOf({ 'start-date': stringType, 'end-date': stringType }),
  media: arrayOf(mediaType),
};

function dataOn(screen: Screen, path: readonly string[]): Resolution {
  const [key, ...steps] = path;
  const entry = screen.data().get(key!);
  if (entry === undefined) return { is: 'unknown-data', screen, key: key! };
  const found = stepInto(entry, steps);
  switch (found.is) {
    case 'found':
      return {
        is: 'data',
        screen,
        type: found.type,
        entry: found.property,
        declaration: found.property.keyNode,
      };
    case 'unknown':
      return { is: 'data', screen, type: unknownType, entry, declaration: entry.keyNode };
    default:
      return {
        is: found.is === 'array' ? 'array-step' : 'unknown-part',
        screen,
        step: steps[found.at]!,
        of: path.slice(0, found.at + 1).join('.'),
      };
  }
}

function inputOn(screen: Screen, path: readonly string[]): Resolution {
  const [name, ...steps] = path;
  const named = screen.named().get(name!) ?? [];
  const component = named.find((one) => typeOfInput(one) !== undefined);
  const declaration = component?.nameNode;
  if (component === undefined || declaration === undefined) {
    const other = named[0] ?? screen.components.find((one) => one.name === name);
    return { is: 'unknown-input', screen, name: name!, other };
  }
  let type = typeOfInput(component) ?? unknownType;
  for (const [index, step] of steps.entries()) {
    if (type.is === 'unknown') break;
    const of = path.slice(0, index + 1).join('.');
    if (type.is === 'array') return { is: 'array-step', screen, step, of };
    const inner = type.is === 'object' ? type.properties.get(step) : undefined;
    if (inner === undefined) return { is: 'unknown-part', screen, step, of };
    type = inner;
  }
  // Names that stand twice are reported; which of them is meant, and so the type, is open.
  const same = named.every((one) => typeOfInput(one)?.is === typeOfInput(component)?.is);
  return { is: 'input', screen, type: same ? type : unknownType, component, declaration };
}
