import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

export const optIn: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['OptIn']! },
  {
    title: 'Long, left empty',
    flow: screenOf('OptIn', [
      {
        type: 'OptIn',
        name: 'terms',
        label:
          'I have read the terms of service and the notice on privacy, and I agree that what I write here is kept until the order has been delivered.',
        required: true,
        'on-click-action': { name: 'open_url', url: 'https://example.com' },
      },
      { type: 'OptIn', name: 'news', label: 'Send me news' },
    ]),
    events: [{ is: 'left', name: 'terms' }],
  },
];
