import { componentFlows } from '../../simulator/flows';
import { picture, screenOf, type Specimen } from '../specimen';

const action = { name: 'navigate', next: { type: 'screen', name: 'START' }, payload: {} };
const start = { image: picture, 'alt-text': 'A hill' };
const listOf = (more: object): object => ({
  type: 'NavigationList',
  name: 'list',
  'on-click-action': action,
  ...more,
});

export const navigationList: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['NavigationList']! },
  {
    title: 'Everything that a row can have',
    flow: screenOf(
      'NavigationList',
      [
        listOf({
          label: 'Insurances',
          description: 'Choose one to see what it covers and what it costs.',
          'list-items': [
            {
              id: 'a',
              'main-content': {
                title: 'Home',
                description: 'Fire, water, theft',
                metadata: 'From the first day on, in the whole country',
              },
              start,
              badge: 'New',
              tags: ['Popular', 'No excess', 'Online'],
            },
            {
              id: 'b',
              'main-content': { title: 'Bicycle', metadata: 'Closed for now' },
              start,
              enabled: false,
            },
            { id: 'c', 'main-content': { title: 'Travel' }, start: { image: 'nothing', 'alt-text': 'Sea' } },
          ],
        }),
        listOf({
          name: 'ends',
          'list-items': [
            {
              id: 'a',
              'main-content': { title: 'Small', description: 'Up to 10 kg' },
              end: { title: 'Rp 120', description: 'a month', metadata: 'or a year' },
            },
            { id: 'b', 'main-content': { title: 'Large' }, end: { title: 'Rp 240' } },
          ],
        }),
      ],
      { withFooter: false },
    ),
  },
  {
    title: 'Large pictures; too many rows',
    flow: screenOf(
      'NavigationList',
      [
        listOf({
          'media-size': 'large',
          'list-items': [
            { id: 'a', 'main-content': { title: 'Lake', description: 'An hour from here' }, start },
            { id: 'b', 'main-content': { title: 'Mountain', metadata: 'Only in summer' }, start },
          ],
        }),
        listOf({
          name: 'many',
          label: 'Too many',
          'list-items': Array.from({ length: 21 }, (_, id) => ({
            id: String(id),
            'main-content': { title: 'x' },
          })),
        }),
      ],
      { withFooter: false },
    ),
  },
];
