import { atLeast } from '../catalogue/versions';
import { typeOfEntry } from '../expression/dataTypes';
import { booleanType, numberType, stringType, type ValueType } from '../expression/valueTypes';
import { dynamicValues } from '../expression/dynamicValues';
import type { Diagnosis } from '../diagnosis';
import type { Flow } from '../model/flow';
import { filledBy } from '../model/payload';
import type { Screen } from '../model/screen';
import { referencesOf, type Reference } from '../model/reference';
import { stringOf } from '../text/nodes';
import { actionAround } from './places';

/** The reference that a diagnosis points to: its string may hold several. */
export function referenceAt(flow: Flow, { node, span }: Diagnosis): Reference | undefined {
  const references = referencesOf(node);
  const whole = flow.tree.span(node);
  if (span.start === whole.start) return references[0];
  return references.find(({ start, end }) => {
    const own = flow.tree.spanInside(node, start, end);
    return own.start <= span.start && span.end <= own.end;
  });
}

/** What type a reference is used as, as far as the place says; a text where it does not. */
export function usedAs(flow: Flow, diagnosis: Diagnosis, { start, end }: Reference): ValueType {
  const { node } = diagnosis;
  const text = stringOf(node) ?? '';
  const screen = flow.screenAround(node);
  const value = screen && dynamicValues(screen, flow.version).find((one) => one.node === node);
  if (value?.reading === 'condition' || value?.reading === 'expression') {
    const isCondition = value.shape.is === 'condition';
    return typeBeside(text.slice(0, start), text.slice(end), isCondition);
  }
  if (value) return value.types.find(({ is }) => is !== 'unknown') ?? stringType;
  return typeInPayload(flow, diagnosis) ?? typeBeside(text.slice(0, start), text.slice(end), false);
}

/** What type the bindings of a screen need of an entry of its data; nothing where nothing binds it. */
export function boundAs(flow: Flow, screen: Screen, key: string): ValueType | undefined {
  const values = dynamicValues(screen, flow.version).filter(({ reading, references: [reference] }) => {
    const to = reading === 'binding' ? reference?.to : undefined;
    return to?.scope === 'data' && to.screen === undefined && to.path.length === 1 && to.path[0] === key;
  });
  return values.flatMap(({ types }) => types).find(({ is }) => is !== 'unknown');
}

/** What the screen that an action leads to declares for the entry of its payload. */
function typeInPayload(flow: Flow, { node }: Diagnosis): ValueType | undefined {
  const action = actionAround(flow, node);
  const property = node.parent;
  if (!action || property?.parent !== action.payload || stringOf(node)?.startsWith('`')) return undefined;
  const own = flow.screenAround(node);
  const entry = own && filledBy(flow, own, action)?.data().get(String(property?.children?.[0]?.value));
  const type = entry && typeOfEntry(entry.value);
  return type?.is === 'unknown' ? undefined : type;
}

/** What the operators and literals around say. */
function typeBeside(before: string, after: string, isCondition: boolean): ValueType {
  const next = /^\s*([=!]=|[<>]=?|&&|\|\||[-+*/%])\s*(['"\d]|true|false)?/.exec(after);
  const last = /(['"\d]|true|false)?\s*([=!]=|[<>]=?|&&|\|\||!|[-+*/%])\s*$/.exec(before);
  const operator = next?.[1] ?? last?.[2];
  const literal = next?.[2] ?? last?.[1];
  if (operator === undefined) return isCondition ? booleanType : stringType;
  if (['&&', '||', '!'].includes(operator)) return booleanType;
  if (operator !== '==' && operator !== '!=') return numberType;
  if (literal === undefined || /['"]/.test(literal)) return stringType;
  return /\d/.test(literal) ? numberType : booleanType;
}

/** Whether references to other screens and expressions are known to the flow's version. */
export const knowsExpressions = (flow: Flow): boolean => atLeast(flow.version, '6.0');
