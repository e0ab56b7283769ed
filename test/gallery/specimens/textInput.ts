import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const kinds = ['text', 'number', 'email', 'phone', 'password', 'passcode'] as const;
const typed = {
  text: 'Dewi Lestari',
  number: '-12.5',
  email: 'dewi@example.com',
  phone: '+62 21 555',
  password: 'garuda',
  passcode: '4711',
};

export const textInput: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['TextInput']! },
  {
    title: 'Filled, every kind',
    flow: screenOf(
      'Every kind',
      kinds.map((kind) => ({
        type: 'TextInput',
        name: kind,
        label: kind,
        'input-type': kind,
        required: true,
        'init-value': typed[kind],
      })),
    ),
  },
  {
    title: 'Wrong, disabled, large labels',
    flow: screenOf('Mistakes', [
      { type: 'TextInput', name: 'left', label: 'Left empty', required: true, 'helper-text': 'Your name' },
      {
        type: 'TextInput',
        name: 'mail',
        label: 'E-mail',
        'input-type': 'email',
        'helper-text': 'Where to write',
      },
      {
        type: 'TextInput',
        name: 'short',
        label: 'Code',
        'error-message': 'This code is used up',
        'init-value': 'A1',
      },
      { type: 'TextInput', name: 'long', label: 'Town', 'max-chars': 10 },
      {
        type: 'TextInput',
        name: 'off',
        label: 'Not to be changed',
        enabled: false,
        'init-value': 'As it is',
      },
      { type: 'TextInput', name: 'off_empty', label: 'Later', enabled: false },
      {
        type: 'TextInput',
        name: 'large',
        label: 'What may we prepare before you come to visit us the next time?',
        'label-variant': 'large',
        'helper-text': 'We read everything',
      },
    ]),
    events: [
      { is: 'left', name: 'left' },
      { is: 'typed', name: 'mail', text: 'dewi@' },
      { is: 'left', name: 'mail' },
      { is: 'typed', name: 'long', text: 'Thiruvananthapuram' },
      { is: 'left', name: 'long' },
    ],
  },
];
