import * as vscode from 'vscode';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ExpiredTokenError, NetworkError, NotFoundError } from '../../../../src/cams/errors';
import type { PreviewLink } from '../../../../src/cams/types';
import { Previews } from '../../../../src/preview/hosted/previews';
import { defaultOptions, type PreviewOptions } from '../../../../src/webview/hosted/options';
import { FakePanel, surroundings } from './fakes';

const ref = { accountId: 'one', spaceId: '', flowId: '1' };
const TOKEN = 'planted-0f3c1b1e-secret';
const URL_ = `https://business.facebook.com/wa/manage/flows/1/preview/?token=${TOKEN}`;
const DAY = 24 * 60 * 60_000;
const interactive: PreviewOptions = { ...defaultOptions, interactive: true, flowToken: 'planted-flow-token' };

const settle = () => vi.advanceTimersByTimeAsync(0);
const good = (url = URL_): PreviewLink => ({ url, expires: Date.now() + 30 * DAY });

let panels: FakePanel[];
let openTab: unknown;
const executeCommand = vi.fn(async (): Promise<void> => undefined);
const openExternal = vi.fn(async () => true);
const writeText = vi.fn(async () => undefined);
const asExternalUri = vi.fn(async (uri: vscode.Uri) => uri);
const showWarningMessage = vi.fn(async (): Promise<string | undefined> => undefined);
const createWebviewPanel = vi.fn<(...args: unknown[]) => vscode.WebviewPanel>(() => {
  panels.push(new FakePanel());
  return panels.at(-1)!.asPanel;
});

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) });
  vi.clearAllMocks();
  panels = [];
  openTab = {};
  Object.assign(vscode.commands, { executeCommand });
  Object.assign(vscode.env, { language: 'en', openExternal, asExternalUri, clipboard: { writeText } });
  Object.assign(vscode.window, {
    createWebviewPanel,
    showWarningMessage,
    tabGroups: {
      get activeTabGroup() {
        return { activeTab: openTab };
      },
    },
  });
});
afterEach(() => vi.useRealTimers());

/** A preview that is open and whose page listens. */
async function opened(answer: PreviewLink | Error = good(), endpoint?: string) {
  const { world, parts } = surroundings(endpoint);
  world.getFlowPreviewUrl.mockImplementation(async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const previews = new Previews(parts);
  await previews.open(ref);
  const panel = panels[0]!;
  panel.send({ type: 'ready' });
  await settle();
  if (panel.pages.length > 1) panel.send({ type: 'ready' });
  return { world, parts, previews, panel };
}

describe('opening', () => {
  it('shows the link in a frame, with the flow above it', async () => {
    const { panel, world } = await opened();
    expect(panel.title).toBe('Booking');
    expect(panel.body).toMatchObject({ kind: 'frame', source: URL_, link: URL_, remaining: 30 * DAY - 1000 });
    expect(panel.facts).toEqual({ id: '1', name: 'Booking', status: 'Status unknown', tone: 'unknown' });
    expect(world.getFlowPreviewUrl).toHaveBeenCalledExactlyOnceWith({ flowId: '1', custSpaceId: undefined });
    expect(world.read).toHaveBeenCalledExactlyOnceWith(ref, { lane: 'person' });
  });

  it('shows the panel that is there instead of a second one', async () => {
    const { previews, panel, world } = await opened();
    await previews.open({ ...ref });
    expect(panels).toHaveLength(1);
    expect(panel.reveal).toHaveBeenCalledOnce();
    expect(world.getFlowPreviewUrl).toHaveBeenCalledOnce();
  });

  it('finds its column: beside, with the others, or where nothing is open', async () => {
    const { previews } = await opened();
    await previews.open({ ...ref, flowId: '2' });
    expect(createWebviewPanel.mock.calls.map((call) => call[2])).toEqual([vscode.ViewColumn.Beside, 2]);
    panels.forEach((panel) => panel.dispose());
    openTab = undefined;
    await previews.open(ref);
    expect(createWebviewPanel.mock.lastCall?.[2]).toBe(vscode.ViewColumn.Active);
  });

  it('allows scripts from its own folder and a frame from the link, and nothing else', async () => {
    const { panel } = await opened();
    expect(panel.pages).toHaveLength(1);
    const [page] = panel.pages;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page!)?.[1];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'nonce-[\w-]{22}'; style-src https:\/\/csp\.example; frame-src https:\/\/business\.facebook\.com$/,
    );
    expect(page).not.toMatch(/unsafe|style=|onload|<script(?! nonce)/);
    expect(panel.webview.options).toMatchObject({ enableScripts: true });
    expect(panel.webview.options.localResourceRoots?.map(String)).toEqual(['file:///extension/dist/webview']);
  });

  it('draws the page anew, with a nonce of its own, when the link has another origin', async () => {
    const { panel } = await opened(good('https://www.whatsapp.com/p?token=1234567'));
    expect(panel.pages).toHaveLength(2);
    expect(panel.pages[1]).toContain('frame-src https://www.whatsapp.com"');
    const nonces = panel.pages.map((page) => /nonce-([\w-]+)/.exec(page)?.[1]);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(panel.frameSource).toBe('https://www.whatsapp.com/p?token=1234567');
  });

  it('draws nothing from the flow into the page, whatever it is called', async () => {
    const { panel, world } = await opened();
    world.changeFlow({ name: '"><script>alert(1)</script>' });
    expect(panel.title).toBe('"><script>alert(1)</script>');
    expect(panel.pages.join()).not.toContain('alert');
  });
});

