import { atLeast, propertyHistory, type ObjectFact, type PropertyFact } from '../../catalogue';
import type { Severity } from '../../diagnosis';
import { say, shortened, type Message } from '../../message';
import { property as propertyOf, type Node } from '../../text/nodes';
import { nearestAmong } from '../common/suggestions';
import type { Findings } from './findings';
import type { Plan } from './plan';

/** Whose properties they are: for the sentences. */
export interface Owner {
  readonly kind: 'component' | 'property' | 'screen' | 'flow';
  /** The type of the component, or the property that the object stands in. */
  readonly name: string;
}

/** Finds the property that a mistyped one was meant to be, among those that the object does not have yet. */
export function suggestFor(object: Node, plan: Plan): (name: string) => string | undefined {
  const present = new Set((object.children ?? []).map(({ children }) => children?.[0]?.value as unknown));
  return nearestAmong([...plan.properties.keys()].filter((name) => !present.has(name)));
}

/** A name that the object does not have in this version. */
export function unknownProperty(
  findings: Findings,
  keyNode: Node,
  fact: ObjectFact,
  owner: Owner,
  suggest: (name: string) => string | undefined,
): void {
  const name = String(keyNode.value);
  const { version } = findings;
  const later = propertyHistory(fact, name).find(
    ({ since }) => since !== undefined && !atLeast(version, since),
  );
  if (later?.since !== undefined) {
    findings.add('property-needs-version', {
      node: keyNode,
      message: say('"{0}" exists from version {1} on; this flow is {2}.', name, later.since, version),
      facts: { property: name, since: later.since },
    });
    return;
  }
  const suggestion = suggest(name);
  findings.add('unknown-property', {
    node: keyNode,
    message: suggestion === undefined ? unknown(name, owner) : unknownButNear(name, owner, suggestion),
    facts: { property: name, owner: owner.name, ...(suggestion !== undefined && { suggestion }) },
  });
}

function unknown(name: string, owner: Owner): Message {
  const shown = shortened(name);
  switch (owner.kind) {
    case 'component':
      return say('{0} has no property "{1}".', owner.name, shown);
    case 'property':
      return say('"{0}" has no property "{1}".', owner.name, shown);
    case 'screen':
      return say('A screen has no property "{0}".', shown);
    case 'flow':
      return say('The top level of a flow has no property "{0}".', shown);
  }
}

function unknownButNear(name: string, owner: Owner, suggestion: string): Message {
  const shown = shortened(name);
  switch (owner.kind) {
    case 'component':
      return say('{0} has no property "{1}". Did you mean "{2}"?', owner.name, shown, suggestion);
    case 'property':
      return say('"{0}" has no property "{1}". Did you mean "{2}"?', owner.name, shown, suggestion);
    case 'screen':
      return say('A screen has no property "{0}". Did you mean "{1}"?', shown, suggestion);
    case 'flow':
      return say('The top level of a flow has no property "{0}". Did you mean "{1}"?', shown, suggestion);
  }
}

/** `init-value` and `error-message` of inputs inside a Form, which has them for all of its inputs. */
export function propertyInsideForm(findings: Findings, keyNode: Node): void {
  const name = String(keyNode.value);
  const ofForm = name === 'init-value' ? 'init-values' : 'error-messages';
  findings.add('property-inside-form', {
    node: keyNode,
    message: say('Inside a Form "{0}" is not possible: use "{1}" of the Form.', name, ofForm),
    facts: { property: name, ofForm },
  });
}

/** A property that must be there. */
export function missingProperty(
  findings: Findings,
  object: Node,
  name: string,
  owner: Owner,
  severity: Severity = 'error',
): void {
  findings.add('missing-property', {
    node: object,
    ...(name === 'type' && { code: 'MISSING_REQUIRED_TYPE_PROPERTY' }),
    severity,
    message: missing(name, owner),
    facts: { property: name, owner: owner.name },
  });
}

function missing(name: string, owner: Owner): Message {
  switch (owner.kind) {
    case 'component':
      return owner.name === ''
        ? say('A component needs "{0}".', name)
        : say('{0} needs the property "{1}".', owner.name, name);
    case 'property':
      return say('"{0}" needs the property "{1}".', owner.name, name);
    case 'screen':
      return say('A screen needs the property "{0}".', name);
    case 'flow':
      return say('A flow needs the property "{0}".', name);
  }
}

/** Properties that need or exclude others beside them. */
export function checkLinked(findings: Findings, object: Node, plan: Plan, owner: Owner): void {
  for (const [name, property] of plan.linked) {
    if (propertyOf(object, name) === undefined) continue;
    checkNeeds(findings, object, name, property, owner);
    const excluded = property.excludes?.filter((other) => propertyOf(object, other) !== undefined) ?? [];
    if (excluded.length === 0) continue;
    findings.add('properties-exclude', {
      node: object,
      message: say('"{0}" cannot stand beside {1}: remove one or the other.', name, quoted(excluded)),
      facts: { property: name, excluded: excluded.join(' ') },
    });
  }
}

function checkNeeds(
  findings: Findings,
  object: Node,
  name: string,
  { needs = [] }: PropertyFact,
  owner: Owner,
): void {
  for (const other of needs) {
    if (propertyOf(object, other) !== undefined) continue;
    const message = say('"{0}" needs "{1}" beside it: add it, or remove "{0}".', name, other);
    const facts = { property: other, owner: owner.name, beside: name };
    // The helper text of a pattern counts as a missing property, everything else as a dependency.
    if (name === 'pattern') findings.add('missing-property', { node: object, message, facts });
    else findings.add('property-needs-other', { node: object, message, facts });
  }
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');
