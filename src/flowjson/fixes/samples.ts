import {
  allowedIn,
  componentFact,
  isRequired,
  objectFact,
  propertiesOf,
  type ComponentPlace,
  type ObjectFact,
  type PropertyFact,
  type Shape,
} from '../catalogue';
import { typeOfEntry } from '../expression/dataTypes';
import type { Component } from '../model/component';
import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';
import { stringOf, valueOf, type Node } from '../text/nodes';
import { freeComponentName, freeScreenId, readable } from './names';
import { factOf } from './places';
import { likelyNext, payloadFor } from './targets';

/** A picture of one transparent pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** What a sample stands in: names and references of the screen are chosen so that they fit. */
interface Around {
  readonly flow: Flow;
  readonly screen: Screen | undefined;
  readonly component: Component | undefined;
  /** What is known to read as a text: the name beside it, else the key. */
  readonly word: string;
}

/** A sensible value for a property that an object lacks; nothing where only a person can know. */
export function sampleFor(flow: Flow, object: Node, key: string): unknown {
  const owner = factOf(flow, object);
  const fact = owner && propertiesOf(owner, flow.version).get(key);
  const screen = flow.screenAround(object);
  const component = screen?.components.find(({ node }) => node === object);
  const named = stringOf(valueOf(object, 'name')) ?? stringOf(valueOf(object, 'id'));
  const around = { flow, screen, component, word: named ?? wordFor(component, key) };
  if (owner === objectFact('next') && key === 'name') return screen && likelyNext(flow, screen)?.id;
  if (owner === objectFact('screen') && key === 'id') {
    return freeScreenId(flow, stringOf(valueOf(object, 'title')) ?? 'SCREEN');
  }
  return fact && sampleOf(around, fact, key);
}

/** A component type that has all the properties that an object without a type has, and may stand there. */
export function likelyType(flow: Flow, component: Node, place: ComponentPlace): string | undefined {
  const keys = (component.children ?? []).map(({ children }) => String(children?.[0]?.value));
  if (keys.length === 0) return undefined;
  const fitting = allowedIn(place, flow.version).filter((type) => {
    const known = propertiesOf(componentFact(type)!, flow.version);
    const demanded = [...known].filter(([key, fact]) => key !== 'type' && isRequired(fact, flow.version));
    return keys.every((key) => known.has(key)) && demanded.every(([key]) => keys.includes(key));
  });
  return fitting[0];
}

const wordFor = (component: Component | undefined, key: string): string => {
  if (key === 'label' && component?.type === 'Footer') return 'continue';
  return component && ['label', 'name', 'text', 'title'].includes(key) ? component.type : key;
};

function sampleOf(around: Around, fact: PropertyFact, key: string): unknown {
  const [example] = fact.examples ?? [];
  if (example !== undefined && fact.shape.is === 'text' && fact.shape.format !== 'uri') return example;
  return sampleOfShape(around, fact.shape, key);
}

function sampleOfShape(around: Around, shape: Shape, key: string): unknown {
  switch (shape.is) {
    case 'text':
      return textFor(around, shape.format, key);
    case 'name':
      return around.screen && freeComponentName(around.screen, readable(around.word).toLowerCase());
    case 'boolean':
      return true;
    case 'number':
    case 'integer':
      return Math.min(Math.max(shape.min ?? 1, 1), shape.max ?? Infinity);
    case 'enum':
      return shape.words[0];
    case 'array': {
      const item = sampleOfShape(around, shape.items, key);
      return item === undefined ? undefined : Array.from({ length: shape.min ?? 1 }, () => item);
    }
    case 'object':
      return sampleOfObject(around, objectFact(shape.name));
    case 'map':
      return (shape.min ?? 0) === 0 ? {} : { default: sampleOfShape(around, shape.values, key) };
    case 'components':
      return (shape.min ?? 0) === 0 ? [] : [{ type: 'TextBody', text: 'Text' }];
    case 'action':
      return actionFor(around, shape);
    case 'binding':
      return referenceOn(around.screen, 'string') ?? referenceOn(around.screen, 'boolean');
    case 'condition':
      return referenceOn(around.screen, 'boolean') ?? compared(referenceOn(around.screen, 'string'));
    case 'oneOf':
      return sampleOfShape(around, shape.shapes[0]!, key);
    case 'any':
      return undefined;
  }
}

function sampleOfObject(around: Around, fact: ObjectFact): Record<string, unknown> | undefined {
  if (fact === objectFact('next')) {
    const id = around.screen && likelyNext(around.flow, around.screen)?.id;
    return id === undefined ? undefined : { type: 'screen', name: id };
  }
  const required = [...propertiesOf(fact, around.flow.version)].filter(([, property]) =>
    isRequired(property, around.flow.version),
  );
  const entries = required.map(([key, property]) => [key, sampleOf({ ...around, word: key }, property, key)]);
  return entries.some(([, value]) => value === undefined)
    ? undefined
    : (Object.fromEntries(entries) as Record<string, unknown>);
}

function textFor({ word }: Around, format: string | undefined, key: string): string {
  switch (format) {
    case 'uri':
      return 'https://example.com';
    case 'base64':
      return pixel;
    case 'colour':
      return '#25D366';
    case 'date':
      return '2030-01-01';
    case 'regex':
      return '.*';
    default:
      return key === 'id' ? 'option_1' : readable(word);
  }
}

/** What a Footer or link does most likely: on a terminal screen it completes, elsewhere it goes on. */
export function actionFor(
  { flow, screen }: Pick<Around, 'flow' | 'screen'>,
  { names }: Extract<Shape, { is: 'action' }>,
): unknown {
  const isPossible = (name: string): boolean => names.some((allowed) => allowed.name === name);
  if (screen === undefined) return undefined;
  if (screen.terminal && isPossible('complete')) return { name: 'complete', payload: answerOf(screen) };
  const next = isPossible('navigate') && !screen.terminal ? likelyNext(flow, screen) : undefined;
  if (next?.id !== undefined) {
    return {
      name: 'navigate',
      next: { type: 'screen', name: next.id },
      payload: payloadFor(screen, next),
    };
  }
  if (isPossible('data_exchange') && flow.endpoint)
    return { name: 'data_exchange', payload: answerOf(screen) };
  return isPossible('update_data') && !isPossible('navigate')
    ? { name: 'update_data', payload: {} }
    : undefined;
}

/** What was entered on a screen, as a payload; files are left out, for which there are limits. */
export function answerOf(screen: Screen): Record<string, string> {
  const inputs = [...screen.named()].filter(([name, [component]]) => {
    const value = component && componentFact(component.type)?.formValue;
    return value !== undefined && value !== 'media' && /^\w+$/.test(name);
  });
  return Object.fromEntries(inputs.map(([name]) => [name, `\${form.${name}}`]));
}

function referenceOn(screen: Screen | undefined, type: 'string' | 'boolean'): string | undefined {
  const entries = [...(screen?.data() ?? [])];
  const key = entries.find(([name, { value }]) => /^\w+$/.test(name) && typeOfEntry(value).is === type)?.[0];
  return key && `\${data.${key}}`;
}

const compared = (reference: string | undefined): string | undefined => reference && `${reference} != ''`;