describe('the link is a secret', () => {
  it('reaches the page by message and nothing else, and no log line', async () => {
    const { panel, world, parts } = await opened();
    panel.send({ type: 'options', options: interactive });
    panel.send({ type: 'nonsense', url: URL_ });
    panel.press('reload');
    await settle();
    expect(JSON.stringify(panel.posted)).toContain(TOKEN);
    const starts = panel.posted.filter(({ type }) => type !== 'show');
    for (const place of [starts, panel.pages, panel.title, world.lines, createWebviewPanel.mock.calls]) {
      expect(JSON.stringify(place)).not.toContain(TOKEN);
    }
    expect([...world.secrets.values.values()].join()).not.toContain(TOKEN);
    expect(parts.redactor.redact(`error at ${URL_} and ${TOKEN}, planted-flow-token`)).not.toMatch(/planted/);
  });

  it('is not in the state that outlives the window: ids only', async () => {
    const { panel } = await opened();
    expect(panel.posted.find(({ type }) => type === 'start')).toMatchObject({ state: ref });
    expect(Object.keys((panel.posted[0] as { state: object }).state)).toEqual([
      'accountId',
      'spaceId',
      'flowId',
    ]);
  });
});

describe('time', () => {
  it('takes an ended link out of the frame at once, and brings a new one', async () => {
    const { panel, world } = await opened({ url: URL_, expires: Date.UTC(2025, 0, 1) + 120_000 });
    expect(panel.frameSource).toBe(URL_);
    world.getFlowPreviewUrl.mockRejectedValue(new NetworkError({ operation: 'x', reason: 'timeout' }));
    await vi.advanceTimersByTimeAsync(119_000);
    expect(panel.frameSource).toBeUndefined();
    world.getFlowPreviewUrl.mockResolvedValue(good(`${URL_}2`));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(panel.frameSource).toBe(`${URL_}2`);
  });

  it('asks nothing while the panel is hidden, and at once when it is seen again', async () => {
    const { panel, world } = await opened({ url: URL_, expires: Date.UTC(2025, 0, 1) + 120_000 });
    panel.show(false);
    await vi.advanceTimersByTimeAsync(DAY);
    expect(panel.frameSource).toBeUndefined();
    expect(world.getFlowPreviewUrl).toHaveBeenCalledOnce();
    world.getFlowPreviewUrl.mockResolvedValue(good(`${URL_}2`));
    panel.show(true);
    await settle();
    expect(panel.frameSource).toBe(`${URL_}2`);
  });

  it('believes the page when that finds the end first', async () => {
    const { panel, world } = await opened({ url: URL_, expires: Date.UTC(2025, 0, 1) + 120_000 });
    vi.setSystemTime(Date.now() + DAY);
    world.getFlowPreviewUrl.mockResolvedValue(good(`${URL_}2`));
    panel.send({ type: 'ended' });
    expect(panel.frameSource).toBeUndefined();
    await settle();
    expect(panel.frameSource).toBe(`${URL_}2`);
  });

  it('says so when CAMS gives links that have ended', async () => {
    const { panel } = await opened({ url: URL_, expires: Date.UTC(2024, 0, 1) });
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'clock', buttons: ['reload'] });
  });

  it('answers a silent frame with one new link where nobody knows the end', async () => {
    const { panel, world } = await opened({ url: URL_ });
    panel.send({ type: 'silent' });
    await settle();
    panel.send({ type: 'silent' });
    await settle();
    expect(world.getFlowPreviewUrl).toHaveBeenCalledTimes(2);
  });
});

