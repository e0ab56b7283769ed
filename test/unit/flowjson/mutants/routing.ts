import { footer, navigate } from '../support';
import type { Json } from '../support';
import {
  mutant,
  plain,
  endpoint,
  children,
  link,
  input,
  routeTo,
  S0,
  C,
  addScreen,
  type Mutant,
} from './mutant';

export const routingMutants: readonly Mutant[] = [
  mutant(
    21,
    'a screen that the model leaves out',
    'INVALID_ROUTING_MODEL',
    'routing_model',
    endpoint(),
    (flow) => {
      addScreen(flow, 'EXTRA');
    },
  ),
  mutant(
    22,
    'a key of the model that is no screen',
    'INVALID_ROUTING_MODEL',
    'routing_model.ABC',
    endpoint(),
    (flow) => (flow.routing_model!['ABC'] = []),
  ),
  mutant(23, 'a screen without any link', 'INVALID_ROUTING_MODEL', 'screens[2]', plain(), (flow) =>
    addScreen(flow, 'ALONE'),
  ),
  mutant(24, 'a model in two pieces', 'INVALID_ROUTING_MODEL', 'routing_model', endpoint(), (flow) =>
    routeTo(flow, { FIRST: ['SECOND'], SECOND: [], THIRD: [] }),
  ),
  mutant(
    25,
    'screens linked only with each other',
    'INVALID_ROUTING_MODEL',
    'screens[2] | screens[3]',
    plain(),
    (flow) => {
      const apart = addScreen(flow, 'APART');
      addScreen(flow, 'FURTHER', apart);
    },
  ),
  mutant(26, 'a model without a beginning', 'INVALID_ROUTING_MODEL', 'routing_model', endpoint(), (flow) =>
    routeTo(flow, { FIRST: ['SECOND'], SECOND: ['THIRD'], THIRD: ['FIRST'] }),
  ),
  mutant(
    27,
    'links without a beginning',
    'INVALID_ROUTING_MODEL',
    'screens',
    plain(),
    (flow, first, second) => {
      delete (first as Json)['data'];
      children(first).splice(0, 3, input('full_name'), input('note'));
      const third = addScreen(flow, 'THIRD');
      children(second).unshift(link(navigate('THIRD')));
      children(third).push(link(navigate('FIRST')));
    },
  ),
  mutant(
    28,
    'an edge to the own screen',
    'INVALID_ROUTING_MODEL',
    'routing_model.FIRST[0]',
    endpoint(),
    (flow) => (flow.routing_model!['FIRST'] = ['FIRST', 'SECOND']),
  ),
  mutant(
    29,
    'a target that is no screen',
    'INVALID_ROUTING_MODEL',
    'routing_model.FIRST[1]',
    endpoint(),
    (flow) => (flow.routing_model!['FIRST'] = ['SECOND', 'NOPE']),
  ),
  mutant(30, 'eleven targets', 'INVALID_ROUTING_MODEL', 'routing_model.FIRST', endpoint(), (flow) => {
    const more = 'ABCDEFGHIJ'.split('').map((letter) => `SCREEN_${letter}`);
    for (const id of more) addScreen(flow, id);
    flow.routing_model = {
      ...flow.routing_model,
      FIRST: ['SECOND', ...more],
      ...Object.fromEntries(more.map((id) => [id, ['THIRD']])),
    };
  }),
  mutant(31, 'eleven different links', 'INVALID_ROUTING_MODEL', S0, plain('7.3'), (flow, first) => {
    const cases = 'ABCDEFGHIJK'.split('').map((letter) => `SCREEN_${letter}`);
    for (const id of cases) addScreen(flow, id);
    first.data['way'] = { type: 'string', __example__: 'x' };
    children(first).pop();
    children(first).push({
      type: 'Switch',
      value: '${data.way}',
      cases: Object.fromEntries(cases.map((id) => [id, [footer(navigate(id))]])),
    });
    children(flow.screens[2]!).push(link(navigate('SECOND', { name: 'x', note: 'y' })));
  }),
  mutant(
    32,
    'a way back in the model',
    'INVALID_ROUTING_MODEL',
    'routing_model.THIRD[0] | routing_model.SECOND[0]',
    endpoint(),
    (flow) => (flow.routing_model!['THIRD'] = ['SECOND']),
  ),
  mutant(
    33,
    'a link that the model does not know',
    'INVALID_ROUTING_MODEL',
    `routing_model.FIRST | ${C(0)}.on-click-action.next.name`,
    endpoint(),
    (_, first) => children(first).unshift(link(navigate('THIRD', { result: 'x' }))),
  ),
];
