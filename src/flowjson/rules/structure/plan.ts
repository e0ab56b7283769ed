import {
  isRequired,
  objectFact,
  propertiesOf,
  type ObjectFact,
  type PropertyFact,
  type Version,
} from '../../catalogue';

/** What the walk asks of an object in one version, prepared once. */
export interface Plan {
  readonly properties: ReadonlyMap<string, PropertyFact>;
  readonly required: readonly string[];
  /** Properties that demand or forbid others beside them. */
  readonly linked: readonly (readonly [name: string, property: PropertyFact])[];
  /** Names that other rules look after, because they know more about them; they may be missing in `properties`. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether unknown and missing properties are none of our business. */
  readonly tolerant: boolean;
}

const nothing: ReadonlySet<string> = new Set();
/** Actions are checked with their place in mind. */
const ofActions: ReadonlySet<string> = new Set(['name']);
/** The document family and, for the screens, the walk of each of them. */
const ofFlows: ReadonlySet<string> = new Set(['version', 'data_api_version', 'meta', 'screens']);
/** From 3.0 on the document family says why it is gone. */
const ofNewerFlows: ReadonlySet<string> = new Set([...ofFlows, 'data_channel_uri']);
/** Which ends they need is said by the rules on CalendarPicker, which know its mode. */
const byMode = new Set(
  (['rangeLabels', 'rangeHelperTexts', 'rangeRequired', 'rangeDates', 'rangeErrors'] as const).map(
    objectFact,
  ),
);

const plans = new Map<Version, Map<ObjectFact, Plan>>();

export function planOf(fact: ObjectFact, version: Version): Plan {
  let ofVersion = plans.get(version);
  if (ofVersion === undefined) plans.set(version, (ofVersion = new Map<ObjectFact, Plan>()));
  let plan = ofVersion.get(fact);
  if (plan === undefined) ofVersion.set(fact, (plan = makePlan(fact, version)));
  return plan;
}

function makePlan(fact: ObjectFact, version: Version): Plan {
  const properties = propertiesOf(fact, version);
  const all = [...properties];
  const tolerant = fact.open === true || byMode.has(fact);
  const required = all.filter(([name, property]) => name !== 'version' && isRequired(property, version));
  return {
    properties,
    required: tolerant ? [] : required.map(([name]) => name),
    elsewhere: elsewhereOf(fact, properties),
    tolerant,
    linked: all.filter(([, { needs, excludes }]) => needs !== undefined || excludes !== undefined),
  };
}

function elsewhereOf(fact: ObjectFact, properties: Plan['properties']): ReadonlySet<string> {
  if (fact === objectFact('flow')) return properties.has('data_channel_uri') ? ofFlows : ofNewerFlows;
  return fact === objectFact('clickAction') || fact === objectFact('selectAction') ? ofActions : nothing;
}