describe('late answers', () => {
  async function pending() {
    const { world, parts } = surroundings();
    const answers: ((link: PreviewLink) => void)[] = [];
    world.getFlowPreviewUrl.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
    const previews = new Previews(parts);
    await previews.open(ref);
    panels[0]!.send({ type: 'ready' });
    await settle();
    return { world, panel: panels[0]!, answers };
  }

  it('after the panel was closed reach nobody', async () => {
    const { panel, answers } = await pending();
    panel.dispose();
    const before = panel.posted.length;
    answers[0]!(good());
    await vi.advanceTimersByTimeAsync(DAY);
    expect(panel.posted).toHaveLength(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('after the account signed out are not shown', async () => {
    const { panel, world, answers } = await pending();
    world.change('signOut');
    answers[0]!(good());
    await settle();
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'account', buttons: ['signIn'] });
  });

  it('of other keys are not shown', async () => {
    const { panel, world, answers } = await pending();
    world.change({ accessKeyId: 'LTAI2' });
    answers[0]!(good());
    await settle();
    expect(panel.body).toEqual({ kind: 'loading' });
    answers[1]!(good(`${URL_}2`));
    await settle();
    expect(panel.frameSource).toBe(`${URL_}2`);
  });
});

describe('the account', () => {
  it('that signs out takes the link with it, and the name stays', async () => {
    const { panel, world } = await opened();
    world.forgetFlow();
    world.change('signOut');
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'account', buttons: ['signIn'] });
    expect(panel.title).toBe('Booking');
    panel.press('reload');
    await vi.advanceTimersByTimeAsync(DAY);
    expect(world.getFlowPreviewUrl).toHaveBeenCalledOnce();
  });

  it('that signs in from the panel brings the preview back, whatever its new id', async () => {
    const { panel, previews, world } = await opened();
    world.change('signOut');
    executeCommand.mockImplementationOnce(async () => world.change('signInAsAnother'));
    panel.press('signIn');
    expect(executeCommand).toHaveBeenCalledWith('camsFlows.account.signIn');
    await settle();
    panel.send({ type: 'ready' });
    await settle();
    expect(panel.frameSource).toBe(URL_);
    expect(previews.active?.ref).toEqual({ ...ref, accountId: 'three' });
    expect(panel.posted.findLast(({ type }) => type === 'start')).toMatchObject({
      state: { accountId: 'three' },
    });
    panel.dispose();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that signs in again elsewhere brings the preview back, if the key is the same', async () => {
    const { panel, previews, world } = await opened();
    world.change('signOut');
    world.change('signIn');
    panel.send({ type: 'ready' });
    await settle();
    expect(previews.active?.ref).toEqual({ ...ref, accountId: 'two' });
    expect(panel.frameSource).toBe(URL_);
    world.change('signOut');
    world.change('signInAsAnother');
    await settle();
    expect(previews.active?.ref).toEqual({ ...ref, accountId: 'two' });
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'account' });
  });

  it('that does not sign in after all leaves the panel as it is', async () => {
    const { panel, world } = await opened();
    world.change('signOut');
    panel.press('signIn');
    await settle();
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'account' });
  });

  it('whose keys ended has one way out, and goes on by itself after it', async () => {
    const { panel, world } = await opened(new ExpiredTokenError({ operation: 'GetFlowPreviewUrl' }));
    expect(panel.body).toMatchObject({ kind: 'notice', buttons: ['renewKeys'] });
    panel.press('renewKeys');
    expect(executeCommand).toHaveBeenCalledWith('camsFlows.account.renew', {
      kind: 'account',
      accountId: 'one',
    });
    world.change({ state: 'expired' });
    world.getFlowPreviewUrl.mockResolvedValue(good());
    world.change({ state: 'ready' });
    await settle();
    expect(panel.frameSource).toBe(URL_);
  });

  it('asks once more, not twice, when it is this request that finds the keys right again', async () => {
    const { panel, world } = await opened(new ExpiredTokenError({ operation: 'GetFlowPreviewUrl' }));
    world.change({ state: 'expired' });
    world.getFlowPreviewUrl.mockImplementation(async () => {
      await Promise.resolve();
      world.change({ state: 'ready' });
      return good();
    });
    panel.press('reload');
    await settle();
    expect(panel.frameSource).toBe(URL_);
    expect(world.getFlowPreviewUrl).toHaveBeenCalledTimes(2);
  });

  it('keeps a link that works when only its label changes', async () => {
    const { panel, world } = await opened();
    world.change({ label: 'Other' });
    await settle();
    expect(panel.frameSource).toBe(URL_);
    expect(world.getFlowPreviewUrl).toHaveBeenCalledOnce();
  });

  it('takes the remembered options with it', async () => {
    const { panel, world } = await opened();
    panel.send({ type: 'options', options: interactive });
    await settle();
    expect(world.secrets.values.size).toBe(1);
    world.change('signOut');
    await settle();
    expect(world.secrets.values.size).toBe(0);
  });
});

