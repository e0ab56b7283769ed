import {
  objectFact,
  propertiesOf,
  type ObjectFact,
  type PropertyFact,
  type Shape,
  type Version,
} from '../../catalogue';

/** One property whose text, or the texts inside of it, have a soft limit. */
export interface SoftProperty {
  readonly fact: PropertyFact;
  /** What the object in it, or each object of its list, is asked. */
  readonly inner: SoftPlan | undefined;
}

/** The properties of an object that matter for soft limits: few of many, so most of a flow is passed over quickly. */
export type SoftPlan = ReadonlyMap<string, SoftProperty>;

const plans = new Map<Version, Map<ObjectFact, SoftPlan>>();

export function softPlanOf(fact: ObjectFact, version: Version): SoftPlan {
  let ofVersion = plans.get(version);
  if (ofVersion === undefined) plans.set(version, (ofVersion = new Map<ObjectFact, SoftPlan>()));
  let plan = ofVersion.get(fact);
  if (plan === undefined) ofVersion.set(fact, (plan = makePlan(fact, version)));
  return plan;
}

function makePlan(fact: ObjectFact, version: Version): SoftPlan {
  const plan = new Map<string, SoftProperty>();
  for (const [name, property] of propertiesOf(fact, version)) {
    const object = objectIn(property.shape);
    const inner = object && softPlanOf(object, version);
    const matters = inner !== undefined && inner.size > 0;
    if (matters || property.softLimit !== undefined) {
      plan.set(name, { fact: property, inner: matters ? inner : undefined });
    }
  }
  return plan;
}

function objectIn(shape: Shape): ObjectFact | undefined {
  if (shape.is === 'object') return objectFact(shape.name);
  if (shape.is === 'array') return objectIn(shape.items);
  if (shape.is !== 'oneOf') return undefined;
  return shape.shapes.map(objectIn).find((fact) => fact !== undefined);
}
