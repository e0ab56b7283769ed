import { before } from '../catalogue/versions';
import { asExpression } from '../expression/joinedText';
import { openReferencesIn, writeReference } from '../text/reference';
import { arrayOf, booleanType, numberType, stringType, type ValueType } from '../expression/valueTypes';
import { say } from '../message';
import type { Flow } from '../model/flow';
import { mentionsOf, type FlowSymbol } from '../symbols/mentions';
import { renameEdits } from '../symbols/rename';
import { property, stringOf } from '../text/nodes';
import {
  inPlaceOf,
  preferred,
  removeProperty,
  renameProperty,
  short,
  upgradeTo,
  useSuggestion,
} from './common';
import { replace, replaceInside, setProperties } from '../model/edits';
import { declaring } from './declaring';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { freeName } from './names';
import { componentAround } from './places';
import { entryFor } from './schemas';
import { knowsExpressions, referenceAt } from './usage';

/** A reference that leads nowhere: what was meant, or the declaration that it lacks. */
const unknown: Fixer = (flow, diagnosis) => [
  ...useSuggestion(flow, diagnosis, 'use-known-reference'),
  ...onOtherScreens(flow, diagnosis),
  ...declaring(flow, diagnosis),
];

/** The same data or input on another screen, from 4.0 on. */
const onOtherScreens: Fixer = (flow, diagnosis) => {
  const { suggestion } = diagnosis.facts;
  const to = referenceAt(flow, diagnosis)?.to;
  if (suggestion !== undefined || !to || to.screen !== undefined || before(flow.version, '4.0')) return [];
  const own = flow.screenAround(diagnosis.node);
  return flow.screens
    .filter((screen) => screen !== own && screen.id !== undefined)
    .filter((screen) =>
      to.scope === 'data' ? screen.data().has(to.path[0]!) : screen.named().has(to.path[0]!),
    )
    .slice(0, 3)
    .map((screen) => {
      const global = writeReference({ ...to, screen: screen.id });
      return fix('refer-to-other-screen', say('Change to {0}', global), () =>
        inPlaceOf(flow, diagnosis, global),
      );
    });
};

/** The reference among other text becomes an expression; before 6.0 nothing can be done but an upgrade. */
const mixed: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const closed = useSuggestion(flow, diagnosis, 'close-reference');
  if (closed.length > 0) return closed;
  const expression = facts['expression'] ?? asExpression(stringOf(node) ?? '');
  if (componentAround(flow, node)?.type === 'RichText' || expression === undefined) return [];
  if (!knowsExpressions(flow)) return upgradeTo(flow, '6.0');
  return [
    best('write-expression', say('Write an expression: {0}', short(expression)), () =>
      replace(flow, node, expression),
    ),
  ];
};

const local: Fixer = (flow, diagnosis) => useSuggestion(flow, diagnosis, 'use-local-form');

/** A reference whose closing brace is missing. */
const unclosed: Fixer = (flow, { node }) => {
  const open = openReferencesIn(stringOf(node) ?? '').find(({ inner }) =>
    /^(data|form|screen)\./.test(inner),
  );
  if (!open) return [];
  return [
    best('close-reference', say('Add the closing brace'), () => [
      replaceInside(flow, node, open.start, open.end, `\${${open.inner}}`),
    ]),
  ];
};

/** Gives a data entry or an input a name that references and expressions can hold, everywhere. */
function renaming(flow: Flow, symbol: FlowSymbol): Fix[] {
  if (symbol.kind === 'screen') return [];
  const taken = symbol.kind === 'data' ? symbol.screen.data() : symbol.screen.named();
  const name = freeName(symbol.name.replace(/\W+/g, '_'), (word) => taken.has(word));
  if (!/^\w+$/.test(name)) return [];
  return [
    best('make-referenceable', say('Rename to {0} everywhere', name), () => renameEdits(flow, symbol, name)),
  ];
}

const badKey: Fixer = (flow, { node, facts: { key } }) => {
  const screen = flow.screenAround(node);
  return screen && key !== undefined ? renaming(flow, { kind: 'data', name: key, screen }) : [];
};

const hyphen: Fixer = (flow, diagnosis) => {
  const to = referenceAt(flow, diagnosis)?.to;
  const screen = to?.screen === undefined ? flow.screenAround(diagnosis.node) : flow.screen(to.screen);
  if (!to || !screen || !to.path[0]!.includes('-')) return [];
  return renaming(flow, { kind: to.scope === 'form' ? 'component' : 'data', name: to.path[0]!, screen });
};