describe('failures', () => {
  it('are a sentence with a way out', async () => {
    const { panel } = await opened(new NotFoundError({ operation: 'GetFlowPreviewUrl', requestId: 'R-1' }));
    expect(panel.body).toMatchObject({ kind: 'notice', icon: 'warning', buttons: ['reload'] });
    expect((panel.body as { text: string }).text).toMatch(/has no flow with this ID.*R-1/);
  });

  it('of GetFlow do not stand in the way of the preview', async () => {
    const { world, parts } = surroundings();
    world.read.mockRejectedValue(new NetworkError({ operation: 'GetFlow', reason: 'timeout' }));
    world.getFlowPreviewUrl.mockResolvedValue(good());
    await new Previews(parts).open(ref);
    panels[0]!.send({ type: 'ready' });
    await settle();
    expect(panels[0]!.frameSource).toBe(URL_);
  });
});

describe('the flow', () => {
  it('gives its new name and status to the panel', async () => {
    const { panel, world } = await opened();
    world.changeFlow({ name: 'Renamed', status: 'PUBLISHED' });
    expect(panel.title).toBe('Renamed');
    expect(panel.facts).toMatchObject({ name: 'Renamed', status: 'PUBLISHED', tone: 'good' });
    world.changeFlow({ name: 'Again' }, true);
    expect(panel.title).toBe('Again');
  });
});

