import * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../../../src/platform/log';
import { WalkedPaths } from '../../../../src/preview/local/walkedPaths';
import { FlowMaps } from '../../../../src/preview/map/flowMaps';
import type { FlowMap, ToHost, ToPage } from '../../../../src/webview/map/contract';
import { desk } from '../local/desk';
import { odd, reader, text } from './flows';

const A = 'file:///work/booking.flow.json';
const settle = () => vi.advanceTimersByTimeAsync(2000);

beforeEach(
  () =>
    void vi.useFakeTimers({
      now: Date.UTC(2025, 0, 1),
      toFake: ['setTimeout', 'setImmediate', 'clearTimeout'],
    }),
);
afterEach(() => vi.useRealTimers());

function house() {
  const world = desk();
  const walks = new WalkedPaths();
  const play = vi.fn(async () => undefined);
  const extensionUri = vscode.Uri.parse('file:///extension');
  const maps = new FlowMaps({ texts: reader(), extensionUri, log: silentLog, walks, play });
  return { ...world, maps, walks, play };
}

async function opened(content = text(odd)) {
  const it = house();
  const document = it.openEditor(A, content);
  await it.maps.open(undefined);
  const panel = it.panels[0]!;
  const messages = () => panel.posted as unknown as ToPage[];
  const order = (message: ToHost) => panel.send(message);
  order({ type: 'ready' });
  await settle();
  const map = (): FlowMap =>
    messages()
      .flatMap((message) => (message.type === 'show' ? [message.map] : []))
      .at(-1)!;
  const count = (type: ToPage['type']) => messages().filter((message) => message.type === type).length;
  return { ...it, document, panel, messages, order, map, count };
}

