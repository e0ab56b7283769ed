import fs from 'node:fs';
import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../src/flowjson/analyse';
import { silentLog } from '../../../../src/platform/log';
import { project, start, step, type PlayerEvent, type Stepped } from '../../../../src/player/player';
import { EndpointClient } from '../../../../src/preview/endpoint/client';
import { startReferenceEndpoint, type ReferenceEndpoint } from '../../../endpoint/endpoint';
import { testKeys } from '../../../endpoint/keys';

const flow = parseFlow(fs.readFileSync('test/endpoint/booking.flow.json', 'utf8'));

let endpoint: ReferenceEndpoint;
beforeEach(async () => {
  endpoint = await startReferenceEndpoint({ appSecret: testKeys.appSecret });
});
afterEach(() => endpoint.close());

/** Goes on with what the endpoint answers, until it is not asked. */
async function exchange(stepped: Stepped): Promise<Stepped> {
  const { phase } = stepped.state;
  if (phase.is !== 'waiting') return stepped;
  const target = {
    url: endpoint.address,
    publicKey: createPublicKey(testKeys.publicKey),
    appSecret: testKeys.appSecret,
  };
  const asked = await new EndpointClient(silentLog).once(target, phase.request, new AbortController().signal);
  const event: PlayerEvent =
    'answer' in asked ? { is: 'answered', answer: asked.answer } : { is: 'failed', failure: asked.failure };
  return exchange(step(flow, stepped.state, event));
}

async function act(stepped: Stepped, ...events: PlayerEvent[]): Promise<Stepped> {
  let now = stepped;
  for (const event of events) now = await exchange(step(flow, now.state, event));
  return now;
}

const footer = ({ state }: Stepped): PlayerEvent => ({
  is: 'tapped',
  key: project(flow, state).screen!.footer!.key,
});

describe('the flow of the reference endpoint', () => {
  it('has no mistakes', () => {
    expect(diagnose(flow)).toEqual([]);
  });

  it('is played to its end over the wire: opened, refused once, gone back, completed', async () => {
    let now = await exchange(start(flow, { action: 'data_exchange', flowToken: 'token-1' }));
    expect(now.state.stack).toEqual(['DAY']);
    now = await act(
      now,
      { is: 'typed', name: 'full_name', text: 'Dewi' },
      { is: 'chosen', name: 'day', option: 'sunday' },
    );
    now = await act(now, footer(now));
    expect([now.state.stack, now.state.snackbar]).toEqual([['DAY'], 'We are closed on Sunday.']);
    now = await act(now, { is: 'chosen', name: 'day', option: 'tuesday' });
    now = await act(now, footer(now));
    expect(now.state.stack).toEqual(['DAY', 'TIME']);
    now = await act(now, { is: 'back' });
    expect(now.state.stack).toEqual(['DAY']);
    now = await act(now, footer(now));
    now = await act(now, { is: 'chosen', name: 'time', option: '14:30' });
    now = await act(now, footer(now));
    expect(now.state.phase).toMatchObject({
      is: 'completed',
      response: { flow_token: 'token-1', full_name: 'Dewi', day: 'tuesday', time: '14:30' },
    });
    expect(endpoint.requests.map((request) => (request as { action: string }).action)).toEqual([
      'INIT',
      'data_exchange',
      'data_exchange',
      'BACK',
      'data_exchange',
      'data_exchange',
    ]);
  });

  it('ends with the words of the endpoint when the token is no longer valid', async () => {
    let now = await exchange(start(flow, { action: 'data_exchange' }));
    endpoint.mood = { sealed: '{"error_msg":"Already booked"}', status: 427 };
    now = await act(
      now,
      { is: 'typed', name: 'full_name', text: 'Dewi' },
      { is: 'chosen', name: 'day', option: 'tuesday' },
    );
    now = await act(now, footer(now));
    expect(now.state.phase).toMatchObject({ is: 'stopped', reason: { args: ['Already booked'] } });
  });
});
