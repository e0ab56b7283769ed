// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../../../src/flowjson/message';
import { faults, type Offer, type Waiting } from '../../../../../src/webview/local/contract';
import { DrawnPane } from './drawn';

const hostile = '<img src=x onerror="alert(1)">';
const offers: readonly Offer[] = [
  { kind: 'next', screen: 'B', answer: { screen: 'B', data: { name: 'Ann' } } },
  { kind: 'same', screen: 'A', answer: { screen: 'A', data: {} } },
  { kind: 'final', screen: 'SUCCESS', answer: { screen: 'SUCCESS', data: {} } },
  { kind: 'kept', screen: 'C', answer: 'not even an object' },
];
const waiting: Waiting = { number: 1, request: '{"action":"data_exchange"}', by: 'person', offers };
const json = 'Answer as JSON';
const message = 'Error message (optional)';

let pane: DrawnPane;
const choose = (index: number) => act(() => (pane.all('.choice input')[index] as HTMLInputElement).click());
const isOff = () => (pane.one('.answering') as HTMLFieldSetElement).disabled;
beforeEach(() => (pane = new DrawnPane()));
afterEach(() => pane.close());

describe('answering', () => {
  it('shows the request and what may be answered, the likeliest chosen', async () => {
    await pane.show({ waiting });
    expect(pane.one('.request pre').textContent).toBe('{\n  "action": "data_exchange"\n}');
    expect(pane.all('.choice').map((one) => one.textContent)).toEqual([
      'B next screen',
      'A the same screen again',
      'SUCCESS the flow is complete',
      'C kept from before',
    ]);
    expect(JSON.parse(pane.field(json).value)).toEqual(offers[0]!.answer);
  });

  it('posts what stands there, and keeps it as a rule when asked to', async () => {
    await pane.show({ waiting });
    await pane.write(json, '{"screen": "B", "data": {"name": "Bea"}}');
    await pane.submit('.answer-form');
    expect(pane.posted).toEqual([
      { type: 'answer', answer: { screen: 'B', data: { name: 'Bea' } }, keep: false },
    ]);
    await pane.show({ waiting: { ...waiting, number: 2 } });
    await pane.press('Answer and Keep as Rule');
    expect(pane.posted[1]).toEqual({ type: 'answer', answer: offers[0]!.answer, keep: true });
  });

  it('takes one answer for one request', async () => {
    await pane.show({ waiting });
    await pane.submit('.answer-form');
    expect(isOff()).toBe(true);
    expect(document.activeElement).toBe(pane.tab('Answers'));
    await pane.show({ waiting: { ...waiting, number: 2 } });
    expect(isOff()).toBe(false);
  });

  it('loses nothing of what was written when another answer is tried', async () => {
    await pane.show({ waiting });
    await pane.write(json, '{ half');
    await choose(2);
    expect(JSON.parse(pane.field(json).value)).toEqual(offers[2]!.answer);
    await choose(0);
    expect(pane.field(json).value).toBe('{ half');
    await pane.show({ waiting: { ...waiting } });
    expect(pane.field(json).value).toBe('{ half');
  });

  it('says what is wrong with the JSON, and sends none of it', async () => {
    await pane.show({ waiting });
    await pane.write(json, '{\n  "screen": "B",\n}');
    expect(pane.text).toContain('Line 3: something is missing before }, or a comma is too many.');
    expect(pane.field(json).getAttribute('aria-invalid')).toBe('true');
    expect(pane.button('Answer').disabled).toBe(true);
    expect(pane.button('Answer and Keep as Rule').disabled).toBe(true);
    await pane.submit('.answer-form');
    expect(pane.posted).toEqual([]);
  });

  it('writes the error message into the data, and takes it out again', async () => {
    await pane.show({ waiting });
    await pane.write(message, hostile);
    expect(JSON.parse(pane.field(json).value)).toEqual({
      screen: 'B',
      data: { name: 'Ann', error_message: hostile },
    });
    await pane.write(message, '');
    expect(JSON.parse(pane.field(json).value)).toEqual(offers[0]!.answer);
    await pane.write(json, '{"screen":"B","data":{"error_message":"from here"}}');
    expect(pane.field(message).value).toBe('from here');
    await pane.write(json, '{');
    expect(pane.field(message).disabled).toBe(true);
  });

  it('has no error message where the flow ends, and lets other JSON be', async () => {
    await pane.show({ waiting });
    await choose(2);
    expect(pane.text).not.toContain(message);
    await choose(3);
    await pane.write(message, 'x');
    expect(pane.field(json).value).toBe('"not even an object"');
  });

  it.each(faults)('lets it fail: %s', async (fault) => {
    await pane.show({ waiting });
    const names = { timeout: 'Time-out', badPayload: 'Bad Payload' } as const;
    const name = fault in names ? names[fault as keyof typeof names] : `HTTP ${fault}`;
    const explained = pane.button(name).getAttribute('aria-describedby');
    expect(pane.one(`#${explained}`).textContent).toMatch(/\.$/);
    await pane.press(name);
    expect(pane.posted).toEqual([{ type: 'fault', fault }]);
    expect(isOff()).toBe(true);
  });

  it('can be done where routing offers nothing', async () => {
    await pane.show({ waiting: { ...waiting, offers: [] } });
    expect(pane.all('.choice')).toEqual([]);
    await pane.submit('.answer-form');
    expect(pane.posted).toEqual([{ type: 'answer', answer: { screen: '', data: {} }, keep: false }]);
  });

  it('never makes markup of a flow', async () => {
    await pane.show({
      waiting: {
        ...waiting,
        request: JSON.stringify({ data: hostile }),
        offers: [{ kind: 'next', screen: hostile, answer: { screen: hostile } }],
      },
    });
    expect(pane.all('img')).toEqual([]);
    expect(pane.one('.choice .screen').textContent).toBe(hostile);
  });
});

