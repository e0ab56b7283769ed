import * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import { defaultLook } from '../../../../src/webview/local/contract';
import { desk, settle, type Panel } from './desk';
import { booking, screen, text } from './playing';

const A = 'file:///work/booking.flow.json';
const B = 'file:///work/survey.flow.json';
const survey = text([screen('SURVEY', [{ type: 'TextBody', text: 'How was it?' }])]);

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) }));
afterEach(() => vi.useRealTimers());

/** The page of a panel listens. */
async function ready(panel: Panel | undefined): Promise<Panel> {
  panel!.order({ type: 'ready' });
  await settle();
  return panel!;
}

async function opened() {
  const it = desk();
  const document = it.openEditor(A, text(booking));
  await it.previews.open(undefined);
  return { ...it, document, panel: await ready(it.panels[0]) };
}

describe('opening', () => {
  it('runs the unsaved text in front beside it, and leaves the focus there', async () => {
    const { panel, createWebviewPanel, showTextDocument } = await opened();
    expect(panel.screen).toBe('ASK');
    expect(panel.picture).toMatchObject({
      name: 'booking',
      pinned: false,
      behind: null,
      hosted: false,
      screens: ['ASK', 'TIMES', 'DONE'],
    });
    expect(panel.title).toBe('booking (local)');
    expect(createWebviewPanel.mock.lastCall?.slice(2)).toEqual([
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableFindWidget: true, retainContextWhenHidden: false },
    ]);
    expect(showTextDocument).not.toHaveBeenCalled();
  });

  it('tells the page what it needs to begin', async () => {
    const { panel } = await opened();
    expect(panel.messages[0]).toEqual({
      type: 'start',
      state: { uri: A, pinned: false },
      dictionary: undefined,
      language: 'en',
      look: defaultLook,
    });
    expect(panel.messages.map(({ type }) => type)).toEqual([
      'start',
      'show',
      'log',
      'waiting',
      'data',
      'endpoint',
    ]);
  });

  it('allows our script, our styles and pictures that lie in the text, and nothing else', async () => {
    const { panel } = await opened();
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(panel.pages[0]!)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w-]{22}'; style-src https:\/\/csp\.example; img-src data:$/,
    );
    expect(panel.pages.join()).not.toMatch(/unsafe|booking/);
    expect(panel.webview.options.localResourceRoots?.map(String)).toEqual(['file:///extension/dist/webview']);
  });

  it('opens a flow that is not open yet, and shows its text', async () => {
    const { previews, panels, files, showTextDocument } = desk();
    files.set(B, survey);
    await previews.open(vscode.Uri.parse(B));
    expect(showTextDocument).toHaveBeenCalledOnce();
    expect((await ready(panels[0])).screen).toBe('SURVEY');
  });

  it('shows the text beside the panel, not behind it', async () => {
    const { world, previews, panels, files, close, document, showTextDocument } = await opened();
    files.set(B, survey);
    close(document);
    for (const [column, expected] of [
      [1, vscode.ViewColumn.Beside],
      [2, vscode.ViewColumn.One],
      [3, vscode.ViewColumn.Active],
    ] as const) {
      world.activeColumn = column === 3 ? 1 : column;
      panels[0]!.viewColumn = column;
      await previews.open(vscode.Uri.parse(B));
      expect(showTextDocument.mock.lastCall?.[1]).toMatchObject({
        viewColumn: expected,
        preserveFocus: true,
      });
      world.close(world.editors[0]!.document);
    }
  });

  it('comes out from behind the text that is in the same column', async () => {
    const { previews, panel } = await opened();
    panel.visible = false;
    panel.viewColumn = vscode.ViewColumn.One;
    await previews.open(undefined);
    expect(panel.reveal).toHaveBeenCalledExactlyOnceWith(vscode.ViewColumn.Beside, true);
  });

  it('uses the panel that is there, and one more where another is wanted', async () => {
    const { previews, panels, panel, load } = await opened();
    panel.visible = false;
    await previews.open(vscode.Uri.parse(A));
    expect(panels).toHaveLength(1);
    expect(panel.reveal).toHaveBeenCalledExactlyOnceWith(undefined, true);
    panel.visible = true;
    await previews.open(vscode.Uri.parse(A), true);
    expect((await ready(panels[1])).picture).toMatchObject({ name: 'booking', pinned: true });
    load(B, survey);
    await previews.open(vscode.Uri.parse(B));
    expect(panels).toHaveLength(2);
    await ready(panel);
    expect(panel.screen).toBe('SURVEY');
  });

  it('says where to begin when nothing in front is a flow', async () => {
    const { previews, panels } = desk();
    await previews.open(undefined);
    const panel = await ready(panels[0]);
    expect(english(panel.last('nothing')!.reason)).toBe('Open a WhatsApp Flow in the editor: it runs here.');
    expect(panel.title).toBe('Local Preview');
  });

  it.each([
    ['that is gone', 'file:///work/gone.flow.json', '"gone.flow.json" could not be opened.'],
    ['that was never saved', 'untitled:Untitled-1', '"Untitled-1" is no longer open.'],
    ['without a flow', 'file:///work/package.json', '"package.json" holds no WhatsApp Flow.'],
  ])('says what is wrong with a text %s', async (_, uri, sentence) => {
    const { previews, panels, files } = desk();
    files.set('file:///work/package.json', '{"name": "x"}');
    await expect(previews.open(vscode.Uri.parse(uri))).rejects.toMatchObject({ reason: sentence });
    expect(panels).toEqual([]);
  });

  it('goes to a screen', async () => {
    const { previews, panels, panel } = await opened();
    await previews.goTo(vscode.Uri.parse(A), 'DONE');
    await settle();
    expect(panels).toHaveLength(1);
    expect(panel.screen).toBe('DONE');
  });
});

