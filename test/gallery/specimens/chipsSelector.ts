import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const chips = ['Coffee', 'Tea', 'Cake', 'Music', 'Books', 'Films', 'A chip of more words'].map(
  (title, index) => ({
    id: `c${index}`,
    title,
    ...(index === 2 && { enabled: false }),
  }),
);

export const chipsSelector: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['ChipsSelector']! },
  {
    title: 'Chosen, full, wrong, disabled',
    flow: screenOf('ChipsSelector', [
      {
        type: 'ChipsSelector',
        name: 'some',
        label: 'Some',
        'data-source': chips,
        'init-value': ['c1', 'c3'],
      },
      {
        type: 'ChipsSelector',
        name: 'full',
        label: 'Full',
        description: 'No more than two',
        'max-selected-items': 2,
        'data-source': chips,
        'init-value': ['c0', 'c6'],
      },
      {
        type: 'ChipsSelector',
        name: 'none',
        label: 'Left empty',
        required: true,
        'data-source': chips.slice(0, 2),
      },
      {
        type: 'ChipsSelector',
        name: 'off',
        label: 'Not now',
        enabled: false,
        'data-source': chips.slice(0, 2),
        'init-value': ['c0'],
      },
    ]),
    events: [{ is: 'left', name: 'none' }],
  },
];
