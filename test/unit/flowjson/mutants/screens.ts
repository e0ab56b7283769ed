import { footer, screen } from '../support';
import type { Json } from '../support';
import type { ComponentValue, ScreenValue } from './bases';
import {
  mutant,
  plain,
  endpoint,
  form,
  children,
  inForm,
  last,
  action,
  link,
  input,
  body,
  S1,
  C,
  addScreen,
  oldFlow,
  inBranches,
  type Mutant,
} from './mutant';

export const screensMutants: readonly Mutant[] = [
  // Limits
  mutant(68, 'more than 100 screens', 'MAX_SCREENS_NUMBER', 'screens', plain(), (flow) => {
    const name = (index: number): string =>
      `S_${String(index)
        .split('')
        .map((digit) => 'ABCDEFGHIJ'[Number(digit)])
        .join('')}`;
    let before = addScreen(flow, name(0), flow.screens[0]);
    for (let index = 1; index < 100; index += 1) before = addScreen(flow, name(index), before);
  }),
  mutant(
    69,
    'three links',
    'MAX_EMBEDDED_LINK_PER_SCREEN COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
    `${S1} | ${C(2, S1)}`,
    plain(),
    (_, __, second) => {
      for (const text of ['One', 'Two', 'Three'])
        children(second).unshift(link({ name: 'open_url', url: 'https://example.com' }, text));
    },
  ),
  mutant(
    69,
    'two Footers',
    'MAX_FOOTER_PER_SCREEN MORE_THAN_ONE_FOOTER COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
    `${S1} | ${C(3, S1)}`,
    plain(),
    (_, __, second) => children(second).push(footer({ name: 'complete', payload: {} })),
  ),
  mutant(
    69,
    'four images',
    'MAX_IMAGE_PER_SCREEN COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
    `${S1} | ${C(3, S1)}`,
    plain(),
    (_, __, second) =>
      children(second).unshift(
        ...Array.from({ length: 4 }, () => ({ type: 'Image', src: 'iVBORw0KGgoAAAANSUhEUg==' })),
      ),
  ),
  mutant(
    69,
    'six opt-ins',
    'MAX_OPT_IN_PER_SCREEN COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN',
    `${S1} | ${C(5, S1)}`,
    plain(),
    (_, __, second) =>
      children(second).unshift(...'abcdef'.split('').map((name) => ({ type: 'OptIn', name, label: name }))),
  ),
  mutant(
    70,
    'least selected items above most',
    'MIN_VALUE_GREATER_THAN_MAX',
    'screens[0].layout.children[0].children[1] | screens[0].layout.children[0].children[1].min-selected-items',
    form(),
    (_, first) => Object.assign(inForm(first)[1]!, { 'min-selected-items': 3, 'max-selected-items': 2 }),
  ),
  mutant(
    70,
    'least characters above most',
    'MIN_VALUE_GREATER_THAN_MAX',
    `${C(1)} | ${C(1)}.min-chars`,
    plain(),
    (_, first) => Object.assign(children(first)[1]!, { 'min-chars': 9, 'max-chars': 3 }),
  ),
  mutant(
    71,
    'fewer than no photos',
    'MINIMUM_VALUE_REQUIRED',
    'screens[0].layout.children[0].children[4].min-uploaded-photos',
    form(),
    (_, first) => (inForm(first)[4]!['min-uploaded-photos'] = -1),
  ),
  mutant(
    71,
    'forty photos',
    'MAXIMUM_VALUE_REQUIRED',
    'screens[0].layout.children[0].children[4].max-uploaded-photos',
    form(),
    (_, first) => (inForm(first)[4]!['max-uploaded-photos'] = 40),
  ),
  // Endpoint
  mutant(
    72,
    'data_exchange without data_api_version',
    'MISSING_REQUIRED_PROPERTY',
    ` | ${C(2, S1)}.on-click-action`,
    plain(),
    (_, __, second) =>
      (last(children(second))['on-click-action'] = {
        name: 'data_exchange',
        payload: { name: '${data.name}', note: '${data.note}' },
      }),
  ),
  mutant(
    73,
    'data_api_version without routing_model',
    'MISSING_REQUIRED_PROPERTY',
    ' | data_api_version',
    endpoint(),
    (flow) => delete (flow as Json)['routing_model'],
  ),
  mutant(
    74,
    'refresh_on_back without an endpoint',
    'INVALID_PROPERTY_VALUE',
    `${S1}.refresh_on_back`,
    plain(),
    (_, __, second) => (second['refresh_on_back'] = true),
  ),
  // Names
  mutant(
    75,
    'two inputs of one name',
    'DUPLICATE_FORM_COMPONENT_NAMES',
    'screens[0].layout.children[0].children[2].name',
    form(),
    (_, first) => (inForm(first)[2]!['name'] = 'extras'),
  ),
  mutant(
    76,
    'one name in two branches',
    'DUPLICATE_FORM_COMPONENT_NAMES',
    `${C(3)}.else[0].name`,
    plain(),
    (_, first) => children(first).splice(3, 0, inBranches([input('twice')], [input('twice')])),
  ),
  mutant(77, 'two screens of one id', 'DUPLICATE_SCREEN_IDS', 'screens[2].id', plain(), (flow) =>
    flow.screens.push(screen([body('x')], { id: 'SECOND', title: 'Again' }) as ScreenValue),
  ),
  mutant(78, 'the reserved id', 'SCREEN_ID_IS_RESERVED_KEYWORD', `${S1}.id`, plain(), (_, first, second) => {
    second['id'] = 'SUCCESS';
    action(last(children(first)))['next'] = { type: 'screen', name: 'SUCCESS' };
  }),
  mutant(
    78,
    'the reserved id in small letters',
    'SCREEN_ID_IS_RESERVED_KEYWORD',
    `${S1}.id`,
    plain(),
    (_, first, second) => {
      second['id'] = 'success';
      action(last(children(first)))['next'] = { type: 'screen', name: 'success' };
    },
  ),
  // Terminal, Form, Footer
  mutant(
    79,
    'a terminal screen without Footer',
    'MISSING_FOOTER_ON_TERMINAL_SCREEN',
    S1,
    plain(),
    (_, __, second) => children(second).pop(),
  ),
  mutant(
    79,
    'a terminal screen without Footer, before 7.3',
    'MISSING_FOOTER_ON_TERMINAL_SCREEN',
    S1,
    plain('7.2'),
    (_, __, second) => children(second).pop(),
    'warning',
  ),
  mutant(
    80,
    'no terminal screen',
    'MISSING_TERMINAL_SCREEN',
    'screens',
    endpoint(),
    (flow) => delete flow.screens[2]!['terminal'],
  ),
  mutant(81, 'an input beside the Form', 'COMPONENTS_OUTSIDE_FORM', C(1), form(), (_, first) =>
    children(first).push(input('outside')),
  ),
  mutant(
    82,
    'form data in a Footer outside of the Form, before 4.0',
    'INVALID_FOOTER_PAYLOAD_OUTSIDE_FORM',
    `${C(1)}.on-click-action.payload.name`,
    oldFlow(),
    (_, first) => {
      const fields = children(first)[0]!['children'] as ComponentValue[];
      children(first).push(fields.pop()!);
    },
  ),
  mutant(
    83,
    'a Footer in then, and no else',
    'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
    C(3),
    plain(),
    (_, first) => children(first).push(inBranches([children(first).pop()!])),
    'warning',
  ),
  mutant(
    84,
    'a Footer in one branch only',
    'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
    `${C(3)} | ${C(3)}.else`,
    plain(),
    (_, first) => children(first).push(inBranches([children(first).pop()!], [body('x')])),
    'warning',
  ),
  mutant(
    85,
    'a Footer in some cases only',
    'MISSING_FOOTER_IN_SWITCH_BRANCHES',
    `${C(3)} | ${C(3)}.cases.other`,
    plain(),
    (_, first) => {
      children(first).push({
        type: 'Switch',
        value: '${data.welcome}',
        cases: { default: [children(first).pop()!], other: [body('x')] },
      });
    },
    'warning',
  ),
  mutant(
    86,
    'a Footer in every case and one outside',
    'MORE_THAN_ONE_FOOTER COMPONENT_TYPE_MAX_NUMBER_PER_SCREEN MAX_FOOTER_PER_SCREEN',
    `${S1} | ${C(2, S1)} | ${C(3, S1)}`,
    plain(),
    (_, __, second) => {
      const done = (): ComponentValue => footer({ name: 'complete', payload: {} });
      children(second).push({
        type: 'Switch',
        value: '${data.name}',
        cases: { one: [done()], default: [done()] },
      });
    },
  ),
];
