import { say } from '../message';
import type { ComponentFact, FormValue, ObjectFact, PropertyFact } from './types';
import { holdsFor, type Version } from './versions';

const byVersion = new WeakMap<ObjectFact, Map<Version, ReadonlyMap<string, PropertyFact>>>();
const histories = new WeakMap<ObjectFact, ReadonlyMap<string, readonly PropertyFact[]>>();

/**
 * The properties that an object or component may have in a version, by name, in the order of the tables. A component's
 * own `type` is the first of them. The same map for the same question: do not change it.
 */
export function propertiesOf(fact: ObjectFact, version: Version): ReadonlyMap<string, PropertyFact> {
  let known = byVersion.get(fact);
  if (known === undefined)
    byVersion.set(fact, (known = new Map<Version, ReadonlyMap<string, PropertyFact>>()));
  let properties = known.get(version);
  if (properties === undefined) known.set(version, (properties = currentProperties(fact, version)));
  return properties;
}

/** All that a property has been through, oldest first; empty where no version knows it. For "since 6.2". */
export function propertyHistory(fact: ObjectFact, name: string): readonly PropertyFact[] {
  return history(fact).get(name) ?? [];
}

/** Names of all properties that the object has in any version. */
export function propertyNames(fact: ObjectFact): readonly string[] {
  return [...history(fact).keys()];
}

/** Whether a property of this version must be there. */
export function isRequired(property: PropertyFact, version: Version): boolean {
  const { required = false } = property;
  return typeof required === 'boolean' ? required : holdsFor(required, version);
}

/**
 * What `${form.x}` gives for an input (facts on Flow JSON, section 4.2).
 *
 * @param literal the component's own value of a property where it is a string that stands for itself; `undefined`
 *   where the property is missing; `null` where it is something else, such as a binding
 * @returns nothing where the component is no input, or where it cannot be known before the flow runs
 */
export function formValueOf(
  fact: ComponentFact,
  literal: (property: string) => string | null | undefined,
): FormValue | undefined {
  if (fact.formValueBy === undefined) return fact.formValue;
  const value = literal(fact.formValueBy.property);
  if (value === null) return undefined;
  const { values } = fact.formValueBy;
  return value !== undefined && Object.hasOwn(values, value) ? values[value] : fact.formValue;
}

function currentProperties(fact: ObjectFact, version: Version): ReadonlyMap<string, PropertyFact> {
  const properties = new Map<string, PropertyFact>();
  for (const [name, facts] of history(fact)) {
    const current = facts.find((property) => holdsFor(property, version));
    if (current) properties.set(name, current);
  }
  return properties;
}

function history(fact: ObjectFact): ReadonlyMap<string, readonly PropertyFact[]> {
  let all = histories.get(fact);
  if (all === undefined) {
    const named = new Map<string, readonly PropertyFact[]>();
    if (isComponent(fact)) named.set('type', [typeProperty(fact)]);
    for (const [name, facts] of Object.entries(fact.properties)) named.set(name, [facts].flat());
    histories.set(fact, (all = named));
  }
  return all;
}

function isComponent(fact: ObjectFact): fact is ComponentFact {
  return 'type' in fact;
}

function typeProperty({ type, provenance }: ComponentFact): PropertyFact {
  return {
    shape: { is: 'enum', bindable: false, words: [type] },
    about: say('Which component this is.'),
    required: true,
    provenance,
  };
}
