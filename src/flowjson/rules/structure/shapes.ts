import { objectFact, type ComponentPlace, type ObjectFact, type Shape } from '../../catalogue';
import { say, shortened } from '../../message';
import { valueOf, type Node } from '../../text/nodes';
import { checkAction } from './actions';
import { checkBranch, checkCount } from './counts';
import type { Findings } from './findings';
import { checkPlacement } from './placement';
import { planOf } from './plan';
import {
  checkLinked,
  missingProperty,
  propertyInsideForm,
  suggestFor,
  unknownProperty,
  type Owner,
} from './properties';
import { checkBinding, checkCondition, checkEnum, checkNumber, isBound } from './scalars';
import { checkName, checkText } from './texts';
import { jsonTypes, wrongType } from './types';

/** Where a value stands: inside a Form some properties of inputs are not possible. */
interface Surroundings {
  readonly form: boolean;
  /** The type of the component around it. */
  readonly component: string;
}

export const outside: Surroundings = { form: false, component: '' };

/** Checks what stands in an object, and what must stand there. */
export function checkProperties(
  findings: Findings,
  node: Node,
  fact: ObjectFact,
  owner: Owner,
  around: Surroundings,
): void {
  const plan = planOf(fact, findings.version);
  const { properties, elsewhere, tolerant } = plan;
  let suggest: ReturnType<typeof suggestFor> | undefined;
  for (const { children } of node.children ?? []) {
    const key = children?.[0];
    if (key === undefined) continue;
    const name = String(key.value);
    if (elsewhere.has(name)) continue;
    const property = properties.get(name);
    const value = children![1];
    if (property === undefined) {
      if (!tolerant) unknownProperty(findings, key, fact, owner, (suggest ??= suggestFor(node, plan)));
    } else if (property.outsideForm === true && around.form) propertyInsideForm(findings, key);
    else if (value !== undefined) checkValue(findings, value, property.shape, name, around);
  }
  for (const name of plan.required) {
    if (!hasKey(node, name)) missingProperty(findings, node, name, owner);
  }
  if (plan.linked.length > 0) checkLinked(findings, node, plan, owner);
}

function hasKey(node: Node, name: string): boolean {
  for (const { children } of node.children ?? []) if (children?.[0]?.value === name) return true;
  return false;
}

function checkValue(
  findings: Findings,
  node: Node,
  shape: Shape,
  property: string,
  around: Surroundings,
): void {
  switch (shape.is) {
    case 'text': {
      checkText(findings, node, shape, property);
      return;
    }
    case 'name': {
      checkName(findings, node, property);
      return;
    }
    case 'boolean':
      if (node.type !== 'boolean' && !isBound(findings, node, shape))
        wrongType(findings, node, shape, property);
      return;
    case 'number':
    case 'integer': {
      checkNumber(findings, node, shape, property);
      return;
    }
    case 'enum': {
      checkEnum(findings, node, shape, property);
      return;
    }
    case 'array': {
      checkList(findings, node, shape, property, around);
      return;
    }
    case 'object': {
      checkObject(findings, node, shape, property, around);
      return;
    }
    case 'map': {
      checkMap(findings, node, shape, property, around);
      return;
    }
    case 'components': {
      checkComponents(findings, node, shape, property, around);
      return;
    }
    case 'action':
      if (node.type !== 'object') {
        wrongType(findings, node, shape, property);
        return;
      }
      if (checkAction(findings, node, shape, property, around.component)) {
        const owner = { kind: 'property', name: property } as const;
        checkProperties(findings, node, objectFact(shape.object), owner, around);
      }
      return;
    case 'binding': {
      checkBinding(findings, node, property);
      return;
    }
    case 'condition': {
      checkCondition(findings, node, shape, property);
      return;
    }
    case 'oneOf': {
      checkOneOf(findings, node, shape, property, around);
      return;
    }
    case 'any':
  }
}