describe('following', () => {
  it('goes with the editor in front, and finds each flow as it was left', async () => {
    const { panel, document, openEditor, toFront } = await opened();
    panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
    openEditor(B, survey);
    await settle();
    expect(panel.screen).toBe('SURVEY');
    expect(panel.title).toBe('survey (local)');
    expect(panel.last('start')?.state).toEqual({ uri: B, pinned: false });
    toFront(document);
    await settle();
    expect(panel.component('full_name').input?.value).toBe('Ada');
  });

  it('stays with the last flow when something else comes to the front', async () => {
    const { panel, openEditor, toFront } = await opened();
    openEditor('file:///work/package.json', '{"name": "x"}');
    toFront(undefined);
    await settle();
    expect(panel.screen).toBe('ASK');
    expect(panel.count('show')).toBe(1);
  });

  it('does not go when it is pinned, until it is no longer', async () => {
    const { panel, openEditor } = await opened();
    panel.press('pin' as never);
    openEditor(B, survey);
    await settle();
    expect(panel.picture).toMatchObject({ name: 'booking', pinned: true });
    panel.press('unpin' as never);
    await settle();
    expect(panel.picture).toMatchObject({ name: 'survey', pinned: false });
  });

  it('lets one panel follow: the other one stays then', async () => {
    const { previews, panels, panel } = await opened();
    await previews.open(vscode.Uri.parse(A), true);
    const other = await ready(panels[1]);
    other.press('unpin' as never);
    await settle();
    expect([panel.picture.pinned, other.picture.pinned]).toEqual([true, false]);
  });

  it('says that the text was closed, and goes on with the next', async () => {
    const { panel, document, mocks, close, openEditor } = await opened();
    expect(mocks[0]!.isDisposed).toBe(false);
    close(document);
    await settle();
    expect(english(panel.last('nothing')!.reason)).toMatch(/^The text was closed/);
    expect(mocks[0]!.isDisposed).toBe(true);
    openEditor(B, survey);
    await settle();
    expect(panel.screen).toBe('SURVEY');
  });

  it('goes with a file that is renamed, and with one in a folder that is', async () => {
    const { panel, document, rename, close, openEditor } = await opened();
    panel.order({ type: 'press', button: 'pin' });
    const to = 'file:///work/flows/visit.flow.json';
    close(document);
    const moved = openEditor(to, text(booking));
    rename('file:///work/booking', 'file:///work/other');
    rename(A, to);
    await settle();
    await ready(panel);
    expect(panel.title).toBe('visit (local)');
    expect(panel.screen).toBe('ASK');
    close(moved);
    openEditor('file:///work/all/visit.flow.json', text(booking));
    rename('file:///work/flows', 'file:///work/all');
    await settle();
    expect(panel.last('start')?.state.uri).toBe('file:///work/all/visit.flow.json');
  });

  it('begins anew when a pinned text is opened again', async () => {
    const { panel, document, close, load } = await opened();
    panel.press('pin' as never);
    close(document);
    await settle();
    load(A, survey);
    await settle();
    expect(panel.screen).toBe('SURVEY');
  });

  it('runs on when VS Code lets go of a text whose tab is still there', async () => {
    const { panel, document, close, files } = await opened();
    files.set(A, text(booking).replace('"label":"Name"', '"label":"Your name"'));
    panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
    close(document, { keepTab: true });
    await settle();
    expect(panel.component('full_name').properties['label']).toBe('Your name');
    expect(panel.component('full_name').input?.value).toBe('Ada');
    expect(panel.last('nothing')).toBeUndefined();
  });
});

