// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../../../src/flowjson/message';
import type { Waiting } from '../../../../../src/webview/local/contract';
import { DrawnPane } from './drawn';

const waiting: Waiting = { number: 1, request: '{}', by: 'person', offers: [] };
const data = { screen: 'A', text: '{}', model: [], problems: [], presets: [] };

let pane: DrawnPane;
beforeEach(() => (pane = new DrawnPane()));
afterEach(() => pane.close());

describe('tabs', () => {
  it('begins with the events, and has one tab in the order of focus', async () => {
    await pane.show();
    expect(pane.front).toBe('Events');
    expect(pane.all('[role=tab]').map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
    expect(pane.all('[role=tabpanel]').map((panel) => panel.hidden)).toEqual([false, true, true]);
  });

  it.each([
    [['ArrowRight'], 'Data'],
    [['ArrowRight', 'ArrowRight', 'ArrowRight'], 'Events'],
    [['ArrowLeft'], 'Answers'],
    [['End'], 'Answers'],
    [['End', 'Home'], 'Events'],
    [['ArrowDown', 'x'], 'Events'],
  ])('goes with %s to %s, and the focus with it', async (keys, name) => {
    await pane.show();
    await pane.focus(pane.tab('Events'));
    for (const key of keys) await pane.key(key);
    expect(pane.front).toBe(name);
    expect(document.activeElement).toBe(pane.tab(name));
  });

  it('names each panel by its tab', async () => {
    await pane.show();
    for (const tab of pane.all('[role=tab]')) {
      const panel = pane.one(`#${tab.getAttribute('aria-controls')}`);
      expect(panel.getAttribute('aria-labelledby')).toBe(tab.id);
    }
  });
});

describe('a request that waits for the person', () => {
  it('comes to the front, with a mark and a word, and takes no focus', async () => {
    const phone = document.createElement('button');
    document.body.append(phone);
    phone.focus();
    await pane.show();
    await pane.show({ waiting });
    expect(pane.front).toBe('Answers');
    expect(document.activeElement).toBe(phone);
    expect(pane.tab('Answers').textContent).toContain('waits for your answer');
    expect(pane.one('.pane > [role=status]').textContent).toContain('answer it under Answers');
    phone.remove();
  });

  it('comes to the front once: who leaves it is not called back', async () => {
    await pane.show({ waiting });
    await pane.open('Events');
    await pane.show({ waiting: { ...waiting } });
    expect(pane.front).toBe('Events');
    await pane.show({ waiting: { ...waiting, number: 2 } });
    expect(pane.front).toBe('Answers');
  });

  it('does not take away the field that the person writes in', async () => {
    await pane.show({ data });
    await pane.open('Data');
    await pane.focus(pane.field('Data of A'));
    await pane.show({ waiting });
    expect(pane.front).toBe('Data');
    expect(pane.tab('Answers').querySelector('.badge')).not.toBeNull();
  });

  it('gives its place back once it is answered', async () => {
    await pane.show();
    await pane.open('Data');
    await pane.show({ waiting });
    await pane.show({ waiting: { ...waiting, number: 2 } });
    expect(pane.front).toBe('Answers');
    await pane.press('Answer');
    await pane.show({ waiting: null });
    expect(pane.front).toBe('Data');
    expect(document.activeElement).toBe(pane.tab('Data'));
  });

  it.each([
    ['goes to it', ['Events', 'Answers']],
    ['was there before', ['Answers']],
  ])('leaves the answers in front of who %s', async (_, opened) => {
    if (opened.length === 1) await pane.show();
    else await pane.show({ waiting });
    for (const tab of opened) await pane.open(tab);
    await pane.show({ waiting });
    await pane.show({ waiting: null });
    expect(pane.front).toBe('Answers');
  });

  it('leaves the focus on the tab when what was pressed goes behind', async () => {
    const details = [{ title: say('Request'), json: '{}' }];
    await pane.show({ log: [{ number: 0, at: 0, kind: 'tap', message: say('Answer'), details }] });
    await pane.focus(pane.one('.event button.summary'));
    await pane.show({ waiting });
    expect(document.activeElement).toBe(pane.tab('Answers'));
  });

  it('does not come to the front while the endpoint is asked, and does when that is cancelled', async () => {
    await pane.show({ waiting: { ...waiting, by: 'endpoint' } });
    expect(pane.front).toBe('Events');
    expect(pane.tab('Answers').querySelector('.badge')).toBeNull();
    await pane.show({ waiting });
    expect(pane.front).toBe('Answers');
  });
});