describe('hosts that are not ours', () => {
  const STRANGE = 'https://evil.example/p?token=1234567';

  it('are not framed', async () => {
    const { panel } = await opened(good(STRANGE));
    expect(panel.body).toMatchObject({
      kind: 'notice',
      icon: 'shield',
      buttons: ['openInBrowser', 'reload'],
    });
    expect(JSON.stringify(panel.posted)).not.toContain('1234567');
    expect(panel.pages.join()).not.toContain('evil.example');
  });

  it('are opened in the browser after a question that names them', async () => {
    const { panel } = await opened(good(STRANGE));
    panel.press('openInBrowser');
    await settle();
    expect(showWarningMessage).toHaveBeenCalledWith(
      'Open evil.example in the browser?',
      expect.objectContaining({ modal: true }),
      'Open in Browser',
    );
    expect(openExternal).not.toHaveBeenCalled();
    showWarningMessage.mockResolvedValueOnce('Open in Browser');
    panel.press('openInBrowser');
    await settle();
    expect(openExternal).toHaveBeenCalledExactlyOnceWith(STRANGE);
  });

  it('are never opened when they are no web pages', async () => {
    const { panel, previews } = await opened(good('javascript:alert(1)'));
    expect(panel.body).toMatchObject({ kind: 'notice', buttons: ['reload'] });
    await expect(previews.active!.openInBrowser()).rejects.toThrow(/not the address of a web page/);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('include loopback, except for the simulator, which is reached as VS Code says', async () => {
    const local = 'http://127.0.0.1:4010/preview/1?token=1234567';
    expect((await opened(good(local))).panel.body).toMatchObject({ kind: 'notice', icon: 'shield' });
    panels = [];
    asExternalUri.mockResolvedValueOnce(vscode.Uri.parse('https://tunnel.example/proxy/'));
    const { panel } = await opened(good(local), 'http://127.0.0.1:4010');
    expect(asExternalUri.mock.lastCall?.[0].toString()).toBe('http://127.0.0.1:4010/');
    expect(panel.body).toMatchObject({
      source: 'https://tunnel.example/proxy/preview/1?token=1234567',
      link: local,
    });
    expect(panel.pages.at(-1)).toContain('frame-src https://tunnel.example"');
  });
});

describe('buttons and commands', () => {
  it('reload asks for a link and loads the page again, once, even if the link is the old one', async () => {
    const { panel, previews, world } = await opened();
    previews.active!.reload();
    await settle();
    expect(world.getFlowPreviewUrl).toHaveBeenCalledTimes(2);
    expect(world.read).toHaveBeenCalledTimes(2);
    expect(panel.body).toMatchObject({ kind: 'frame', source: URL_, round: 1 });
    const rounds = panel.posted.map((message) =>
      message.type === 'show' && message.body.kind === 'frame' ? message.body.round : -1,
    );
    expect(Math.max(...rounds)).toBe(1);
  });

  it('reload loads the page again when no new link comes', async () => {
    const { panel, world } = await opened();
    world.getFlowPreviewUrl.mockRejectedValue(new NetworkError({ operation: 'x', reason: 'timeout' }));
    panel.press('reload');
    await settle();
    expect(panel.body).toMatchObject({
      kind: 'frame',
      round: 1,
      note: expect.stringContaining('could not be renewed'),
    });
  });

  it('copy and open use the link with its options, as it is', async () => {
    const { panel } = await opened();
    panel.send({ type: 'options', options: { ...interactive, phoneNumber: '+62 8123456' } });
    panel.press('copyLink');
    panel.press('openInBrowser');
    await settle();
    const address = `${URL_}&interactive=true&flow_token=planted-flow-token&phone_number=%2B628123456`;
    expect(writeText).toHaveBeenCalledExactlyOnceWith(address);
    expect(openExternal).toHaveBeenCalledExactlyOnceWith(address);
    expect(panel.frameSource).toBe(address);
    expect(panel.said).toEqual(['Link copied. Whoever has it can see the flow.']);
  });

  it('what cannot be done is said in the panel', async () => {
    const { panel } = await opened(new NotFoundError({ operation: 'GetFlowPreviewUrl' }));
    panel.press('copyLink');
    await settle();
    expect(panel.said.join()).toMatch(/has no flow with this ID/);
    expect(writeText).not.toHaveBeenCalled();
  });

  it('active is the panel in front, and nothing when there is none', async () => {
    const { previews, panel } = await opened();
    expect(previews.active?.ref).toEqual(ref);
    panel.active = false;
    expect(previews.active).toBeUndefined();
    panel.active = true;
    panel.dispose();
    expect(previews.active).toBeUndefined();
  });

  it('options that cannot be used are not', async () => {
    const { panel, world } = await opened();
    panel.send({ type: 'options', options: { ...interactive, action: 'navigate', payload: '{' } });
    await settle();
    expect(panel.frameSource).toBe(URL_);
    expect(world.secrets.values.size).toBe(0);
  });

  it('open the JSON and the log through their commands', async () => {
    const { panel } = await opened();
    panel.press('openJson');
    panel.press('showLog');
    expect(executeCommand.mock.calls).toEqual([['camsFlows.flow.openJson', ref], ['camsFlows.help.log']]);
  });
});

describe('after the window was reloaded', () => {
  it('a panel comes back from its ids, with its options', async () => {
    const { panel, parts } = await opened();
    panel.send({ type: 'options', options: interactive });
    await settle();
    const again = new Previews(parts);
    const restored = new FakePanel();
    await again.restore(restored.asPanel, ref);
    restored.send({ type: 'ready' });
    await settle();
    expect(restored.title).toBe('Booking');
    expect(restored.frameSource).toContain('flow_token=planted-flow-token');
    expect(restored.posted[0]).toMatchObject({ type: 'start', options: interactive });
  });

  it('says that the account is signed out, and asks for nothing', async () => {
    const { world, parts } = surroundings();
    world.change('signOut');
    const restored = new FakePanel();
    await new Previews(parts).restore(restored.asPanel, ref);
    restored.send({ type: 'ready' });
    await settle();
    expect(restored.body).toMatchObject({ kind: 'notice', icon: 'account' });
    expect(world.getFlowPreviewUrl).not.toHaveBeenCalled();
    expect(world.read).not.toHaveBeenCalled();
  });

  it('a panel without ids, or for a flow that has one, is closed', async () => {
    const { previews } = await opened();
    for (const state of [undefined, {}, { ...ref, flowId: 7 }, ref]) {
      const panel = new FakePanel();
      await previews.restore(panel.asPanel, state);
      expect(panel.isDisposed).toBe(true);
    }
    expect(panels[0]!.isDisposed).toBe(false);
  });

  it('all panels go with the program', async () => {
    const { previews, panel } = await opened();
    previews.dispose();
    expect(panel.isDisposed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
