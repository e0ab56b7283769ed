// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../../../src/flowjson/message';
import type { LogEntry } from '../../../../../src/webview/local/contract';
import { DrawnPane } from './drawn';

const hostile = '<img src=x onerror="alert(1)">';
const entry = (number: number, changes: Partial<LogEntry> = {}): LogEntry => ({
  number,
  at: Date.UTC(2026, 0, 1) + number,
  kind: 'tap',
  message: say('Event {0}', number),
  details: [],
  ...changes,
});
const request = entry(0, {
  kind: 'request',
  message: say('{0} asks the endpoint.', 'A'),
  details: [{ title: say('Request, decrypted'), json: '{"screen":"A","n":1,"ok":true}' }],
});

let pane: DrawnPane;
beforeEach(() => (pane = new DrawnPane()));
afterEach(() => pane.close());

describe('the events', () => {
  it('say what happened, in order, each with its time and its kind', async () => {
    await pane.show({
      log: [request, entry(1), entry(2, { warnings: [say('A key is missing: {0}.', 'b')] })],
    });
    expect(pane.all('.sentence').map((one) => one.textContent)).toEqual([
      'A asks the endpoint.',
      'Event 1',
      'Event 2',
    ]);
    expect(pane.all('.event').map((one) => one.className)).toEqual([
      'event request',
      'event tap',
      'event tap',
    ]);
    expect(pane.one('time').textContent).toMatch(/^\d\d:\d\d:\d\d$/);
    expect(pane.one('.warning').textContent).toBe('A key is missing: b.');
  });

  it('open what they carried, indented', async () => {
    await pane.show({ log: [request, entry(1)] });
    expect(pane.all('pre')).toEqual([]);
    await act(() => pane.one('.summary[aria-expanded=false]').click());
    expect(pane.one('pre').textContent).toBe('{\n  "screen": "A",\n  "n": 1,\n  "ok": true\n}');
    expect(pane.one('.summary[aria-expanded]').getAttribute('aria-expanded')).toBe('true');
  });

  it('copy it whole, and say so', async () => {
    const written: string[] = [];
    vi.stubGlobal('navigator', { clipboard: { writeText: async (text: string) => void written.push(text) } });
    const json = JSON.stringify({ long: 'x'.repeat(30_000) });
    await pane.show({ log: [{ ...request, details: [{ title: say('Answer'), json }] }] });
    await act(() => pane.one('.summary').click());
    expect(pane.one('pre').textContent.length).toBeLessThan(25_000);
    expect(pane.text).toContain('Copying takes all of it.');
    await pane.press('Copy: Answer');
    expect(JSON.parse(written[0]!)).toEqual(JSON.parse(json));
    expect(pane.one('.copy [role=status]').textContent).toBe('Copied');
    vi.unstubAllGlobals();
  });

  it('say when the clipboard refuses', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: async () => Promise.reject(new Error('no')) } });
    await pane.show({ log: [request] });
    await act(() => pane.one('.summary').click());
    await pane.press('Copy: Request, decrypted');
    await pane.show();
    expect(pane.one('.copy [role=status]').textContent).toBe('The clipboard refused it.');
    vi.unstubAllGlobals();
  });

  it('lead back to each of them but the newest', async () => {
    await pane.show({ log: [request, entry(1), entry(2)] });
    await pane.press('Step back to here: Event 1');
    expect(pane.posted).toEqual([{ type: 'stepBack', number: 1 }]);
    expect(pane.button('Step back to here: Event 2').disabled).toBe(true);
  });

  it('of a long day are drawn in part, the earlier ones on request', async () => {
    const log = Array.from({ length: 310 }, (_, number) => entry(number));
    await pane.show({ log });
    expect(pane.all('.event')).toHaveLength(150);
    expect(pane.all('.sentence').at(-1)?.textContent).toBe('Event 309');
    await pane.press('Show earlier events (160)');
    await pane.press('Show earlier events (10)');
    expect(pane.all('.event')).toHaveLength(310);
    expect(pane.all('.earlier')).toEqual([]);
  });

  it('keep the newest in sight, unless the person has scrolled up to read', async () => {
    await pane.show({ log: [request] });
    const scroller = pane.one('.panel.events .scroller');
    Object.defineProperty(scroller, 'scrollHeight', { get: () => 1000 });
    Object.defineProperty(scroller, 'clientHeight', { get: () => 200 });
    await pane.show({ log: [request, entry(1)] });
    expect(scroller.scrollTop).toBe(1000);
    scroller.scrollTop = 300;
    await act(() => void scroller.dispatchEvent(new Event('scroll')));
    await pane.show({ log: [request, entry(1), entry(2)] });
    expect(scroller.scrollTop).toBe(300);
    scroller.scrollTop = 795;
    await act(() => void scroller.dispatchEvent(new Event('scroll')));
    await pane.show({ log: [request, entry(1), entry(2), entry(3)] });
    expect(scroller.scrollTop).toBe(1000);
  });

  it('never become markup, whatever the flow says', async () => {
    await pane.show({
      log: [
        entry(0, {
          message: say('{0} asks the endpoint.', hostile),
          warnings: [say('{0}', hostile)],
          details: [
            { title: say('Data of {0}', hostile), json: JSON.stringify({ [hostile]: hostile }) },
            { title: say('Data'), json: hostile },
          ],
        }),
      ],
    });
    await act(() => pane.one('.summary').click());
    expect(pane.all('img, script')).toEqual([]);
    expect(pane.all('pre')[1]!.textContent).toBe(hostile);
    expect(JSON.parse(pane.all('pre')[0]!.textContent)).toEqual({ [hostile]: hostile });
  });
});