describe('the endpoint', () => {
  afterEach(() => vi.useRealTimers());

  it('is asked: who, for how long, and how to stop it', async () => {
    vi.useFakeTimers();
    await pane.show({
      waiting: { ...waiting, by: 'endpoint' },
      endpoint: { address: 'https://example.com/flow', last: null },
    });
    expect(pane.one('.asking').textContent).toContain('https://example.com/flow');
    expect(pane.one('.seconds').textContent).toBe('0 of at most 10 seconds');
    await act(() => void vi.advanceTimersByTime(3_000));
    expect(pane.one('.seconds').textContent).toBe('3 of at most 10 seconds');
    await pane.press('Cancel');
    expect(pane.posted).toEqual([{ type: 'press', button: 'cancelRequest' }]);
  });

  it('is connected, checked and disconnected', async () => {
    await pane.show();
    expect(pane.one('.own-endpoint').textContent).toContain('Not connected');
    expect(pane.one('.idle').textContent).toContain('you answer here');
    await pane.press('Connect…');
    await pane.show({
      endpoint: { address: 'http://localhost:3000', last: say('HTTP {0} in {1} ms', 200, 12) },
    });
    expect(pane.one('.own-endpoint').textContent).toContain('Connected');
    expect(pane.one('.idle').textContent).toContain('Your endpoint answers this flow.');
    expect(pane.one('.address').textContent).toBe('http://localhost:3000');
    expect(pane.one('.last').textContent).toBe('HTTP 200 in 12 ms');
    await pane.press('Check');
    await pane.press('Keys…');
    await pane.press('Disconnect…');
    expect(pane.posted).toEqual([
      { type: 'press', button: 'connect' },
      { type: 'press', button: 'checkEndpoint' },
      { type: 'press', button: 'endpointKeys' },
      { type: 'press', button: 'disconnect' },
    ]);
  });

  it('has a file of answers when nothing waits', async () => {
    await pane.show();
    await pane.press('Open Mock File');
    expect(pane.posted).toEqual([{ type: 'press', button: 'openMocks' }]);
  });
});