function checkList(
  findings: Findings,
  node: Node,
  shape: Extract<Shape, { is: 'array' }>,
  property: string,
  around: Surroundings,
): void {
  if (isBound(findings, node, shape)) return;
  if (node.type !== 'array') {
    wrongType(findings, node, shape, property);
    return;
  }
  const children = node.children ?? [];
  checkCount(findings, node, children.length, shape, property);
  const expected = jsonTypes[shape.items.is];
  for (const [index, child] of children.entries()) {
    const item = child.type === expected ? property : `${property}[${index}]`;
    checkValue(findings, child, shape.items, item, around);
  }
}

function checkObject(
  findings: Findings,
  node: Node,
  shape: Extract<Shape, { is: 'object' }>,
  property: string,
  around: Surroundings,
): void {
  if (node.type === 'object') {
    checkProperties(findings, node, objectFact(shape.name), { kind: 'property', name: property }, around);
  } else if (!isBound(findings, node, shape)) wrongType(findings, node, shape, property);
}

function checkMap(
  findings: Findings,
  node: Node,
  shape: Extract<Shape, { is: 'map' }>,
  property: string,
  around: Surroundings,
): void {
  if (isBound(findings, node, shape)) return;
  if (node.type !== 'object') {
    wrongType(findings, node, shape, property);
    return;
  }
  const children = node.children ?? [];
  checkBranch(findings, node, children.length, shape.min ?? 0, property);
  const { values, keys } = shape;
  // The entries of a data model have rules of their own.
  const opaque = values.is === 'any' || (values.is === 'object' && values.name === 'dataEntry');
  if (opaque && keys === undefined) return;
  for (const { children: [key, value] = [] } of children) {
    if (key === undefined) continue;
    const name = String(key.value);
    if (keys !== undefined && !keys.test(name)) {
      findings.add('key-pattern', {
        node: key,
        message:
          values.is === 'components'
            ? say(
                'A case begins with a letter and has only letters, digits, - and _: "{0}" is not possible.',
                shortened(name),
              )
            : say(
                '"{0}" cannot be the id of a screen: only letters and underscores are possible.',
                shortened(name),
              ),
        facts: { property: name },
      });
    }
    if (value !== undefined && !opaque) checkValue(findings, value, values, name, around);
  }
}

function checkOneOf(
  findings: Findings,
  node: Node,
  shape: Extract<Shape, { is: 'oneOf' }>,
  property: string,
  around: Surroundings,
): void {
  const fitting = shape.shapes.find((one) => jsonTypes[one.is] === node.type);
  if (fitting) checkValue(findings, node, fitting, property, around);
  else if (!shape.shapes.some((one) => 'bindable' in one && isBound(findings, node, one))) {
    wrongType(findings, node, shape, property);
  }
}

function checkComponents(
  findings: Findings,
  node: Node,
  shape: Extract<Shape, { is: 'components' }>,
  property: string,
  around: Surroundings,
): void {
  if (node.type !== 'array') {
    wrongType(findings, node, shape, property);
    return;
  }
  const children = node.children ?? [];
  checkBranch(findings, node, children.length, shape.min ?? 0, property);
  for (const child of children) checkComponent(findings, child, shape.place, property, around.form);
}

function checkComponent(
  findings: Findings,
  node: Node,
  place: ComponentPlace,
  property: string,
  form: boolean,
): void {
  if (node.type !== 'object') {
    findings.add('wrong-type', {
      node,
      message: say('Only components, which are objects in braces, can stand in "{0}".', property),
    });
    return;
  }
  const typeNode = valueOf(node, 'type');
  if (typeNode === undefined) {
    if (!hasKey(node, 'type')) missingProperty(findings, node, 'type', { kind: 'component', name: '' });
    return;
  }
  if (typeNode.type !== 'string') {
    wrongType(findings, typeNode, { is: 'name' }, 'type');
    return;
  }
  const fact = checkPlacement(findings, typeNode, place, node);
  if (fact === undefined) return;
  const around = { form: form || fact.type === 'Form', component: fact.type };
  checkProperties(findings, node, fact, { kind: 'component', name: fact.type }, around);
}