describe('a map', () => {
  it('is opened for the flow in front, once, and draws it', async () => {
    const { maps, panels, map, messages, panel } = await opened();
    expect(panel.title).toBe('Map: booking');
    expect(panel.pages[0]).toContain('map.js');
    expect(messages()[0]).toMatchObject({ type: 'start', state: { uri: A } });
    expect(
      map()
        .nodes.map(({ id }) => id)
        .slice(0, 3),
    ).toEqual(['START', 'DETAILS', 'HELP']);
    const pictures = messages().flatMap((one) =>
      one.type === 'thumbnails' ? Object.keys(one.thumbnails) : [],
    );
    expect(pictures).toContain('id:START');
    await maps.open(vscode.Uri.parse(A)).catch(() => undefined);
    await maps.open(undefined);
    expect(panels).toHaveLength(1);
    expect(panel.reveal).toHaveBeenCalled();
  });

  it('refuses where nothing is in front', async () => {
    await expect(house().maps.open(undefined)).rejects.toThrow('There is no WhatsApp Flow in front.');
  });

  it('follows the text, once for many keys, and draws only pictures that changed', async () => {
    const { document, type, map, count, messages } = await opened();
    const before = count('show');
    const at = document.text.indexOf('Title of START');
    for (let key = 0; key < 5; key += 1) type(document, at, 0, 'x');
    await settle();
    expect(count('show')).toBe(before + 1);
    expect(map().nodes[0]!.title).toBe('xxxxxTitle of START');
    const last = messages().at(-1);
    expect(last?.type === 'thumbnails' && Object.keys(last.thumbnails)).toEqual(['id:START']);
  });

  it('keeps the last map while the text is half typed, and goes on after', async () => {
    const { document, type, map } = await opened();
    const at = document.text.indexOf('"Title of START"');
    type(document, at, 1, '');
    await settle();
    expect(map().behind?.template).toContain('half typed');
    expect(map().nodes[0]!.title).toBe('Title of START');
    type(document, at, 0, '"');
    await settle();
    expect(map().behind).toBeNull();
  });

  it('shows what can be read where there was no map before, and says why there is nothing', async () => {
    expect((await opened(text(odd).slice(0, -40))).map().behind).not.toBeNull();
    for (const [content, reason] of [
      ['{"version": "6.3", "screens": []}', 'There is no screen yet.'],
      [' ', 'The text is empty.'],
      ['[1]', 'This is not Flow JSON.'],
    ] as const) {
      const { messages } = await opened(content);
      expect(messages().at(-1)).toMatchObject({ type: 'nothing', reason: { template: reason } });
    }
  });

  it('has the problems of the text where they belong, and leads to them', async () => {
    const { document, diagnose, map, order, showTextDocument, editors } = await opened();
    diagnose(document, [
      { at: '"GHOST"', text: 'No such screen.' },
      { at: '"6.3"', text: 'Old.', severity: vscode.DiagnosticSeverity.Warning },
      { at: '"DETAILS"', text: 'Of somebody else.', source: 'json' },
    ]);
    await settle();
    const edge = map().edges.find(({ to }) => to === 'missing:GHOST')!;
    expect(edge.problems).toMatchObject([{ severity: 'error', text: 'No such screen.' }]);
    expect(map().problems).toMatchObject([{ text: 'Old.' }]);
    order({ type: 'revealProblem', id: edge.problems[0]!.id });
    await settle();
    expect(showTextDocument).toHaveBeenCalledOnce();
    const { selection } = editors[0]!;
    expect(document.offsetAt(selection.active)).toBe(document.text.indexOf('"GHOST"'));
  });

  it('leads to the text of a screen, also after it has moved, and says when it is gone', async () => {
    const { document, order, editors, type, messages } = await opened();
    type(document, 0, 0, '\n\n');
    order({ type: 'reveal', key: 'id:HELP', way: 0 });
    await settle();
    const position = editors[0]!.selection.active;
    expect(document.offsetAt(position)).toBe(document.text.indexOf('"HELP"', document.text.indexOf('"id"')));
    order({ type: 'reveal', key: 'id:NOBODY', way: 0 });
    await settle();
    expect(messages().at(-1)).toMatchObject({ type: 'say' });
  });

  it('plays a screen, but none that does not exist', async () => {
    const { order, play } = await opened();
    order({ type: 'play', key: 'missing:GHOST' });
    order({ type: 'play', key: 'id:HELP' });
    await settle();
    expect(play.mock.calls.map(([, id]: unknown[]) => id)).toEqual(['HELP']);
  });

  it('ticks what is walked in the player', async () => {
    const { walks, map } = await opened();
    expect(map().walkedCount).toBe(0);
    walks.add(vscode.Uri.parse(A), ['START', 'DETAILS', 'DONE']);
    await settle();
    expect(map()).toMatchObject({ walkedCount: 1, paths: [{ walked: true }] });
    expect(map().edges.filter(({ walked }) => walked)).toHaveLength(2);
  });

  it('draws all again for a page that comes back, as it was seen', async () => {
    const { panel, order, messages } = await opened();
    const view = { zoom: { x: 1, y: 2, scale: 0.5 }, selected: 'id:HELP', showsPaths: true };
    order({ type: 'view', view });
    panel.show(false);
    panel.show(true);
    panel.posted.length = 0;
    order({ type: 'ready' });
    await settle();
    expect(messages().map(({ type }) => type)).toEqual(['start', 'show', 'thumbnails']);
    expect(messages()[0]).toMatchObject({ view });
  });

  it('leads down while the panel is tall, and is seen whole again when it turns', async () => {
    const { order, map, messages, panel } = await opened();
    expect(map().leadsDown).toBe(false);
    const { width, height } = map();
    order({ type: 'view', view: { zoom: { x: 1, y: 2, scale: 0.5 }, selected: null, showsPaths: true } });
    order({ type: 'shape', isTall: true });
    await settle();
    expect(map().leadsDown).toBe(true);
    expect(map().height / map().width).toBeGreaterThan(height / width);
    panel.posted.length = 0;
    order({ type: 'shape', isTall: true });
    await settle();
    expect(messages()).toEqual([]);
    order({ type: 'ready' });
    expect(messages()[0]).toMatchObject({ view: { zoom: null, showsPaths: true } });
  });

  it('ignores what is no message', async () => {
    const { panel, play } = await opened();
    for (const odd of [
      null,
      1,
      {},
      { type: 'play' },
      { type: 'reveal', key: 'a', way: -1 },
      { type: 'view' },
    ]) {
      panel.send(odd);
    }
    await settle();
    expect(play).not.toHaveBeenCalled();
  });

  it('is saved as SVG where the person says', async () => {
    const { maps, panel, showSaveDialog, writeFile } = await opened();
    showSaveDialog.mockResolvedValue(vscode.Uri.parse('file:///work/map.svg'));
    panel.show(true);
    const saved = maps.exportSvg();
    await settle();
    await saved;
    expect(showSaveDialog.mock.calls[0]![0]).toMatchObject({
      defaultUri: vscode.Uri.parse('file:///work/booking-map.svg'),
    });
    expect(new TextDecoder().decode(writeFile.mock.calls[0]![1])).toContain('<svg');
    await expect(house().maps.exportSvg()).rejects.toThrow('There is no flow map in front.');
  });

  it('comes back after a restart, and goes where its file is gone', async () => {
    const { maps, files, createWebviewPanel } = house();
    files.set(A, text(odd));
    const [panel, gone] = [createWebviewPanel(), createWebviewPanel()] as ReturnType<typeof desk>['panels'];
    await maps.restore(panel!.asPanel, { uri: A });
    await maps.restore(gone!.asPanel, { uri: 'file:///work/gone.flow.json' });
    expect([panel!.isDisposed, gone!.isDisposed]).toEqual([false, true]);
    maps.dispose();
    expect(panel!.isDisposed).toBe(true);
  });
});