const byName: Readonly<Record<string, ValueType>> = {
  string: stringType,
  number: numberType,
  boolean: booleanType,
  'string[]': arrayOf(stringType),
};

/** Declares what is bound as the type that the property needs; only where nothing else reads or fills it. */
const declaredType: Fixer = (flow, { node, facts }) => {
  const { key, screen: id, expected, missing } = facts;
  const screen = id === undefined ? undefined : (flow.screen(id) ?? flow.screenAround(node));
  const entry = key === undefined ? undefined : screen?.data().get(key);
  const type = byName[expected?.split(' | ')[0] ?? ''];
  if (!screen || !entry?.value || missing !== undefined || !type) return [];
  const { value } = entry;
  const others = mentionsOf(flow, { kind: 'data', name: entry.key, screen }).filter(
    (mention) => !mention.declaration && mention.node !== node,
  );
  if (others.length > 0) return [];
  const title = say('Declare {0} as {1}', entry.key, expected!.split(' | ')[0]!);
  return [fix('change-declared-type', title, () => setProperties(flow, value, entryFor(type)))];
};

/** A part of a condition that is no condition by itself, compared with a literal. */
const compared: Fixer = (flow, diagnosis) => {
  const reference = referenceAt(flow, diagnosis);
  const { node, span } = diagnosis;
  const source = flow.tree.text.slice(span.start, span.end);
  if (!reference || !/^"?\$\{[^}]*\}"?$/.test(source)) return [];
  const actual = diagnosis.message.args.includes('number') ? '0' : "''";
  const text = (stringOf(node) ?? '').slice(reference.start, reference.end);
  const isWhole = text === stringOf(node);
  const comparison = `${text} != ${actual}`;
  if (!diagnosis.message.args.some((arg) => arg === 'string' || arg === 'number')) return [];
  const written = isWhole ? comparison : `(${comparison})`;
  return [
    best('compare', say('Compare it: {0}', short(comparison)), () => [
      replaceInside(flow, node, reference.start, reference.end, written),
    ]),
  ];
};

const expressionPart: Fixer = (flow, diagnosis) => useSuggestion(flow, diagnosis, 'mend-expression');

const unreachable: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const cases = node.parent?.parent;
  const isTaken = facts['suggestion'] !== undefined && property(cases, facts['suggestion']) !== undefined;
  return [
    ...(facts['suggestion'] === undefined || isTaken
      ? []
      : [renameProperty(flow, node, facts['suggestion'], 'use-option-id')]),
    ...((cases?.children?.length ?? 0) > 1 ? removeProperty(flow, node, 'remove-case') : []),
  ];
};

const malformed: Fixer = (flow, diagnosis) => {
  const suggested = useSuggestion(flow, diagnosis, 'mend-reference');
  return suggested.length > 0 ? suggested : unclosed(flow, diagnosis);
};

export const referenceFixers: Fixers = {
  'reference-unknown': unknown,
  'reference-unknown-elsewhere': unknown,
  'payload-reference-unknown': unknown,
  'payload-reference-elsewhere': unknown,
  'reference-in-text': (flow, diagnosis) => [
    ...mixed(flow, diagnosis),
    ...preferred(unclosed(flow, diagnosis)),
  ],
  'payload-reference-in-text': mixed,
  'reference-own-screen': local,
  'payload-reference-own-screen': local,
  'reference-badly-formed': malformed,
  'payload-reference-malformed': malformed,
  'reference-too-new': (flow, { node }) =>
    upgradeTo(flow, (stringOf(node) ?? '').startsWith('`') ? '6.0' : '4.0'),
  'payload-expression-too-early': (flow, { facts }) => upgradeTo(flow, facts['version']),
  'data-key-not-referenceable': badKey,
  'reference-hyphen-in-expression': hyphen,
  'payload-hyphen-in-expression': hyphen,
  'reference-type': declaredType,
  'reference-type-elsewhere': declaredType,
  'expression-syntax': expressionPart,
  'condition-syntax': expressionPart,
  'payload-expression': expressionPart,
  'condition-type': compared,
  'condition-type-elsewhere': compared,
  'switch-case-unreachable': unreachable,
};
