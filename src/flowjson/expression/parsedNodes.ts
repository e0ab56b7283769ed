import { onceForContent } from '../text/movedNode';
import type { Node } from '../text/nodes';
import { parseCondition } from './conditionParser';
import { parseExpression } from './expressionParser';

/** The expression in a string node that stands in backticks; read once until it is changed. */
export const expressionOf = onceForContent((node: Node) => parseExpression(node.value as string));

/** The plain condition in a string node; read once until it is changed. */
export const conditionOf = onceForContent((node: Node) => parseCondition(node.value as string));
