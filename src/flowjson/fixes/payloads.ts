import { say } from '../message';
import type { Action } from '../model/action';
import type { Flow } from '../model/flow';
import { declaredOn, type Screen } from '../model/screen';
import { typeOfEntry } from '../expression/dataTypes';
import { boundTo } from '../text/reference';
import { resolvedType, typeOnScreen } from '../expression/resolve';
import { stringType, type ValueType } from '../expression/valueTypes';
import { mentionsOf, type Mention } from '../symbols/mentions';
import { items, plainValue, properties, property, stringOf, valueOf, type Node } from '../text/nodes';
import { preferred, removeProperty, renameProperty, short, useSuggestion } from './common';
import { replace, remove, setProperties, setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { actionAround, placeOf } from './places';
import { entryFor, exampleOf, typeOfLiteral } from './schemas';
import { declare, handOver, supplied } from './targets';

/** What the next screen does not declare. */
const unknownKey: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const action = actionAround(flow, node);
  const target = flow.screen(facts['screen'] ?? '');
  if (!action || !target) return [];
  if (facts['key'] === undefined) return withoutData(flow, action, target);
  const { key, suggestion } = facts;
  const value = node.parent?.children?.[1];
  return [
    ...(suggestion === undefined ? [] : [renameProperty(flow, node, suggestion, 'rename-payload-key')]),
    ...declaring(flow, action, target, { [key]: value }),
    ...removeProperty(flow, node, 'remove-payload-key'),
  ];
};

/** The next screen declares nothing at all. */
function withoutData(flow: Flow, action: Action, target: Screen): Fix[] {
  const entries = properties(action.payload).map(({ key, value }) => [key, value] as const);
  return [
    ...preferred(declaring(flow, action, target, Object.fromEntries(entries))),
    fix('empty-payload', say('Empty the payload'), () => replace(flow, action.payload!, {})),
  ];
}

function declaring(
  flow: Flow,
  action: Action,
  target: Screen,
  values: Readonly<Record<string, Node | undefined>>,
): Fix[] {
  const data = valueOf(target.node, 'data');
  if (data && data.type !== 'object') return [];
  const entries = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, entryOf(flow, action, value)]),
  );
  const keys = Object.keys(entries);
  return [
    fix(
      'declare-payload-key',
      say('Declare {0} in the data of {1}', short(keys.join(', ')), target.id!),
      () => [
        ...declare(flow, target, entries),
        ...keys.flatMap((key) => handOver(flow, target, key, () => entries[key]!['__example__'], action)),
      ],
    ),
  ];
}

/** How the next screen would declare a value that is handed to it: a literal is its own example. */
function entryOf(flow: Flow, action: Action, value: Node | undefined): Record<string, unknown> {
  const text = stringOf(value);
  if (text === undefined && value)
    return { ...entryFor(typeOfLiteral(value)), __example__: plainValue(value) };
  const isStatic = text !== undefined && !text.includes('${') && !text.startsWith('`');
  if (isStatic) return { type: 'string', __example__: text };
  return entryFor(typeOfText(flow, action, text ?? ''));
}

function typeOfText(flow: Flow, { node }: Action, text: string): ValueType {
  const screen = flow.screenAround(node);
  const to = boundTo(text);
  const from = to?.screen === undefined ? screen : flow.screen(to.screen);
  const type = to && from ? resolvedType(typeOnScreen(from, to)) : stringType;
  return type.is === 'unknown' ? stringType : type;
}

/** What the next screen declares and is not given. */
const missingKeys: Fixer = (flow, { node, facts }) => {
  const action = actionAround(flow, node);
  const screen = flow.screenAround(node);
  const target = flow.screen(facts['screen'] ?? '');
  if (!action || !screen || !target) return [];
  const missing = declaredOn(target).filter(({ key }) => !property(action.payload, key));
  const values = Object.fromEntries(missing.map((entry) => [entry.key, supplied(screen, entry)]));
  const keys = missing.map(({ key }) => key).join(', ');
  return [
    best('add-payload-keys', say('Add {0} to the payload', short(keys)), () =>
      action.payload
        ? setProperties(flow, action.payload, values)
        : setProperty(flow, action.node, 'payload', values),
    ),
  ];
};

/** A literal of the wrong type: as the right one where it can be read so, else the declared example. */
const valueType: Fixer = (flow, diagnosis) => {
  const { node, facts } = diagnosis;
  const { type, key, screen } = facts;
  const entry = flow
    .screen(screen ?? '')
    ?.data()
    .get(key ?? '')?.value;
  const text = stringOf(node);
  if (type === undefined || text?.includes('${') || text?.startsWith('`')) return [];
  const meant = convert(node, type);
  if (meant !== undefined) {
    return [best('convert-value', say('Write it as {0}', type), () => replace(flow, node, meant))];
  }
  const isWhole = placeOf(flow, node)?.object === actionAround(flow, node)?.payload && node.type !== 'object';
  const example = valueOf(entry, '__example__');
  if (!isWhole || !entry) return [];
  const value =
    example && typeOfLiteral(example).is === typeOfEntry(entry).is ? plainValue(example) : exampleOf(entry);
  return [fix('write-example', say('Write the example of {0}', key!), () => replace(flow, node, value))];
};

