import { footer, navigate } from '../support';
import type { Json } from '../support';
import {
  mutant,
  plain,
  form,
  children,
  inForm,
  last,
  action,
  link,
  S1,
  C,
  PAYLOAD,
  addScreen,
  photo,
  type Mutant,
} from './mutant';

export const payloadsMutants: readonly Mutant[] = [
  // Payloads
  mutant(
    34,
    'an input that does not exist',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(2, S1)}.on-click-action.payload.name`,
    plain(),
    (_, __, second) => (action(last(children(second))).payload['name'] = '${form.not_present}'),
  ),
  mutant(
    35,
    'data that is not declared',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(2, S1)}.on-click-action.payload.name`,
    plain(),
    (_, __, second) => (action(last(children(second))).payload['name'] = '${data.not_present}'),
  ),
  mutant(
    36,
    'a PhotoPicker without a limit in complete (4.0)',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(3, S1)}.on-click-action.payload.photos`,
    plain('4.0'),
    (_, __, second) => {
      children(second).unshift(photo('photos'));
      action(last(children(second))).payload['photos'] = '${form.photos}';
    },
  ),
  mutant(
    36,
    'more than ten files in complete (from 5.0)',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(3, S1)}.on-click-action.payload | ${C(3, S1)}.on-click-action.payload.photos`,
    plain(),
    (_, __, second) => {
      children(second).unshift(photo('photos', { 'max-uploaded-photos': 11, 'max-file-size-kb': 1024 }));
      action(last(children(second))).payload['photos'] = '${form.photos}';
    },
  ),
  mutant(
    37,
    'a DocumentPicker without a limit in complete (4.0)',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(3, S1)}.on-click-action.payload.files`,
    plain('4.0'),
    (_, __, second) => {
      children(second).unshift({ type: 'DocumentPicker', name: 'files', label: 'Files' });
      action(last(children(second))).payload['files'] = '${form.files}';
    },
  ),
  mutant(
    38,
    'a photo in a navigate payload',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(4)}.on-click-action.payload.note`,
    plain(),
    (_, first) => {
      children(first).unshift(photo('photos'));
      action(last(children(first))).payload['note'] = '${form.photos}';
    },
  ),
  mutant(
    39,
    'a document in a navigate payload',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(4)}.on-click-action.payload.note`,
    plain(),
    (_, first) => {
      children(first).unshift({ type: 'DocumentPicker', name: 'files', label: 'Files' });
      action(last(children(first))).payload['note'] = '${form.files}';
    },
  ),
  mutant(
    40,
    'complete on a screen that is not terminal',
    'INVALID_COMPLETE_ACTION',
    `${C(1, 'screens[2]')}.on-click-action | ${C(1, 'screens[2]')}.on-click-action.name`,
    plain(),
    (flow, first) => {
      children(addScreen(flow, 'EXTRA', first)).push(footer({ name: 'complete', payload: {} }));
    },
  ),
  // Navigate
  mutant(
    41,
    'a payload for a screen without data',
    'INVALID_NAVIGATE_ACTION_PAYLOAD',
    PAYLOAD,
    plain(),
    (_, __, second) => {
      delete (second as Json)['data'];
      children(second).splice(0, 2);
      action(last(children(second))).payload = {};
    },
  ),
  mutant(
    42,
    'a payload key that the next screen does not declare',
    'INVALID_NAVIGATE_ACTION_PAYLOAD',
    `${PAYLOAD}.extra`,
    plain(),
    (_, first) => (action(last(children(first))).payload['extra'] = 'x'),
  ),
  mutant(
    43,
    'a payload that leaves out what the next screen expects',
    'INVALID_NAVIGATE_ACTION_PAYLOAD',
    PAYLOAD,
    plain(),
    (_, first) => delete action(last(children(first))).payload['note'],
  ),
  mutant(
    43,
    'no payload although the next screen expects one',
    'INVALID_NAVIGATE_ACTION_PAYLOAD MISSING_NAVIGATION_ACTION_PAYLOAD',
    `${C(3)}.on-click-action`,
    plain(),
    (_, first) => delete (action(last(children(first))) as Json)['payload'],
  ),
  mutant(
    44,
    'a static value of another type',
    'INVALID_NAVIGATE_ACTION_PAYLOAD INVALID_NAVIGATE_ACTION_STATIC_DATA INVALID_ACTION_PAYLOAD_PROPERTY',
    `${PAYLOAD}.name`,
    plain(),
    (_, first) => (action(last(children(first))).payload['name'] = 123),
  ),
  mutant(
    45,
    'a link to the own screen',
    'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
    `${C(0)}.on-click-action.next.name`,
    plain(),
    (_, first) => children(first).unshift(link(navigate('FIRST'))),
  ),
  mutant(
    46,
    'a link to a screen that does not exist',
    'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
    `${C(0)}.on-click-action.next.name`,
    plain(),
    (_, first) => children(first).unshift(link(navigate('NOT_PRESENT'))),
  ),
  mutant(
    47,
    'a binding of another type',
    'INVALID_NAVIGATE_ACTION_PAYLOAD',
    `${PAYLOAD}.name`,
    plain(),
    (_, __, second) => {
      second.data['name'] = { type: 'boolean', __example__: true };
      children(second).shift();
    },
  ),
  mutant(
    48,
    'an input that does not exist, in navigate',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${PAYLOAD}.name`,
    plain(),
    (_, first) => (action(last(children(first))).payload['name'] = '${form.not_present}'),
  ),
  mutant(
    49,
    'data that is not declared, in navigate',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${PAYLOAD}.name`,
    plain(),
    (_, first) => (action(last(children(first))).payload['name'] = '${data.not_present}'),
  ),
  mutant(
    50,
    'a bound value that the next screen does not declare',
    'INVALID_ON_CLICK_ACTION_PAYLOAD INVALID_NAVIGATE_ACTION_PAYLOAD',
    `${PAYLOAD}.extra`,
    plain(),
    (_, first) => (action(last(children(first))).payload['extra'] = '${form.note}'),
  ),
  mutant(
    51,
    'a badly formed binding',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${PAYLOAD}.name`,
    plain(),
    (_, first) => (action(last(children(first))).payload['name'] = '${form.}'),
  ),
  mutant(
    52,
    'a set of payload keys that differs',
    'INVALID_ON_CLICK_ACTION_PAYLOAD INVALID_NAVIGATE_ACTION_PAYLOAD',
    `${PAYLOAD} | ${PAYLOAD}.other`,
    plain(),
    (_, first) => {
      action(last(children(first))).payload = { name: '${form.full_name}', other: '${form.note}' };
    },
  ),
  mutant(
    53,
    "the Form's own name in a payload",
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    'screens[0].layout.children[0].children[7].on-click-action.payload.day',
    form(),
    (_, first) => (action(last(inForm(first))).payload['day'] = '${form.order}'),
  ),
  // Media
  mutant(
    96,
    'a picker in init-values',
    'NATIVE_COMPONENT_IN_FORM_INIT_VALUES',
    'screens[0].layout.children[0].init-values.photos',
    form(),
    (_, first) => (children(first)[0]!['init-values'] = { colour: 'red', photos: [] }),
  ),
  mutant(
    97,
    'a photo in a navigate payload',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(0)}.on-click-action.payload.name`,
    plain(),
    (_, first) => {
      children(first).unshift(
        link(navigate('SECOND', { name: '${form.photos}', note: 'x' })),
        photo('photos'),
      );
    },
  ),
  mutant(
    98,
    'a photo inside a list',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    'screens[0].layout.children[0].children[7].on-click-action.payload.photos | screens[0].layout.children[0].children[7].on-click-action.payload.photos.a[0]',
    form(),
    (_, first) => (action(last(inForm(first))).payload['photos'] = { a: ['${form.photos}'] }),
  ),
  mutant(
    99,
    'more than one photo in complete (4.0)',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(3, S1)}.on-click-action.payload.photos`,
    plain('4.0'),
    (_, __, second) => {
      children(second).unshift(photo('photos', { 'max-uploaded-photos': 3 }));
      action(last(children(second))).payload['photos'] = '${form.photos}';
    },
  ),
  mutant(
    100,
    'two pickers in complete (4.0)',
    'INVALID_ON_CLICK_ACTION_PAYLOAD',
    `${C(3, S1)}.on-click-action.payload | ${C(3, S1)}.on-click-action.payload.more | ${C(3, S1)}.on-click-action.payload.photos`,
    plain('4.0'),
    (_, first, second) => {
      children(first).unshift(photo('before', { 'max-uploaded-photos': 1 }));
      children(second).unshift(photo('photos', { 'max-uploaded-photos': 1 }));
      Object.assign(action(last(children(second))).payload, {
        photos: '${form.photos}',
        more: '${screen.FIRST.form.before}',
      });
    },
  ),
  mutant(
    101,
    'an expression with data that is not declared',
    'INVALID_ACTION_PAYLOAD_PROPERTY',
    `${C(0, S1)}.on-unselect-action.payload.name`,
    plain(),
    (_, __, second) =>
      children(second).unshift({
        type: 'OptIn',
        name: 'agree',
        label: 'I agree',
        'on-select-action': { name: 'update_data', payload: { name: 'Ada' } },
        'on-unselect-action': { name: 'update_data', payload: { name: '`${data.nope}`' } },
      }),
  ),
];
