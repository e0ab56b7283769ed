import { say } from '../message';
import { formAround } from '../model/component';
import type { Edit } from '../text/edit';
import { isBoolean, plainValue, property, stringOf, valueOf } from '../text/nodes';
import { short, preferred, removeProperty, renameProperty, upgradeTo } from './common';
import { remove, setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { componentAround, placeOf, siblingPlace } from './places';
import { likelyType, sampleFor } from './samples';

const unknown: Fixer = (flow, { node, facts: { suggestion } }) => [
  ...(suggestion === undefined ? [] : [renameProperty(flow, node, suggestion)]),
  ...(suggestion === undefined ? preferred(removeProperty(flow, node)) : removeProperty(flow, node)),
];

const missing: Fixer = (flow, { node, facts: { property: key } }) => {
  if (key === undefined) return [];
  const isUntyped = key === 'type' && componentAround(flow, node)?.node === node;
  const place = isUntyped ? siblingPlace(flow, node) : undefined;
  const value = isUntyped ? place && likelyType(flow, node, place) : sampleFor(flow, node, key);
  if (value === undefined) return [];
  const first = key === 'type' || key === 'id' ? firstKey(node) : undefined;
  return [
    best(key === 'layout' ? 'add-layout' : 'add-property', say('Add "{0}"', key), () =>
      setProperty(flow, node, key, value, first),
    ),
  ];
};

const firstKey = (node: Parameters<typeof property>[0]): string | undefined => {
  const key = node?.children?.[0]?.children?.[0];
  return key && String(key.value);
};

const needsVersion: Fixer = (flow, { node, facts: { since } }) => [
  ...removeProperty(flow, node),
  ...upgradeTo(flow, since),
];

/** `init-value` and `error-message` belong to the Form, under the name of the input. */
const insideForm: Fixer = (flow, { node, facts: { property: key, ofForm } }) => {
  const component = componentAround(flow, node);
  const form = component && formAround(component);
  const value = placeOf(flow, node)?.node.children?.[1];
  const fixes: Fix[] = [];
  if (form && component.name && ofForm !== undefined && value) {
    const { name } = component;
    const list = valueOf(form.node, ofForm);
    const write = (): Edit[] =>
      list
        ? setProperty(flow, list, name, plainValue(value))
        : setProperty(flow, form.node, ofForm, { [name]: plainValue(value) }, 'children');
    const isTaken = list && (list.type !== 'object' || property(list, name));
    if (!isTaken) {
      fixes.push(
        best('move-to-form', say('Move to "{0}" of the Form', ofForm), () => [
          ...remove(flow, node.parent!),
          ...write(),
        ]),
      );
    }
  }
  return key === undefined ? fixes : [...fixes, ...removeProperty(flow, node)];
};

const needsOther: Fixer = (flow, diagnosis) => {
  const { beside } = diagnosis.facts;
  const alone = beside === undefined ? undefined : property(diagnosis.node, beside);
  return [...missing(flow, diagnosis), ...(alone ? removeProperty(flow, alone.keyNode) : [])];
};

const missingOrAlone: Fixer = (flow, diagnosis) =>
  diagnosis.facts['beside'] === undefined ? missing(flow, diagnosis) : needsOther(flow, diagnosis);

/** Properties that exclude each other: the one or the others may go. */
const excluding: Fixer = (flow, { node, facts }) => {
  const { property: key, excluded } = facts;
  if (key === 'success') return withoutSuccess(flow, node);
  if (excluded === undefined) return preferred(removeProperty(flow, node));
  const own = property(node, key!);
  const others = excluded.split(' ').flatMap((other) => property(node, other)?.node ?? []);
  return [
    ...(own ? removeProperty(flow, own.keyNode, 'remove-excluding') : []),
    fix('remove-excluded', say('Remove {0}', short(excluded.split(' ').join(', '))), () =>
      remove(flow, ...others),
    ),
  ];
};

const withoutSuccess = (flow: Parameters<Fixer>[0], node: Parameters<typeof removeProperty>[1]): Fix[] => {
  const screen = flow.screenAround(node)?.node;
  const terminal = valueOf(screen, 'terminal');
  const hasFooter =
    flow
      .screenAround(node)
      ?.actions()
      .some(({ name }) => name === 'complete') === true;
  const makes =
    screen && hasFooter && (terminal === undefined || isBoolean(terminal, false))
      ? [
          fix('make-terminal', say('Make the screen terminal'), () =>
            setProperty(flow, screen, 'terminal', true, 'success'),
          ),
        ]
      : [];
  return [...preferred(removeProperty(flow, node)), ...makes];
};

export const propertyFixers: Fixers = {
  'unknown-property': unknown,
  'property-needs-version': needsVersion,
  'property-inside-form': insideForm,
  'missing-property': missingOrAlone,
  'property-needs-other': needsOther,
  'properties-exclude': excluding,
  'navigation-action-missing': missing,
  'min-above-default-max': (flow, { node, facts: { property: key } }) => {
    const min = property(node.parent?.parent, String(node.parent?.children?.[0]?.value))?.value;
    const object = placeOf(flow, node)?.object;
    if (!object || key === undefined || min?.type !== 'number') return [];
    return [best('add-limit', say('Add "{0}"', key), () => setProperty(flow, object, key, min.value))];
  },
  'markdown-off': (flow, { node, facts: { property: key } }) => {
    const object = componentAround(flow, node)?.node;
    if (!object || key === undefined || stringOf(valueOf(object, key)) !== undefined) return [];
    return [best('turn-markdown-on', say('Turn markdown on'), () => setProperty(flow, object, key, true))];
  },
};
