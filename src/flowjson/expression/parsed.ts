import type { Node } from '../text/nodes';
import { parseCondition, type ParsedCondition } from './condition';
import { parseExpression, type ParsedExpression } from './nested';

const expressions = new WeakMap<Node, ParsedExpression>();
const conditions = new WeakMap<Node, ParsedCondition>();

/** The expression in a string node that stands in backticks; read once for each node. */
export function expressionOf(node: Node): ParsedExpression {
  let parsed = expressions.get(node);
  if (parsed === undefined) expressions.set(node, (parsed = parseExpression(node.value as string)));
  return parsed;
}

/** The plain condition in a string node; read once for each node. */
export function conditionOf(node: Node): ParsedCondition {
  let parsed = conditions.get(node);
  if (parsed === undefined) conditions.set(node, (parsed = parseCondition(node.value as string)));
  return parsed;
}
