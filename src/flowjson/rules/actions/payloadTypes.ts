import { before, type Version } from '../../catalogue/versions';
import { expressionOf } from '../../expression/parsedNodes';
import { boundTo, type ReferencePath } from '../../text/reference';
import { resolvedType, typeOfReference, typeOnScreen, type Resolution } from '../../expression/resolve';
import { typeOfExpression } from '../../expression/expressionTypes';
import { stringType, unknownType, type ValueType } from '../../expression/valueTypes';
import { say, type Message } from '../../message';
import type { Action } from '../../model/action';
import type { Screen } from '../../model/screen';
import type { Node } from '../../text/nodes';
import { properties, valueOf } from '../../text/nodes';
import type { Finding, FlowRule, Report, ScreenRule } from '../rule';
import { actionReferences } from './actionReferences';
import { navigations } from './navigateTarget';
import { readingOf } from './payload';
import { isPicker } from './pickerValues';
import { misfitting, type Misfitting, type TypeOfText } from './valueFit';

/** Wrong types of one payload entry that are told; the next ones after these are mended. */
const mostPerEntry = 5;

/** Rows 44 (static values, also inside of others) and 47 (bindings and expressions). */
export const navigateValueType: FlowRule = {
  id: 'navigate-value-type',
  codes: [
    'INVALID_NAVIGATE_ACTION_PAYLOAD',
    'INVALID_NAVIGATE_ACTION_STATIC_DATA',
    'INVALID_ACTION_PAYLOAD_PROPERTY',
  ],
  severity: 'error',
  provenance: 'documented',
  rows: [44, 47],
  about: 'What navigate hands over has the types that the next screen declares.',
  checkFlow(flow, report) {
    for (const { action, screen, target } of navigations(flow)) {
      const typeOf = typeOfText(flow.version, (to) => typeOfReference(flow, screen, to));
      checkValues(action, target, typeOf, report, ({ node }, entryValue) =>
        node === entryValue || isDynamic(node, flow.version)
          ? {}
          : {
              code: before(flow.version, '6.0')
                ? 'INVALID_NAVIGATE_ACTION_STATIC_DATA'
                : 'INVALID_ACTION_PAYLOAD_PROPERTY',
              provenance: 'observed' as const,
            },
      );
    }
  },
};

export const updateDataValueType: ScreenRule = {
  id: 'update-data-value-type',
  codes: ['INVALID_UPDATE_DATA_ACTION_PAYLOAD'],
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'What update_data sets has the types that its screen declares.',
  checkScreen(screen, report, { version }) {
    const distant = distantActions(screen, version);
    const typeOf = typeOfText(version, (to) => typeOnScreen(screen, to));
    for (const action of screen.actions()) {
      if (action.name === 'update_data' && !distant.has(action)) checkValues(action, screen, typeOf, report);
    }
  },
};

/** The same for actions that read other screens. */
export const updateDataValueTypeElsewhere: FlowRule = {
  id: 'update-data-value-type-elsewhere',
  codes: ['INVALID_UPDATE_DATA_ACTION_PAYLOAD'],
  severity: 'error',
  provenance: 'observed',
  since: '6.0',
  about: 'What update_data sets from other screens has the types that its screen declares.',
  checkFlow(flow, report) {
    for (const screen of flow.screens) {
      const typeOf = typeOfText(flow.version, (to) => typeOfReference(flow, screen, to));
      for (const action of distantActions(screen, flow.version)) {
        if (action.name === 'update_data') checkValues(action, screen, typeOf, report);
      }
    }
  },
};

/** The address of `open_url` is a text wherever it comes from. */
export const openUrlType: FlowRule = {
  id: 'open-url-type',
  codes: ['INVALID_SCREEN_DYNAMIC_DATA'],
  severity: 'error',
  provenance: 'documented',
  since: '6.0',
  about: 'What open_url reads its address from is a string.',
  checkFlow(flow, report) {
    for (const screen of flow.screens) {
      for (const action of screen.actions()) {
        const url = valueOf(action.node, 'url');
        if (action.name !== 'open_url' || url?.type !== 'string') continue;
        const type = typeOfText(flow.version, (to) => typeOfReference(flow, screen, to))(url);
        if (type.is === 'unknown' || type.is === 'string') continue;
        report({
          node: url,
          message: say('{0} needs {1}; this is {2}.', 'url', 'string', type.is),
          facts: { type: 'string' },
        });
      }
    }
  },
};

/** The actions that read other screens. */
function distantActions(screen: Screen, version: Version): Set<Action> {
  return new Set(actionReferences(screen, version).elsewhere.map(({ action }) => action));
}

type Details = Partial<Pick<Finding, 'code' | 'severity' | 'provenance'>>;

function checkValues(
  action: Action,
  target: Screen,
  typeOf: TypeOfText,
  report: Report,
  details: (found: Misfitting, entryValue: Node) => Details = () => ({}),
): void {
  for (const { key, value } of properties(action.payload)) {
    const entry = target.data().get(key);
    if (!value || !entry) continue;
    let told = 0;
    for (const found of misfitting(value, entry.value, typeOf)) {
      if (told === mostPerEntry) break;
      told += 1;
      report({
        node: found.node,
        ...details(found, value),
        ...(isTypedNumber(found) && { severity: 'warning', provenance: 'observed' }),
        message: messageOf(found, key + found.at, target),
        facts: { key, screen: target.id ?? '', type: found.expected, actual: found.actual },
        related: [{ node: entry.keyNode, message: say('{0} is declared here.', key) }],
      });
    }
  }
}

function messageOf({ expected, actual, missing }: Misfitting, name: string, target: Screen): Message {
  const id = target.id ?? '';
  return missing === undefined
    ? say('{0} is declared as {1} on the screen {2}; this is {3}.', name, expected, id, actual)
    : say('{0} on the screen {1} needs {2}, which is missing here.', name, id, missing);
}

/**
 * A number field for a string: a mismatch in the eyes of Meta's client, but public flows that work do it, and nothing in
 * the documentation says that such a field gives a number.
 */
function isTypedNumber({ node, expected, actual }: Misfitting): boolean {
  if (node.type !== 'string' || expected !== 'string' || actual !== 'number') return false;
  return boundTo(node.value as string)?.scope === 'form';
}

function isDynamic(node: Node, version: Version): boolean {
  return node.type === 'string' && readingOf(node.value as string, version) !== 'static';
}

/** Types of the texts in the actions of a screen; unknown where another rule speaks about them. */
function typeOfText(version: Version, resolve: (to: ReferencePath) => Resolution): TypeOfText {
  return (node): ValueType => {
    const text = node.value as string;
    switch (readingOf(text, version)) {
      case 'static':
        return text.includes('${') ? unknownType : stringType;
      case 'expression': {
        const { root, problems } = expressionOf(node);
        if (problems.length > 0) return unknownType;
        return typeOfExpression(root, (to) => resolvedType(resolve(to))).type;
      }
      case 'binding': {
        const to = boundTo(text);
        const resolution = to && resolve(to);
        if (!resolution) return unknownType;
        const picker = resolution.is === 'input' && isPicker(resolution.component);
        return picker ? unknownType : resolvedType(resolution);
      }
    }
  };
}
