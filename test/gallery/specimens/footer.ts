import { componentFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const body = { type: 'TextBody', text: 'The footer stays at the bottom.' };
const footerWith = (more: object): string =>
  screenOf(
    'Footer',
    [
      body,
      { type: 'Footer', label: 'Continue', 'on-click-action': { name: 'complete', payload: {} }, ...more },
    ],
    {
      withFooter: false,
    },
  );

export const footer: readonly Specimen[] = [
  { title: 'As in the simulator', flow: componentFlows['Footer']! },
  {
    title: 'It works, with captions',
    flow: footerWith({ 'left-caption': '3 items', 'right-caption': 'Rp 145.000' }),
  },
  {
    title: 'A caption in the middle, a long label',
    flow: footerWith({ 'center-caption': 'Payable now', label: 'Continue to the payment of your order' }),
  },
  { title: 'Not enabled', flow: footerWith({ enabled: false }) },
];
