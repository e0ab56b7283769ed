import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';
import { fruits, pictured } from './options';

const towns = Array.from({ length: 60 }, (_, index) => ({
  id: `t${index}`,
  title: `Town number ${index + 1}`,
}));

export const dropdown: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['Dropdown']! },
  {
    title: 'Chosen, left empty, disabled',
    flow: screenOf('Dropdown', [
      { type: 'Dropdown', name: 'chosen', label: 'Fruit', 'data-source': fruits, 'init-value': 'mango' },
      { type: 'Dropdown', name: 'empty', label: 'Left empty', required: true, 'data-source': fruits },
      { type: 'Dropdown', name: 'off', label: 'Not now', enabled: false, 'data-source': fruits },
      {
        type: 'Dropdown',
        name: 'wrong',
        label: 'Way',
        'data-source': pictured,
        'init-value': 'lake',
        'error-message': 'The lake is booked',
      },
    ]),
    events: [{ is: 'left', name: 'empty' }],
  },
  {
    title: 'Open',
    flow: screenOf('Dropdown', [
      { type: 'Dropdown', name: 'chosen', label: 'Fruit', 'data-source': fruits, 'init-value': 'mango' },
    ]),
    press: ['.wf-select'],
    height: 'phone',
  },
  {
    title: 'Open, with pictures',
    flow: screenOf('Dropdown', [{ type: 'Dropdown', name: 'way', label: 'Way', 'data-source': pictured }]),
    press: ['.wf-select'],
    height: 'phone',
  },
  {
    title: 'Open, a long list',
    flow: screenOf('Dropdown', [{ type: 'Dropdown', name: 'town', label: 'Town', 'data-source': towns }]),
    press: ['.wf-select'],
    height: 'phone',
  },
];
