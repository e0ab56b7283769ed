import type { Tables } from './tables';
import type { ActionFact, ActionName, ComponentFact, ComponentPlace, ObjectFact, ObjectName } from './types';
import { atLeast, holdsFor, type Version } from './versions';

/** A property that takes an action: where the action may stand. */
interface ActionPlace {
  /** The type of the component or the name of the object. */
  readonly owner: string;
  readonly property: string;
  readonly since?: Version;
}

/** The questions that the rest of the program asks about the language; answers are computed once. */
export interface Catalogue {
  /** Every component by its type, in the order of the tables. */
  readonly components: ReadonlyMap<string, ComponentFact>;
  /** The components that exist in a version. */
  readonly componentsFor: (version: Version) => readonly ComponentFact[];
  /** A component by its type, of whatever version. */
  readonly componentFact: (type: string) => ComponentFact | undefined;
  readonly objectFact: (name: ObjectName) => ObjectFact;
  /** Types of the components that may stand at a place in a version (facts on Flow JSON, section 9.1). */
  readonly allowedIn: (place: ComponentPlace, version: Version) => readonly string[];
  readonly actionFact: (name: string) => ActionFact | undefined;
  /** Where an action may stand: every property whose value it may be. */
  readonly actionPlaces: (name: ActionName) => readonly ActionPlace[];
  /** Types with a form value, in any version. */
  readonly inputTypes: ReadonlySet<string>;
  /** The values of `data_api_version` in a version. */
  readonly dataApiVersions: (version: Version) => readonly string[];
  readonly tables: Tables;
}

/** Makes the lookups over some tables: those of the language, or in tests a copy with something added. */
export function createCatalogue(tables: Tables): Catalogue {
  const components = new Map(tables.components.map((component) => [component.type, component]));
  const actions = new Map<string, ActionFact>(tables.actions.map((action) => [action.name, action]));
  const places = new Map<ActionName, ActionPlace[]>();
  for (const [owner, fact] of [...components, ...Object.entries(tables.objects)])
    collectActions(owner, fact, places);
  const dataApi = [tables.objects.flow.properties['data_api_version'] ?? []].flat();
  const typesAt = (place: ComponentPlace) =>
    memoised((version: Version) =>
      tables.components
        .filter(({ places: { [place]: since } }) => since !== undefined && atLeast(version, since))
        .map(({ type }) => type),
    );
  const allowed = {
    layout: typesAt('layout'),
    form: typesAt('form'),
    if: typesAt('if'),
    switch: typesAt('switch'),
  };
  return {
    tables,
    components,
    componentsFor: memoised((version: Version) =>
      tables.components.filter((fact) => holdsFor(fact, version)),
    ),
    componentFact: (type) => components.get(type),
    objectFact: (name) => tables.objects[name],
    allowedIn: (place, version) => allowed[place](version),
    actionFact: (name) => actions.get(name),
    actionPlaces: (name) => places.get(name) ?? [],
    inputTypes: new Set(tables.components.filter((fact) => fact.formValue).map((fact) => fact.type)),
    dataApiVersions: (version) => {
      const shape = dataApi.find((property) => holdsFor(property, version))?.shape;
      return shape?.is === 'enum' ? shape.words : [];
    },
  };
}

function collectActions(owner: string, fact: ObjectFact, into: Map<ActionName, ActionPlace[]>): void {
  for (const [property, facts] of Object.entries(fact.properties)) {
    for (const { shape, since } of [facts].flat()) {
      for (const allowed of shape.is === 'action' ? shape.names : []) {
        const first = later(later(fact.since, since), allowed.since);
        const place = { owner, property, ...(first && { since: first }) };
        into.set(allowed.name, [...(into.get(allowed.name) ?? []), place]);
      }
    }
  }
}

function later(a: Version | undefined, b: Version | undefined): Version | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return atLeast(a, b) ? a : b;
}

function memoised<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(key)));
    return value;
  };
}
