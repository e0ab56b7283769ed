import { typeOfExpression } from '../../flowjson/expression/expressionTypes';
import { expressionOf } from '../../flowjson/expression/parsedNodes';
import { isExpression } from '../../flowjson/text/reference';
import { resolvedType, typeOfReference } from '../../flowjson/expression/resolve';
import { typeName } from '../../flowjson/expression/valueTypes';
import { say } from '../../flowjson/message';
import { referencesOf } from '../../flowjson/model/reference';
import { aboutResolved } from './named';
import type { Said, Spot } from './said';

/** A `${…}`: what it leads to. */
export function reference({ flow, offset, node }: Spot): Said | undefined {
  const screen = flow.screenAround(node);
  if (screen === undefined || node.type !== 'string') return undefined;
  for (const { to, inner, start, end } of referencesOf(node)) {
    const span = flow.tree.spanInside(node, start, end);
    if (to === undefined || offset < span.start || offset > span.end) continue;
    const passages = aboutResolved(flow, typeOfReference(flow, screen, to), inner, to.path);
    if (passages.length > 0) return { span, passages };
  }
  return undefined;
}

/** An expression in backticks: what it gives. */
export function expression({ flow, node }: Spot): Said | undefined {
  const screen = flow.screenAround(node);
  if (screen === undefined || node.type !== 'string' || !isExpression(node.value as string)) return undefined;
  const { root, problems } = expressionOf(node);
  if (problems.some(({ kind }) => kind === 'refused')) return undefined;
  const { type } = typeOfExpression(root, (to) => resolvedType(typeOfReference(flow, screen, to)));
  if (type.is === 'unknown') return undefined;
  return { span: flow.tree.span(node), passages: [say('The expression gives {0}.', typeName(type))] };
}
