import type { State, StoredSpace } from './state';

const SUBJECTS = [
  'Appointment',
  'Survey',
  'Order',
  'Refund',
  'Sign-up',
  'Delivery',
  'Insurance quote',
  'Feedback',
  'Loyalty card',
  'Booking',
];
const PLACES = [
  'Jakarta',
  'Surabaya',
  'Bandung',
  'Singapore',
  'Kuala Lumpur',
  'Manila',
  'Cebu',
  'Bangkok',
  'Hanoi',
  'Dubai',
  'Cairo',
  'Nairobi',
];
const CATEGORIES = [
  'APPOINTMENT_BOOKING',
  'SURVEY',
  'OTHER',
  'CUSTOMER_SUPPORT',
  'SIGN_UP',
  'LEAD_GENERATION',
  'CONTACT_US',
  'SIGN_IN',
];
const STATUSES = [
  'DRAFT',
  'DRAFT',
  'PUBLISHED',
  'PUBLISHED',
  'PUBLISHED',
  'DEPRECATED',
  'THROTTLED',
  'BLOCKED',
];

/** Adds flows with realistic names, every status and a short JSON. */
export function generateFlows(state: State, space: StoredSpace, count: number): void {
  for (let number = 1; number <= count; number++) {
    const subject = state.random.pick(SUBJECTS);
    const place = state.random.pick(PLACES);
    state.addFlow(space, {
      name: `${subject} ${place} ${String(number).padStart(5, '0')}`,
      categories: [state.random.pick(CATEGORIES)],
      status: state.random.pick(STATUSES),
      json: generatedJson(`${subject} ${place}`),
    });
  }
}

function generatedJson(title: string): string {
  const footer = {
    type: 'Footer',
    label: 'Done',
    'on-click-action': { name: 'complete', payload: { note: '${form.note}' } },
  };
  const children = [
    { type: 'TextHeading', text: title },
    { type: 'TextInput', name: 'note', label: 'Note' },
    footer,
  ];
  const screen = { id: 'START', title, terminal: true, layout: { type: 'SingleColumnLayout', children } };
  return `${JSON.stringify({ version: '7.3', screens: [screen] }, null, 2)}\n`;
}
