import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';
import { coloured, fruits, pictured } from './options';

export const radioButtonsGroup: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['RadioButtonsGroup']! },
  {
    title: 'Long texts, left empty, disabled',
    flow: screenOf('RadioButtonsGroup', [
      {
        type: 'RadioButtonsGroup',
        name: 'fruit',
        label: 'Which fruit do you like best?',
        description: 'Only what is in season can be had.',
        required: true,
        'data-source': fruits,
      },
      {
        type: 'RadioButtonsGroup',
        name: 'off',
        label: 'Not now',
        enabled: false,
        'data-source': [
          { id: 'a', title: 'First' },
          { id: 'b', title: 'Second' },
        ],
        'init-value': 'b',
      },
    ]),
    events: [{ is: 'left', name: 'fruit' }],
  },
  {
    title: 'Pictures and colours, regular and large',
    flow: screenOf('RadioButtonsGroup', [
      {
        type: 'RadioButtonsGroup',
        name: 'colour',
        label: 'Colour',
        'data-source': coloured,
        'init-value': 'green',
      },
      { type: 'RadioButtonsGroup', name: 'way', label: 'Way', 'data-source': pictured },
      {
        type: 'RadioButtonsGroup',
        name: 'big',
        label: 'Large',
        'media-size': 'large',
        'data-source': pictured,
        'error-message': 'Both are booked',
      },
    ]),
  },
];
