/** What the endpoint of booking.flow.json answers: days, times, a day without times, and the end. */

const days = [
  { id: 'tuesday', title: 'Tuesday' },
  { id: 'sunday', title: 'Sunday' },
];
const times = ['10:00', '14:30'].map((id) => ({ id, title: id }));

interface Request {
  readonly action?: string;
  readonly screen?: string;
  readonly flow_token?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

export function book(request: unknown): object {
  const { action, screen, flow_token, data = {} } = request as Request;
  if (action === 'ping') return { data: { status: 'active' } };
  if (data.error !== undefined) return { data: { acknowledged: true } };
  if (action === 'INIT' || action === 'BACK') return { screen: 'DAY', data: { days } };
  const { full_name, day, time } = data;
  if (screen === 'DAY' && day === 'sunday') {
    return { screen: 'DAY', data: { days, error_message: 'We are closed on Sunday.' } };
  }
  if (screen === 'DAY') return { screen: 'TIME', data: { full_name, day, times } };
  const params = { flow_token, full_name, day, time };
  return { screen: 'SUCCESS', data: { extension_message_response: { params } } };
}
