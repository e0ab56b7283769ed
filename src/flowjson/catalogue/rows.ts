import type { Message } from '../message';
import type { ActionName, ComponentPlace, ObjectName, PropertyFact, Shape } from './types';
import type { Version, VersionSpan } from './versions';

/** What a row of the tables may say beside its shape and its sentence. */
export type Details = Partial<Omit<PropertyFact, 'shape' | 'about'>>;
type Bounds = { readonly min?: number; readonly max?: number };
type TextDetails = Omit<Extract<Shape, { is: 'text' }>, 'is' | 'bindable'>;

/** One row of a table. Facts are documented unless `details` says otherwise. */
export function property(shape: Shape, about: Message, details: Details = {}): PropertyFact {
  return { shape, about, provenance: 'documented', ...details };
}

/** Shapes that take a binding instead of the value. */
export const text = (details: TextDetails = {}): Shape => ({ is: 'text', bindable: true, ...details });
export const bool: Shape = { is: 'boolean', bindable: true };
export const number = (bounds: Bounds = {}): Shape => ({ is: 'number', bindable: true, ...bounds });
export const integer = (bounds: Bounds = {}): Shape => ({ is: 'integer', bindable: true, ...bounds });
export const list = (items: Shape, bounds: Bounds = {}): Shape => ({
  is: 'array',
  bindable: true,
  items,
  ...bounds,
});
export const oneOfOrBinding = (...words: readonly string[]): Shape => ({ is: 'enum', bindable: true, words });

/** Shapes that take the value only. */
export const plainText = (details: TextDetails = {}): Shape => ({ is: 'text', bindable: false, ...details });
export const plainBool: Shape = { is: 'boolean', bindable: false };
export const plainInteger = (bounds: Bounds = {}): Shape => ({ is: 'integer', bindable: false, ...bounds });
export const plainList = (items: Shape, bounds: Bounds = {}): Shape => ({
  is: 'array',
  bindable: false,
  items,
  ...bounds,
});
export const oneOf = (...words: readonly string[]): Shape => ({ is: 'enum', bindable: false, words });

export const name: Shape = { is: 'name' };
export const base64: Shape = text({ format: 'base64' });
export const object = (of: ObjectName): Shape => ({ is: 'object', name: of });
export const either = (...shapes: readonly Shape[]): Shape => ({ is: 'oneOf', shapes });
export const components = (place: ComponentPlace, min?: number): Shape => ({
  is: 'components',
  place,
  ...(min !== undefined && { min }),
});

type Allowed = ActionName | { readonly name: ActionName; readonly since: Version };
const names = (actions: readonly Allowed[]) =>
  actions.map((action) => (typeof action === 'string' ? { name: action } : action));

export const clickAction = (...actions: readonly Allowed[]): Shape => ({
  is: 'action',
  object: 'clickAction',
  names: names(actions),
});
export const selectAction = (...actions: readonly Allowed[]): Shape => ({
  is: 'action',
  object: 'selectAction',
  names: names(actions),
});
export const from = (since: Version, action: ActionName): Allowed => ({ name: action, since });

/** Shorthand for a property that must always be there. */
export const required = { required: true } as const satisfies { required: boolean | VersionSpan };
