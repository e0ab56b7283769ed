import { atLeast } from '../../flowjson/catalogue';
import { say } from '../../flowjson/message';
import { isBinding, isExpression, parseReference, referencesIn } from '../../flowjson/text/reference';
import { isList, isObject, type Json } from '../json';
import { longestText } from '../limits';
import { given, type Evaluated, type Gap, type Scope } from './evaluated';
import { evaluateExpression } from './expression';
import { isKnown, lookUp } from './lookUp';

/**
 * What a text of a flow gives now: the value of a reference that is the whole of it, from 6.0 the result of an expression
 * in backticks, or the text as it stands (facts on Flow JSON, sections 5.1 and 5.2). Never throws.
 */
export function evaluateText(text: string, scope: Scope): Evaluated {
  if (isExpression(text) && atLeast(scope.version, '6.0')) return evaluateExpression(text, scope);
  if (isBinding(text)) {
    const inner = text.slice(2, -1);
    const to = parseReference(inner);
    const found = lookUp(inner, to, scope);
    // What a version does not take for a reference is shown as it stands.
    return to === undefined || !isKnown(to, scope) ? { ...found, value: text } : found;
  }
  const looked = text.slice(0, longestText);
  if (!looked.includes('${') || referencesIn(looked).length === 0) return given(text);
  const reason = say('A reference among other text is shown as it stands; only a whole value is replaced.');
  return { value: text, gaps: [{ reason, broken: true }] };
}

/** Whether a text is more than itself in a version: a binding, or from 6.0 an expression. */
export function isReplaced(text: string, { version }: Scope): boolean {
  return isBinding(text) || (isExpression(text) && atLeast(version, '6.0'));
}

/** The same for every text inside of a value, such as a payload. Values of references are not looked into again. */
export function evaluateAll(value: Json, scope: Scope): Evaluated {
  const gaps: Gap[] = [];
  return { value: below(value, scope, gaps), gaps };
}

function below(value: Json, scope: Scope, gaps: Gap[]): Json {
  if (typeof value === 'string') {
    const found = evaluateText(value, scope);
    for (const gap of found.gaps) gaps.push(gap);
    return found.value;
  }
  if (isList(value)) return value.map((item) => below(item, scope, gaps));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, below(item, scope, gaps)] as const),
  );
}