/** A value as another type, where it says the same. */
export function convert(node: Node, type: string): unknown {
  const { value } = node as { value?: unknown };
  if (type === 'string') return ['number', 'boolean'].includes(node.type) ? String(value) : undefined;
  if (type === 'number' || type === 'integer') {
    const number =
      typeof value === 'string' && /^-?\d{1,15}(\.\d{1,9})?$/.test(value.trim()) ? Number(value) : undefined;
    return type === 'integer' && !Number.isInteger(number) ? undefined : number;
  }
  if (type === 'boolean') return { true: true, false: false }[String(value).toLowerCase()];
  return undefined;
}

/** Files travel no further: the next screen reads them where they are. */
const pickerElsewhere: Fixer = (flow, { node, facts: { key, suggestion } }) => {
  const action = actionAround(flow, node);
  const target = flow.screen(action?.target ?? '');
  const entry = key === undefined ? undefined : target?.data().get(key);
  const place = placeOf(flow, node);
  if (!action || !place || place.object !== action.payload || suggestion === undefined) return [];
  if (!target || !entry) return preferred(removeProperty(flow, node, 'remove-payload-key'));
  const mentions = mentionsOf(flow, { kind: 'data', name: entry.key, screen: target });
  const others = mentions.filter(({ node: own, declaration }) => !declaration && own.parent !== place.node);
  // What shows the value would not fit files.
  const isSent = ({ node: own }: Mention): boolean =>
    stringOf(own) === `\${data.${entry.key}}` && actionAround(flow, own) !== undefined;
  if (!others.every(isSent)) return [];
  return [
    best('read-picker-there', say('Read it there with {0}', suggestion), () => [
      ...remove(flow, place.node),
      ...remove(flow, entry.node),
      ...others.flatMap(({ node: own }) => replace(flow, own, suggestion)),
    ]),
  ];
};

/** `update_data` sets something that its screen does not declare. */
const updateUnknown: Fixer = (flow, { node, facts }) => {
  const { key, suggestion } = facts;
  const screen = flow.screenAround(node);
  const action = actionAround(flow, node);
  if (!screen || !action || key === undefined) return [];
  const isTaken = suggestion !== undefined && property(action.payload, suggestion);
  const entry = entryOf(flow, action, node.parent?.children?.[1]);
  return [
    ...(suggestion === undefined || isTaken
      ? []
      : [renameProperty(flow, node, suggestion, 'rename-payload-key')]),
    fix('declare-data', say('Declare {0} in the data of {1}', key, screen.id ?? ''), () => [
      ...declare(flow, screen, { [key]: entry }),
      ...handOver(flow, screen, key, () => entry['__example__']),
    ]),
    ...removeProperty(flow, node, 'remove-payload-key'),
  ];
};

/** Actions on the component and on its entries exclude each other. */
const actionTwice: Fixer = (flow, { node }) => {
  const place = placeOf(flow, node);
  if (!place) return [];
  const screen = flow.screenAround(node);
  const component = screen?.components.find((one) => one.node === place.object || isBelow(node, one.node));
  if (!component) return [];
  const { key } = place;
  const entries = ['data-source', 'list-items'].flatMap((list) => items(valueOf(component.node, list)));
  const ofEntries = entries.flatMap((entry) => property(entry, key)?.node ?? []);
  const own = property(component.node, key)?.node;
  return [
    ...(own
      ? [fix('remove-action-of-list', say('Remove "{0}" of the component', key), () => remove(flow, own))]
      : []),
    ...(ofEntries.length > 0
      ? [
          fix('remove-action-of-entries', say('Remove "{0}" of its entries', key), () =>
            remove(flow, ...ofEntries),
          ),
        ]
      : []),
  ];
};

function isBelow(node: Node, ancestor: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at === ancestor) return true;
    if (at.type === 'object' && property(at, 'type')) return false;
  }
  return false;
}

export const payloadFixers: Fixers = {
  'navigate-unknown-key': unknownKey,
  'navigate-missing-key': missingKeys,
  'navigate-value-type': valueType,
  'update-data-value-type': valueType,
  'update-data-unknown-key': updateUnknown,
  'update-data-self': (flow, { node }) => preferred(removeProperty(flow, node, 'remove-payload-key')),
  'picker-in-navigate': pickerElsewhere,
  'payload-reserved-key': (flow, { node }) => [
    renameProperty(flow, node, 'token', 'rename-payload-key'),
    ...removeProperty(flow, node, 'remove-payload-key'),
  ],
  'complete-image': (flow, { node }) =>
    placeOf(flow, node)?.object === actionAround(flow, node)?.payload
      ? preferred(removeProperty(flow, node, 'remove-payload-key'))
      : [],
  'select-actions-exclusive': actionTwice,
  'navigation-action-twice': actionTwice,
  'open-url-https': (flow, diagnosis) => useSuggestion(flow, diagnosis, 'use-https'),
  'navigate-next-type': (flow, diagnosis) => useSuggestion(flow, diagnosis),
  'unread-input': (flow, { node, facts: { name } }) => {
    const screen = flow.screenAround(node);
    const sends = screen
      ?.actions()
      .find(
        (action) =>
          action.component.type === 'Footer' && ['complete', 'data_exchange'].includes(action.name ?? ''),
      );
    const { payload } = sends ?? {};
    if (payload && payload.type !== 'object') return [];
    if (!sends || name === undefined || !/^\w+$/.test(name) || property(sends.payload, name)) return [];
    const value = `\${form.${name}}`;
    return [
      best('send-input', say('Add {0} to the payload', value), () =>
        sends.payload
          ? setProperty(flow, sends.payload, name, value)
          : setProperty(flow, sends.node, 'payload', { [name]: value }),
      ),
    ];
  },
};
