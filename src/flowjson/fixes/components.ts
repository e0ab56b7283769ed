import { allowedIn } from '../catalogue';
import { say } from '../message';
import { formAround } from '../model/component';
import type { Flow } from '../model/flow';
import { items, plainValue, properties, property, stringOf, valueOf, type Node } from '../text/nodes';
import { preferred, removeProperty, renameProperty, upgradeTo, useSuggestion } from './common';
import { insertItem, remove, replace, setProperty } from '../model/edits';
import { best, fix, type Fix, type Fixer, type Fixers } from './fix';
import { freeComponentName } from './names';
import { componentAround, placeOf } from './places';
import { mainList } from './screenParts';

const moveInto = (
  flow: Flow,
  component: Node,
  list: Node,
  index: number,
): (() => ReturnType<typeof remove>) => {
  return () => [...remove(flow, component), ...insertItem(flow, list, plainValue(component), index)];
};

/** An input beside the Form goes into it, above its Footer. */
const intoForm: Fixer = (flow, { node }) => {
  const component = componentAround(flow, node);
  const form = flow.screenAround(node)?.components.find(({ type }) => type === 'Form');
  const list = valueOf(form?.node, 'children');
  if (!component || !form || list?.type !== 'array' || formAround(component)) return [];
  if (component.parent !== undefined && component.type !== 'Footer') return [];
  const { type } = component;
  if (!allowedIn('form', flow.version).includes(type)) return [];
  const footer =
    type === 'Footer' ? -1 : items(list).findIndex((item) => stringOf(valueOf(item, 'type')) === 'Footer');
  // Inside a Form these two belong to the Form: first one thing, then the other.
  if (['init-value', 'error-message'].some((key) => property(component.node, key))) return [];
  return [best('move-into-form', say('Move into the Form'), moveInto(flow, component.node, list, footer))];
};

/** Before 4.0 inputs need a Form: a new one around all that the screen holds. */
const intoNewForm: Fixer = (flow, diagnosis) => {
  const screen = flow.screenAround(diagnosis.node);
  const hasForm = screen?.components.some(({ type }) => type === 'Form');
  if (hasForm) return intoForm(flow, diagnosis);
  const list = screen && mainList(screen);
  if (!list) return [];
  const form = { type: 'Form', name: 'form', children: plainValue(list) };
  return [
    best('wrap-in-form', say('Put the components into a Form'), () => replace(flow, list, [form])),
    ...upgradeTo(flow, '4.0'),
  ];
};

const uniqueName: Fixer = (flow, { node, facts: { name } }) => {
  const screen = flow.screenAround(node);
  if (!screen || name === undefined) return [];
  const free = freeComponentName(screen, name);
  return [best('make-name-unique', say('Rename to {0}', free), () => replace(flow, node, free))];
};

/** A branch without a Footer gets a copy of the one that another branch has. */
const footerInBranches: Fixer = (flow, { node }) => {
  const component = componentAround(flow, node);
  if (!component) return [];
  const lists =
    component.type === 'If'
      ? ['then', 'else'].map((slot) => [slot, property(component.node, slot)?.value] as const)
      : properties(valueOf(component.node, 'cases')).map(({ key, value }) => [key, value] as const);
  const footer = lists
    .flatMap(([, list]) => items(list))
    .find((item) => stringOf(valueOf(item, 'type')) === 'Footer');
  if (!footer) return [];
  const copy = plainValue(footer);
  const lacking = lists.filter(([, list]) => !hasFooter(list));
  const add = () =>
    lacking.flatMap(([slot, list]) =>
      list?.type === 'array' ? insertItem(flow, list, copy) : setProperty(flow, component.node, slot, [copy]),
    );
  return [
    component.type === 'If' && lacking.some(([, list]) => list === undefined)
      ? best('add-else', say('Add "else" with a Footer'), add)
      : best('add-footer-to-branches', say('Add a Footer to the other branches'), add),
  ];
};

const hasFooter = (list: Node | undefined): boolean =>
  items(list).some(
    (item) =>
      stringOf(valueOf(item, 'type')) === 'Footer' ||
      ['then', 'else'].some((slot) => hasFooter(valueOf(item, slot))),
  );

const emptyBranch: Fixer = (flow, { node, facts: { property: key } }) => {
  const text = { type: 'TextBody', text: 'Text' };
  const fills: Fix[] =
    node.type === 'array'
      ? [fix('add-component', say('Add a text'), () => insertItem(flow, node, text))]
      : [
          fix('add-case', say('Add the case "{0}"', 'default'), () =>
            setProperty(flow, node, 'default', [text]),
          ),
        ];
  return preferred([...(key === 'else' ? removeProperty(flow, node, 'remove-branch') : []), ...fills]);
};

const needsVersion: Fixer = (flow, { facts: { since } }) => upgradeTo(flow, since);

/** A component of a Form whose name a key does not meet. */
const entryName: Fixer = (flow, { node, facts: { suggestion } }) => {
  const isTaken = suggestion !== undefined && property(node.parent?.parent, suggestion) !== undefined;
  return preferred([
    ...(suggestion === undefined || isTaken
      ? []
      : [renameProperty(flow, node, suggestion, 'use-input-name')]),
    ...removeProperty(flow, node, 'remove-form-entry'),
  ]);
};

const sensitive: Fixer = (flow, diagnosis) => {
  const { node } = diagnosis;
  const names = items(node.parent);
  const meant = diagnosis.facts['suggestion'];
  const isTaken = names.some((other) => stringOf(other) === meant);
  const taken = names.length === 1 ? (placeOf(flow, node)?.node ?? node) : node;
  return [
    ...(isTaken ? [] : useSuggestion(flow, diagnosis, 'use-input-name')),
    fix('remove-sensitive-name', say('Remove this name'), () => remove(flow, taken)),
  ];
};

const terminalWithList: Fixer = (flow, { node }) => {
  const own = flow.screenAround(node);
  const others = flow.screens.some((screen) => screen !== own && screen.terminal);
  return others ? preferred(removeProperty(flow, node, 'remove-terminal')) : [];
};

export const componentFixers: Fixers = {
  'unknown-component': (flow, diagnosis) => useSuggestion(flow, diagnosis, 'use-component-type'),
  'component-needs-version': needsVersion,
  'component-misplaced': needsVersion,
  'action-needs-version': needsVersion,
  'input-needs-form': intoNewForm,
  'input-outside-form': intoForm,
  'footer-outside-form-reads-form': intoForm,
  'component-name-duplicate': uniqueName,
  'footer-in-one-if-branch': footerInBranches,
  'footer-in-some-cases': footerInBranches,
  'empty-branch': emptyBranch,
  'form-init-value-of-picker': (flow, { node }) => preferred(removeProperty(flow, node, 'remove-form-entry')),
  'form-entry-unknown-name': entryName,
  'sensitive-unknown-name': sensitive,
  'navigation-list-on-terminal-screen': terminalWithList,
  'dropdown-few-options': (flow, diagnosis) => useSuggestion(flow, diagnosis, 'use-component-type'),
  'markdown-list-in-caption': (flow, diagnosis) => {
    const typeNode = componentAround(flow, diagnosis.node)?.typeNode;
    if (!typeNode) return [];
    return [
      best('use-component-type', say('Change to {0}', 'TextBody'), () => replace(flow, typeNode, 'TextBody')),
    ];
  },
};
