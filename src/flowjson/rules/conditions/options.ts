import { conditionPartsOf, type Condition } from '../../expression/conditionAst';
import { partsOf, type Expression } from '../../expression/expressionAst';
import { conditionOf, expressionOf } from '../../expression/parsedNodes';
import { typeOnScreen } from '../../expression/resolve';
import type { DynamicValue } from '../../expression/dynamicValues';
import { say, shortened, type Message } from '../../message';
import type { Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { items, properties, stringOf, valueOf } from '../../text/nodes';
import { forValues } from '../common/valueRules';
import type { ScreenRule } from '../rule';
import { nearestAmong } from '../common/suggestions';

/** A list whose options stand in the flow can give nothing but their ids. */
export const unreachableCase: ScreenRule = {
  id: 'switch-case-unreachable',
  since: '4.0',
  codes: ['SWITCH_CASE_UNREACHABLE'],
  severity: 'warning',
  provenance: 'advice',
  about: 'The cases of a Switch over a list of options are among the ids of the options.',
  checkScreen: forValues((value, report, _version, screen) => {
    if (value.shape.is !== 'binding' || value.reading !== 'binding') return;
    const choice = choiceOf(value.references[0], screen);
    if (!choice) return;
    for (const { key, keyNode } of properties(valueOf(value.component?.node, 'cases'))) {
      if (key !== 'default' && !choice.ids.has(key)) report({ node: keyNode, ...noOption(choice, key) });
    }
  }),
};

/** The same for what conditions and expressions compare such a list with; an empty text means that nothing is chosen. */
export const unknownOption: ScreenRule = {
  id: 'compared-option-unknown',
  since: '4.0',
  codes: ['COMPARED_OPTION_UNKNOWN'],
  severity: 'warning',
  provenance: 'advice',
  about: 'What a list of options is compared with is the id of one of them.',
  checkScreen: forValues((value, report, _version, screen) => {
    const choices = new Map<string, Choice | undefined>();
    for (const [reference, literal] of comparisonsIn(value)) {
      if (literal.value === '') continue;
      if (!choices.has(reference.inner)) choices.set(reference.inner, choiceOf(reference, screen));
      const choice = choices.get(reference.inner);
      if (!choice || choice.ids.has(literal.value)) continue;
      report({
        node: value.node,
        inside: [literal.start, literal.end],
        ...noOption(choice, literal.value, "'"),
      });
    }
  }),
};

interface Choice {
  readonly name: string;
  readonly declaration: Node;
  readonly ids: ReadonlySet<string>;
  /** The id that was meant by another word. */
  readonly meant: (word: string) => string | undefined;
}

/** The choice of one option that a reference reads; nothing where not all the ids it can give are known. */
function choiceOf(reference: Pick<Read, 'to'> | undefined, screen: Screen): Choice | undefined {
  const to = reference?.to;
  if (to?.scope !== 'form' || to.screen !== undefined) return undefined;
  const resolution = typeOnScreen(screen, to);
  const ids = resolution.is === 'input' ? idsOf(resolution.component) : undefined;
  return ids && 'declaration' in resolution
    ? { name: to.path[0]!, declaration: resolution.declaration, ids, meant: nearestAmong(ids) }
    : undefined;
}

function idsOf({ type, node }: Component): Set<string> | undefined {
  if (type !== 'RadioButtonsGroup' && type !== 'Dropdown') return undefined;
  const options = items(valueOf(node, 'data-source'));
  const ids = options.map((option) => stringOf(valueOf(option, 'id')));
  // An empty list is half-typed or bound; an id that is no plain text is unknown.
  const known = ids.filter(
    (id): id is string => id !== undefined && !id.includes('${') && !id.startsWith('`'),
  );
  return known.length > 0 && known.length === ids.length ? new Set(known) : undefined;
}

function noOption({ name, declaration, meant }: Choice, id: string, quote = ''): Saying {
  const suggestion = meant(id);
  return {
    message: suggestion
      ? say('No option of {0} has the id "{1}". Did you mean "{2}"?', name, shortened(id), suggestion)
      : say('No option of {0} has the id "{1}", so it is never this one.', name, shortened(id)),
    ...(suggestion !== undefined && { facts: { suggestion: `${quote}${suggestion}${quote}` } }),
    related: [{ node: declaration, message: say('The options stand here.') }],
  };
}

interface Saying {
  readonly message: Message;
  readonly facts?: { readonly suggestion: string };
  readonly related: readonly { readonly node: Node; readonly message: Message }[];
}

type Part = Condition | Expression;
type Read = Part & { readonly is: 'reference' };
type Literal = Part & { readonly is: 'text' };

/** Every comparison for equality of a reference with a text. */
function* comparisonsIn({ node, text, reading }: DynamicValue): Generator<readonly [Read, Literal]> {
  if (!text.includes('=')) return;
  if (reading === 'expression') yield* comparisonsBelow(expressionOf(node).root, partsOf);
  const condition = reading === 'condition' ? conditionOf(node).root : undefined;
  if (condition) yield* comparisonsBelow(condition, conditionPartsOf);
}

function* comparisonsBelow<P extends Part>(
  root: P,
  below: (part: P) => readonly P[],
): Generator<readonly [Read, Literal]> {
  const rest = [root];
  for (let part = rest.pop(); part; part = rest.pop()) {
    const one: Part = part;
    if ((one.is === 'binary' || one.is === 'comparison') && /^[!=]=$/.test(one.operator)) {
      const { left, right } = one;
      if (left.is === 'reference' && right.is === 'text') yield [left, right];
      if (left.is === 'text' && right.is === 'reference') yield [right, left];
    }
    for (const inner of below(part)) rest.push(inner);
  }
}
