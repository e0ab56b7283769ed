import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { window } from 'vscode';
import { english } from '../../../../src/flowjson/message';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { CancelledError } from '../../../../src/platform/cancellation';
import { silentLog } from '../../../../src/platform/log';
import { faults } from '../../../../src/webview/local/contract';
import type { EndpointAnswer } from '../../../../src/preview/ports';
import { booking, FakeEndpoint, FakeMocks, footer, playing, screen, text } from './playing';

beforeEach(() => vi.useFakeTimers({ now: Date.UTC(2026, 0, 2, 3, 4, 5) }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const times = { screen: 'TIMES', data: {} };

/** The flow has asked for times. */
function asking(...more: Parameters<typeof playing> extends [unknown, ...infer Rest] ? Rest : never) {
  const all = playing(booking, ...more);
  all.play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
  all.play.act({ is: 'typed', name: 'pin', text: '4711' });
  all.next();
  return all;
}

/** Lets promises that are settled be heard. */
const heard = () => vi.advanceTimersByTimeAsync(0);

describe('a request that the person answers', () => {
  it('waits, with the answers that could be given', () => {
    const { play, lines } = asking();
    expect(lines().at(-1)).toBe('ASK asks the endpoint.');
    expect(play.log.at(-1)).toMatchObject({ kind: 'request' });
    expect(play.waiting).toMatchObject({ number: 1, by: 'person' });
    expect(JSON.parse(play.waiting!.request)).toMatchObject({
      action: 'data_exchange',
      data: { name: 'Ada', pin: 4711 },
    });
    expect(play.waiting!.offers.map(({ kind }) => kind)).toEqual(['next', 'next', 'same', 'final']);
  });

  it('goes on with the answer, which is offered from then on', () => {
    const { play, lines, mocks, next } = asking();
    play.answer(times, false);
    expect(lines().at(-1)).toBe('You answered with TIMES.');
    expect(play.log.at(-1)).toMatchObject({ kind: 'answer' });
    expect(play.waiting).toBeNull();
    expect(mocks.kept).toEqual([]);
    play.stepBack(2);
    next();
    play.answer({ screen: 'ASK', data: {} }, false);
    next();
    const kept = play.waiting!.offers.filter(({ kind }) => kind === 'kept');
    expect(kept.map(({ screen }) => screen)).toEqual(['ASK', 'TIMES']);
    expect(play.waiting!.number).toBeGreaterThan(1);
  });

  it('makes a rule of an answer', () => {
    const { play, mocks } = asking();
    play.answer(times, true);
    expect(mocks.kept).toEqual([[expect.objectContaining({ screen: 'ASK' }), { answer: times }]]);
  });

  it('says when the rule could not be written', async () => {
    const show = vi.fn(async () => undefined);
    Object.assign(window, { showErrorMessage: show });
    const mocks = new FakeMocks();
    mocks.refuses = new Error('The file is read-only.');
    const { play } = asking({ mocks });
    play.answer(times, true);
    await heard();
    expect(show).toHaveBeenCalledWith('The mock file was not changed. The file is read-only.');
  });

  it.each(faults)('goes wrong on purpose: %s', (fault) => {
    const { play } = asking();
    play.fault(fault);
    expect(play.log.at(-1)).toMatchObject({ kind: 'problem' });
    expect(play.waiting).toBeNull();
    const { error, status, message } = JSON.parse(play.log.at(-1)!.details[0]!.json);
    expect({ error, status, message: typeof message }).toEqual(
      {
        timeout: { error: 'timeout_error', status: undefined, message: 'undefined' },
        badPayload: { error: 'payload-schema-error', status: undefined, message: 'undefined' },
        421: { error: 'unexpected_http_status_code', status: 421, message: 'undefined' },
        427: { error: 'unexpected_http_status_code', status: 427, message: 'string' },
        432: { error: 'unexpected_http_status_code', status: 432, message: 'undefined' },
      }[fault],
    );
  });
});

describe('a request that a rule answers', () => {
  it('goes on at once', () => {
    const mocks = new FakeMocks();
    mocks.rule = () => ({ answer: times });
    const { play, lines } = asking({ mocks });
    expect(lines().slice(-2)).toEqual([
      'ASK asks the endpoint.',
      'A rule of the mock file answered with TIMES.',
    ]);
    expect(play.projection.screen?.id).toBe('TIMES');
  });

  it('waits for the person where it was stepped back to', () => {
    const mocks = new FakeMocks();
    mocks.rule = () => ({ answer: times });
    const { play } = asking({ mocks });
    play.stepBack(3);
    expect(play.log).toHaveLength(4);
    expect(play.waiting).toMatchObject({ by: 'person' });
  });

  it('comes to rest where every answer asks again', () => {
    const select = { 'on-select-action': { name: 'data_exchange', payload: {} }, 'init-value': 'a' };
    const options = { 'data-source': [{ id: 'a', title: 'A' }] };
    const asks = (id: string, more: Parameters<typeof screen>[2] = {}) =>
      screen(id, [{ type: 'Dropdown', name: 'd', label: 'D', ...options, ...select }], more);
    const flow = JSON.stringify({
      version: '6.0',
      data_api_version: '3.0',
      screens: [asks('A'), asks('B', { terminal: true, footer: footer('complete', {}) })],
    });
    const mocks = new FakeMocks();
    mocks.rule = ({ screen }) => ({ answer: { screen: screen === 'A' ? 'B' : 'A', data: {} } });
    const { play } = playing(flow, { mocks });
    expect(play.waiting).toMatchObject({ by: 'person' });
    expect(play.log.length).toBeLessThan(60);
  });

  it('tells mistakes in the file with the request', () => {
    const mocks = new FakeMocks();
    mocks.problems = [{ template: 'Line {0}: …', args: [3] }];
    const { play } = asking({ mocks });
    expect(play.log.at(-1)!.warnings!.map(english)).toEqual([
      'The file with answers has mistakes.',
      'Line 3: …',
    ]);
  });
});

describe('a request to the endpoint of the developer', () => {
  it('is answered, with status and duration', async () => {
    const endpoint = new FakeEndpoint();
    const lines: string[] = [];
    const log = { ...silentLog, info: (line: string) => void lines.push(line) };
    const { play, lines: told } = asking({ endpoint, log });
    expect(play.waiting).toMatchObject({ by: 'endpoint' });
    vi.advanceTimersByTime(120);
    endpoint.asked[0]!.answer({ answer: times });
    await heard();
    expect(told().at(-1)).toBe('The endpoint answered with TIMES (HTTP 200, 120 ms).');
    expect(play.waiting).toBeNull();
    expect(play.endpoint).toEqual({ address: endpoint.address, last: expect.anything() });
    expect(english(play.endpoint.last!)).toBe('HTTP 200 in 120 ms');
    expect(lines.join()).toContain('120 ms');
    expect(lines.join()).not.toMatch(/Ada|4711|TIMES/);
  });

  it('fails, with advice', async () => {
    const endpoint = new FakeEndpoint();
    const { play, lines } = asking({ endpoint });
    const advice = { template: 'Is it running?', args: [] };
    endpoint.asked[0]!.answer({ failure: { error: 'no_http_response_error' }, advice });
    await heard();
    expect(lines().at(-1)).toBe('The endpoint could not be reached.');
    expect(play.log.at(-1)).toMatchObject({ kind: 'problem', warnings: [advice] });
    expect(play.endpoint.last).toEqual(advice);
    expect(endpoint.asked).toHaveLength(1);
  });

  it('tells the endpoint what could not be used', async () => {
    const endpoint = new FakeEndpoint();
    asking({ endpoint });
    endpoint.asked[0]!.answer({ answer: 'nothing' });
    await heard();
    expect(endpoint.asked[1]?.request.data).toMatchObject({ error: 'payload-schema-error' });
  });

  it.each<[string, (all: ReturnType<typeof asking>) => void]>([
    ['the flow starts anew', ({ play }) => play.restart(true)],
    ['somebody steps back', ({ play }) => play.stepBack(1)],
    ['the preview is closed', ({ play }) => play.dispose()],
    ['it is cancelled', ({ play }) => play.cancelRequest()],
    ['the person answers', ({ play }) => play.answer(times, false)],
    ['the flow is disconnected', ({ disconnect }) => disconnect()],
    ['somebody goes elsewhere', ({ play }) => play.goTo('DONE')],
    ['the screen goes', ({ play }) => play.take(parseFlow(text(booking.slice(1))))],
  ])('is of no interest any more when %s', async (_, happens) => {
    const endpoint = new FakeEndpoint();
    const all = asking({ endpoint });
    happens(all);
    expect(endpoint.asked[0]!.signal.aborted).toBe(true);
    const before = all.play.log;
    endpoint.asked[0]!.answer({ answer: { screen: 'DONE', data: { greeting: 'late' } } });
    await heard();
    expect(all.play.log).toBe(before);
  });

  it('is answered by the person once it is cancelled', () => {
    const { play } = asking({ endpoint: new FakeEndpoint() });
    play.cancelRequest();
    expect(play.waiting).toMatchObject({ number: 1, by: 'person' });
    expect(english(play.endpoint.last!)).toBe('The request was cancelled: answer it yourself.');
    play.answer(times, false);
    expect(play.projection.screen?.id).toBe('TIMES');
  });

  it('is answered by the person where the endpoint gives up', async () => {
    const endpoint = new FakeEndpoint();
    const { play } = asking({ endpoint });
    endpoint.asked[0]!.reject(new CancelledError());
    await heard();
    expect(play.waiting).toMatchObject({ by: 'person' });
  });

  it('says nothing of the last answer any more once there are other keys', async () => {
    const endpoint = new FakeEndpoint();
    const { play, changeKeys } = asking({ endpoint });
    endpoint.asked[0]!.answer({ answer: times });
    await heard();
    changeKeys();
    expect(play.endpoint).toEqual({ address: endpoint.address, last: null });
  });

  it('survives an endpoint that throws', async () => {
    const endpoint = new FakeEndpoint();
    const { lines } = asking({ endpoint });
    endpoint.asked[0]!.reject(new Error('Ada'));
    await heard();
    expect(lines().at(-1)).toBe('The endpoint could not be reached.');
  });

  it('goes on while the text changes', async () => {
    const endpoint = new FakeEndpoint();
    const { play } = asking({ endpoint });
    play.take(parseFlow(text(booking).replace('Your name', 'Who are you?')));
    expect(endpoint.asked).toHaveLength(1);
    endpoint.asked[0]!.answer({ answer: times });
    await heard();
    expect(play.projection.screen?.id).toBe('TIMES');
  });
});

describe('whatever happens', () => {
  it('the log can be stepped back in, and waits only while the flow does', async () => {
    const act = fc.oneof(
      fc.constantFrom(
        'next',
        'back',
        'restart',
        'answer',
        'fault',
        'cancel',
        'reply',
        'goTo',
        'left',
        'supply',
      ),
      fc.nat(12),
    );
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.array(act, { maxLength: 25 }), async (connected, acts) => {
        const endpoint = connected ? new FakeEndpoint() : undefined;
        const { play, next } = playing(booking, { endpoint });
        play.act({ is: 'typed', name: 'full_name', text: 'Ada' });
        for (const one of acts) {
          if (typeof one === 'number') {
            const isThere = one < play.log.length;
            play.stepBack(one);
            if (isThere) expect(play.log).toHaveLength(one + 1);
          } else if (one === 'next') {
            if (play.projection.screen?.footer) next();
          } else if (one === 'back') play.act({ is: 'back' });
          else if (one === 'left') play.act({ is: 'left', name: 'full_name' });
          else if (one === 'restart') play.restart(false);
          else if (one === 'answer') play.answer(play.waiting?.offers[0]?.answer ?? null, false);
          else if (one === 'fault') play.fault('timeout');
          else if (one === 'cancel') play.cancelRequest();
          else if (one === 'goTo') play.goTo('TIMES');
          else if (one === 'supply') play.supply('DONE', '{"greeting":"x"}');
          else {
            endpoint?.asked.at(-1)?.answer({ answer: times } satisfies EndpointAnswer);
            await heard();
          }
          expect(play.waiting !== null).toBe(play.projection.phase.is === 'waiting');
          expect(play.log.map(({ number }) => number)).toEqual(play.log.map((_, index) => index));
        }
        expect(JSON.parse(play.export())).toMatchObject({ format: 1 });
        play.dispose();
        expect(endpoint?.asked.every(({ signal }) => signal.aborted) ?? true).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
