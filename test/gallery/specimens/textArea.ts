import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

export const textArea: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['TextArea']! },
  {
    title: 'Empty, too long, disabled, large label',
    flow: screenOf('TextArea', [
      { type: 'TextArea', name: 'empty', label: 'Empty', required: true },
      {
        type: 'TextArea',
        name: 'long',
        label: 'In a few words',
        'max-length': 20,
        'helper-text': 'Please be brief',
      },
      { type: 'TextArea', name: 'off', label: 'Not now', enabled: false, 'init-value': 'Closed' },
      {
        type: 'TextArea',
        name: 'large',
        label: 'Tell us what happened on the way',
        'label-variant': 'large',
      },
    ]),
    events: [
      { is: 'left', name: 'empty' },
      { is: 'typed', name: 'long', text: 'It rained, and then the bridge was closed.' },
      { is: 'left', name: 'long' },
    ],
  },
];
