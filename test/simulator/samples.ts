import { componentFlows, wholeFlows } from './flows';
import { generateFlows } from './generate';
import type { State, StoredAccount, StoredFlow } from './state';

const DAY = 24 * 3_600_000;

/** Spaces and flows as a partner of CAMS, a direct customer and an aggregator with many customers would have them. */
export function addSamples(
  state: State,
  accounts: { main: StoredAccount; direct: StoredAccount; many: StoredAccount },
  now: number,
): void {
  const { main, direct, many } = accounts;
  const space = (name: string, id: string, flows: readonly Partial<StoredFlow>[]) => {
    const added = state.addSpace(main, name, { id });
    flows.forEach((flow, index) => state.addFlow(added, { created: now - (90 - index) * DAY, ...flow }));
  };

  space('Nusantara Retail', 'cams-nusantara', [
    { name: 'Daftar anggota', categories: ['SIGN_UP'], status: 'PUBLISHED', json: wholeFlows.signUp },
    { name: 'Masuk (lama)', categories: ['SIGN_IN'], status: 'DEPRECATED', json: wholeFlows.signIn },
    { name: 'Pesan kopi', categories: ['OTHER'], status: 'PUBLISHED', json: wholeFlows.coffeeOrder },
    {
      name: 'Damaged parcel',
      categories: ['CUSTOMER_SUPPORT'],
      status: 'THROTTLED',
      json: wholeFlows.parcelClaim,
    },
    { name: 'Promo Ramadan 2027', categories: ['LEAD_GENERATION', 'OTHER'], status: 'DRAFT' },
  ]);
  space('Lotus Clinic 荷花诊所', 'cams-lotusclinic', [
    {
      name: 'Book an appointment',
      categories: ['APPOINTMENT_BOOKING'],
      status: 'PUBLISHED',
      json: wholeFlows.appointmentBooking,
      endpointUri: 'https://flows.lotus-clinic.example/appointments',
    },
    { name: '就诊满意度调查', categories: ['SURVEY'], status: 'PUBLISHED', json: wholeFlows.survey },
    { name: '就诊满意度调查 (新)', categories: ['SURVEY'], status: 'DRAFT', json: wholeFlows.survey },
  ]);
  space('Al Noor Logistics', 'cams-alnoor', [
    {
      name: 'تتبع الطلب',
      categories: ['CUSTOMER_SUPPORT'],
      status: 'PUBLISHED',
      json: wholeFlows.orderTracking,
      endpointUri: 'https://flows.alnoor.example/orders',
    },
    { name: 'Parcel claim', categories: ['CONTACT_US'], status: 'BLOCKED', json: wholeFlows.parcelClaim },
  ]);
  space('Harbour Insurance', 'cams-harbour', [
    {
      name: 'Car insurance quote',
      categories: ['LEAD_GENERATION'],
      status: 'PUBLISHED',
      json: wholeFlows.insuranceQuote,
    },
    {
      name: 'Home loan enquiry',
      categories: ['LEAD_GENERATION'],
      status: 'DRAFT',
      json: wholeFlows.leadGeneration,
    },
  ]);
  space(
    'Component Gallery',
    'cams-gallery',
    Object.entries(componentFlows).map(([name, json]) => ({ name, categories: ['OTHER'], json })),
  );
  space('Studio Sepi', 'cams-studiosepi', []);

  const cafe = state.addSpace(direct, 'Kedai Pagi', { id: 'cams-kedaipagi' });
  state.addFlow(cafe, {
    name: 'Pesan kopi',
    status: 'PUBLISHED',
    json: wholeFlows.coffeeOrder,
    created: now - DAY,
  });
  for (let number = 1; number <= 130; number++) {
    generateFlows(state, state.addSpace(many, `Customer ${String(number).padStart(3, '0')}`), 2);
  }
}
