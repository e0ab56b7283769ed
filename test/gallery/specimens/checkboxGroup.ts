import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';
import { coloured, fruits, pictured } from './options';

export const checkboxGroup: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['CheckboxGroup']! },
  {
    title: 'Long texts, left empty, disabled',
    flow: screenOf('CheckboxGroup', [
      {
        type: 'CheckboxGroup',
        name: 'fruit',
        label: 'Which fruit do you like best?',
        description: 'Only what is in season can be had.',
        required: true,
        'data-source': fruits,
      },
      {
        type: 'CheckboxGroup',
        name: 'off',
        label: 'Not now',
        enabled: false,
        'data-source': [
          { id: 'a', title: 'First' },
          { id: 'b', title: 'Second' },
        ],
        'init-value': ['b'],
      },
    ]),
    events: [{ is: 'left', name: 'fruit' }],
  },
  {
    title: 'Pictures and colours, regular and large',
    flow: screenOf('CheckboxGroup', [
      {
        type: 'CheckboxGroup',
        name: 'colour',
        label: 'Colour',
        'data-source': coloured,
        'init-value': ['green', 'white'],
      },
      { type: 'CheckboxGroup', name: 'way', label: 'Way', 'data-source': pictured },
      {
        type: 'CheckboxGroup',
        name: 'big',
        label: 'Large',
        'media-size': 'large',
        'data-source': pictured,
        'error-message': 'Both are booked',
      },
    ]),
  },
];