describe('a window that was reloaded', () => {
  const restored = async (
    state: unknown,
    before: (it: ReturnType<typeof desk>) => void = () => undefined,
  ) => {
    const it = desk();
    before(it);
    const panel = it.world.createWebviewPanel() as Panel;
    await it.previews.restore(panel.asPanel, state);
    return { ...it, panel: await ready(panel) };
  };

  it('shows the same flow again', async () => {
    const { panel } = await restored({ uri: A, pinned: true }, ({ files }) => files.set(A, text(booking)));
    expect(panel.picture).toMatchObject({ name: 'booking', pinned: true });
  });

  it('says when it is gone, and shows it when it comes back', async () => {
    const { panel, load } = await restored({ uri: A, pinned: true });
    expect(english(panel.last('nothing')!.reason)).toMatch(
      /^"booking.flow.json" could not be opened\. It may/,
    );
    load(A, text(booking));
    await settle();
    expect(panel.screen).toBe('ASK');
  });

  it('lets only one of them follow', async () => {
    const { previews, panel, world } = await restored({ uri: '', pinned: false });
    const second = world.createWebviewPanel() as Panel;
    await previews.restore(second.asPanel, { uri: '', pinned: false });
    await ready(second);
    expect([panel, second].map((one) => one.last('start')!.state.pinned)).toEqual([false, true]);
  });

  it('closes a panel of which nothing is known', async () => {
    const { panel } = await restored({ uri: 7 });
    expect(panel.isDisposed).toBe(true);
  });
});

describe('the page', () => {
  it('learns all again when it was gone, and nothing while it is', async () => {
    const { panel } = await opened();
    panel.show(false);
    panel.posted.length = 0;
    panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
    await settle();
    expect(panel.posted).toEqual([]);
    panel.show(true);
    await ready(panel);
    expect(panel.component('full_name').input?.value).toBe('Ada');
    expect(panel.last('log')).toMatchObject({ from: 0 });
  });

  it('hears only what is new', async () => {
    const { panel } = await opened();
    panel.posted.length = 0;
    panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: 'Ada' } });
    await settle();
    expect(panel.messages.map(({ type }) => type)).toEqual(['show', 'log']);
    expect(panel.last('log')).toMatchObject({ from: 1, entries: [{ kind: 'input' }] });
    panel.order({ type: 'act', event: { is: 'left', name: 'nobody' } });
    await settle();
    expect(panel.count('show')).toBe(1);
  });

  it('gets one picture for a burst, and no second before the first is on its way', async () => {
    const { panel } = await opened();
    const arrivals: (() => void)[] = [];
    panel.posted.length = 0;
    panel.webview.postMessage = (message) => {
      panel.posted.push(message);
      return new Promise((resolve) => arrivals.push(() => resolve(true)));
    };
    const type = (letters: string) =>
      panel.order({ type: 'act', event: { is: 'typed', name: 'full_name', text: letters } });
    type('A');
    type('Ad');
    await settle();
    expect(panel.count('show')).toBe(1);
    type('Ada');
    await settle();
    expect(panel.count('show')).toBe(1);
    arrivals.forEach((arrive) => arrive());
    await settle();
    expect(panel.count('show')).toBe(2);
    expect(panel.component('full_name').input?.value).toBe('Ada');
  });

  it('keeps its look for the next panel, whatever else was stored', async () => {
    const { panel, previews, panels, globalState } = await opened();
    panel.order({ type: 'look', look: { ...defaultLook, platform: 'ios', scale: 1.3 } });
    await previews.open(vscode.Uri.parse(A), true);
    expect((await ready(panels[1])).last('start')?.look).toMatchObject({ platform: 'ios', scale: 1.3 });
    await globalState.update('camsFlows.localPreview.look', { platform: 'nokia' });
    await previews.open(vscode.Uri.parse(A), true);
    expect((await ready(panels[2])).last('start')?.look).toEqual(defaultLook);
  });

  it('is not obeyed in what nobody knows', async () => {
    const { panel, lines } = await opened();
    panel.send({ type: 'format', disk: true });
    panel.send(null);
    expect(lines.filter((line) => line.includes('nobody knows'))).toHaveLength(2);
  });

  it('is left alone once the panel is closed', async () => {
    const { panel, document, type, previews } = await opened();
    panel.dispose();
    const before = panel.posted.length;
    type(document, document.text.indexOf('"Name"') + 1, 0, 'x');
    await settle();
    expect(panel.posted).toHaveLength(before);
    expect(previews.active).toBeUndefined();
  });

  it('sends a picture that lies in the text once', async () => {
    const it = desk();
    const image = `iVBOR${'A'.repeat(50_000)}`;
    const document = it.openEditor(
      A,
      text([
        screen('PICTURE', [
          { type: 'Image', src: image },
          { type: 'TextBody', text: 'Hello' },
        ]),
      ]),
    );
    await it.previews.open(undefined);
    const panel = await ready(it.panels[0]);
    expect(panel.component('Image').properties['src']).toBe(image);
    it.type(document, document.text.indexOf('Hello'), 5, 'Goodbye');
    await settle();
    expect(panel.component('Image').properties['src']).toBe(image);
    expect(JSON.stringify(panel.last('show')).length).toBeLessThan(5_000);
  });
});
