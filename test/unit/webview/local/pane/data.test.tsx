// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { say } from '../../../../../src/flowjson/message';
import type { ScreenData } from '../../../../../src/webview/local/contract';
import { DrawnPane } from './drawn';

const dataOf = (screen: string, changes: Partial<ScreenData> = {}): ScreenData => ({
  screen,
  text: '{\n  "name": "Ann"\n}',
  model: [],
  problems: [],
  presets: [],
  ...changes,
});

let pane: DrawnPane;
const field = () => pane.field('Data of A');
const pause = () => act(() => void vi.advanceTimersByTime(400));
const leave = () => act(() => field().blur());
const type = async (text: string) => {
  await pane.focus(field());
  await pane.write('Data of A', text);
};
beforeEach(async () => {
  vi.useFakeTimers();
  pane = new DrawnPane();
  await pane.show({ data: dataOf('A') });
});
afterEach(async () => {
  await pane.close();
  vi.useRealTimers();
});

describe('the data of a screen', () => {
  it('is shown with what the screen expects', async () => {
    await pane.show({
      data: dataOf('A', {
        model: [
          { key: 'name', type: 'string', example: false },
          { key: 'items', type: '{id, title}[]', example: true },
        ],
        problems: [say('{0} is missing.', 'items')],
      }),
    });
    expect(field().value).toBe('{\n  "name": "Ann"\n}');
    expect(pane.all('.model li').map((one) => one.textContent)).toEqual([
      'name string',
      'items {id, title}[]example',
    ]);
    expect(pane.one('.panel.data .problem').textContent).toBe('items is missing.');
  });

  it('is applied when typing pauses, once', async () => {
    await type('{"name": "B');
    await pause();
    await type('{"name": "Be"}');
    await type('{"name": "Bea"}');
    expect(pane.posted).toEqual([]);
    await pause();
    await pause();
    expect(pane.posted).toEqual([{ type: 'supply', screen: 'A', text: '{"name": "Bea"}' }]);
  });

  it.each(['[1]', '"x"', 'null', '1', ''])('is an object, not %j', async (text) => {
    await type(text);
    await pause();
    expect(pane.posted).toEqual([]);
    expect(pane.one('.panel.data .problem').textContent).not.toBe('');
  });

  it('is not overwritten while it is typed, whatever the host says', async () => {
    await type('{"name": "Be');
    await pane.show({ data: dataOf('A', { text: '{"name": "from the host"}' }) });
    expect(field().value).toBe('{"name": "Be');
    await leave();
    await pane.show({ data: dataOf('A', { text: '{"name": "again"}' }) });
    expect(field().value).toBe('{"name": "Be');
    expect(pane.text).toContain('Line 1');
  });

  it('stays as typed while the cursor is in it, and is the host’s afterwards', async () => {
    await type('{"name":"Bea"}');
    await pause();
    await pane.show({ data: dataOf('A', { text: '{\n  "name": "Bea"\n}' }) });
    expect(field().value).toBe('{"name":"Bea"}');
    await leave();
    expect(field().value).toBe('{\n  "name": "Bea"\n}');
    await pane.show({ data: dataOf('A', { text: '{"name": "from the flow"}' }) });
    expect(field().value).toBe('{"name": "from the flow"}');
  });

  it('stays as typed while the host refuses it', async () => {
    await type('{"name":1}');
    await pause();
    await leave();
    const refused = dataOf('A', { problems: [say('{0} has to be a {1}.', 'name', 'string')] });
    await pane.show({ data: refused });
    expect(field().value).toBe('{"name":1}');
    expect(pane.text).toContain('name has to be a string.');
    await pane.press('Discard changes');
    expect(field().value).toBe(refused.text);
  });

  it('is applied when the person leaves before the pause is over', async () => {
    await type('{"name":"Bea"}');
    await leave();
    expect(pane.posted).toEqual([{ type: 'supply', screen: 'A', text: '{"name":"Bea"}' }]);
    await pause();
    expect(pane.posted).toHaveLength(1);
  });

  it('is applied to its own screen when another comes to the front', async () => {
    await type('{"name":"Bea"}');
    await pane.show({ data: dataOf('B') });
    expect(pane.posted).toEqual([{ type: 'supply', screen: 'A', text: '{"name":"Bea"}' }]);
    expect(pane.field('Data of B').value).toBe('{\n  "name": "Ann"\n}');
  });

  it('keeps what is half typed for when the screen comes back, or there is no screen for a while', async () => {
    await type('{"name": "Be');
    await leave();
    await pane.show({ data: dataOf('B') });
    await pane.show({ data: null });
    expect(pane.text).toContain('No screen is in front');
    await pane.show({ data: dataOf('A') });
    expect(field().value).toBe('{"name": "Be');
  });

  it('is text, whatever is in it', async () => {
    const hostile = '<img src=x onerror="alert(1)">';
    await pane.show({
      data: dataOf('A', {
        text: JSON.stringify({ hostile }),
        model: [{ key: hostile, type: hostile, example: true }],
        problems: [say('{0} is missing.', hostile)],
        presets: [hostile],
      }),
    });
    expect(pane.all('img')).toEqual([]);
    expect(pane.one('.preset').textContent).toBe(hostile);
  });
});

describe('presets', () => {
  beforeEach(() => pane.show({ data: dataOf('A', { presets: ['Full'] }) }));

  it('are applied and removed', async () => {
    await pane.press('Apply Preset Full');
    await pane.press('Remove Preset Full');
    expect(pane.posted).toEqual([
      { type: 'preset', is: 'apply', name: 'Full' },
      { type: 'preset', is: 'remove', name: 'Full' },
    ]);
  });

  it('take the place of what was typed', async () => {
    await type('{"name": "Be');
    await pane.press('Apply Preset Full');
    expect(field().value).toBe('{\n  "name": "Ann"\n}');
  });

  it('keep what is typed, applied first', async () => {
    await type('{"name":"Bea"}');
    await pane.write('Keep this data under a name', '  Empty ');
    await pane.submit('form.keep');
    expect(pane.posted).toEqual([
      { type: 'supply', screen: 'A', text: '{"name":"Bea"}' },
      { type: 'preset', is: 'keep', name: 'Empty' },
    ]);
    expect(pane.field('Keep this data under a name').value).toBe('');
  });

  it('need a name and JSON, and say when they replace one', async () => {
    expect(pane.button('Keep').disabled).toBe(true);
    await pane.write('Keep this data under a name', 'Full');
    expect(pane.button('Replace').disabled).toBe(false);
    await type('{');
    expect(pane.button('Replace').disabled).toBe(true);
    await pane.submit('form.keep');
    expect(pane.posted).toEqual([]);
  });
});
