import { once } from '../once';
import type { Node } from '../text/nodes';
import { parseCondition } from './conditionParser';
import { parseExpression } from './expressionParser';

/** The expression in a string node that stands in backticks; read once for each node. */
export const expressionOf = once((node: Node) => parseExpression(node.value as string));

/** The plain condition in a string node; read once for each node. */
export const conditionOf = once((node: Node) => parseCondition(node.value as string));
