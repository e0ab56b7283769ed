// @vitest-environment happy-dom
import type { IBrowserSettings } from 'happy-dom';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { previewTexts } from '../../../../src/preview/hosted/previewTexts';
import { App } from '../../../../src/webview/hosted/app';
import type { Body, FlowFacts, PanelState, ToHost, ToWebview } from '../../../../src/webview/hosted/contract';
import { defaultOptions } from '../../../../src/webview/hosted/options';
import { drawQr } from '../../../../src/webview/hosted/qrDialog';
import type { Host } from '../../../../src/webview/shared/host';

const texts = previewTexts();
const flow: FlowFacts = { id: '92675332', name: 'Booking', status: 'DRAFT', tone: 'busy' };
const LINK = 'https://business.facebook.com/p?token=abcdefgh';
const DAY = 24 * 60 * 60_000;

const frame = (changes: Partial<Extract<Body, { kind: 'frame' }>> = {}): Body => ({
  kind: 'frame',
  source: LINK,
  link: LINK,
  remaining: 29.5 * DAY,
  round: 0,
  asking: false,
  ...changes,
});

let listener: ((message: ToWebview) => void) | undefined;
let posted: ToHost[];
let remembered: PanelState[];
const host: Host<ToHost, ToWebview, PanelState> = {
  post: (message) => void posted.push(message),
  remember: (state) => void remembered.push(state),
  onMessage: (added) => {
    listener = added;
    return () => (listener = undefined);
  },
};

const say = (message: ToWebview) => act(() => listener?.(message));
const show = (body: Body) => say({ type: 'show', flow, body });
const one = (selector: string) => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector} in ${document.body.innerHTML}`);
  return found;
};
const iframe = () => document.querySelector('iframe');
const button = (name: string) => {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (found === undefined) throw new Error(`no button ${name}`);
  return found;
};
const press = (name: string) => act(() => button(name).click());
const type = (selector: string, value: string) =>
  act(() => {
    const field = one(selector) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
const submit = () =>
  act(() => void one('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })));
const wait = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

/** Draws the panel; nothing in it may load anything from anywhere. */
async function open(body: Body, options = defaultOptions) {
  await act(() => render(<App host={host} />, document.body));
  await say({
    type: 'start',
    state: { accountId: 'a', spaceId: '', flowId: '92675332' },
    texts,
    language: 'en',
    options,
  });
  await show(body);
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 0, 1) });
  // The frame's page never answers: whether it loaded is for each test to say.
  const { happyDOM } = window as unknown as { happyDOM: { settings: IBrowserSettings } };
  happyDOM.settings.enableIframePageLoading = true;
  happyDOM.settings.fetch.interceptor = { beforeAsyncRequest: () => new Promise(() => undefined) };
  posted = [];
  remembered = [];
});
afterEach(async () => {
  await act(() => render(null, document.body));
  vi.useRealTimers();
});

describe('the panel', () => {
  it('listens before it says that it is ready, and draws nothing on its own', async () => {
    let heard = false;
    await act(() =>
      render(<App host={{ ...host, post: () => (heard = listener !== undefined) }} />, document.body),
    );
    expect(heard).toBe(true);
    expect(document.body.textContent).toBe('');
  });

  it('remembers ids and nothing else', async () => {
    await open(frame());
    expect(remembered).toEqual([{ accountId: 'a', spaceId: '', flowId: '92675332' }]);
  });

  it('shows flow, ID, status and the life of the link above the frame', async () => {
    await open(frame());
    expect(one('h1').textContent).toBe('Booking');
    expect(one('.status').textContent).toBe('DRAFT');
    expect(one('.id').textContent).toBe('92675332');
    expect(one('.life').textContent).toBe('Link expires in 29 days');
    expect(iframe()?.src).toBe(LINK);
    expect(iframe()?.title).toBe(texts.frameTitle);
    expect(iframe()?.getAttribute('sandbox')).not.toMatch(/top-navigation|popups/);
    expect(iframe()?.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it.each([
    [29.9 * DAY, 'Link expires in 29 days'],
    [1.9 * DAY, 'Link expires in 45 hours'],
    [90 * 60_000, 'Link expires in 90 minutes'],
    [59_000, 'Link expires in less than a minute'],
    [undefined, texts.noEnd],
  ])('says how long %s ms are', async (remaining, words) => {
    await open(frame({ remaining }));
    expect(one('.life').textContent).toBe(words);
  });

  it('says it in the language of the window', async () => {
    await act(() => render(<App host={host} />, document.body));
    await say({
      type: 'start',
      state: { accountId: 'a', spaceId: '', flowId: '1' },
      texts: { ...texts, endsIn: '链接将在 {0}后失效' },
      language: 'zh-cn',
      options: defaultOptions,
    });
    await show(frame());
    expect(one('.life').textContent).toBe('链接将在 29天后失效');
  });
});

describe('a link that ends', () => {
  it('leaves the frame by this side’s own clock, without a word from the host', async () => {
    await open(frame({ remaining: 60_000 }));
    await wait(59_000);
    expect(iframe()).not.toBeNull();
    await wait(1_000);
    expect(iframe()).toBeNull();
    expect(posted).toContainEqual({ type: 'ended' });
    expect(button(texts.labels.copyLink).disabled).toBe(true);
  });

  it('leaves the frame the moment a person looks again after sleep', async () => {
    await open(frame({ remaining: 60_000 }));
    vi.setSystemTime(Date.now() + DAY);
    await act(() => void document.dispatchEvent(new Event('visibilitychange')));
    expect(iframe()).toBeNull();
  });

  it('stays away when the clock is set back', async () => {
    await open(frame({ remaining: 60_000 }));
    vi.setSystemTime(Date.now() - DAY);
    await wait(60_000);
    expect(iframe()).toBeNull();
  });

  it('comes back when the host has another, in the same frame if it is the same', async () => {
    await open(frame({ remaining: 60_000 }));
    const before = iframe();
    await show(frame({ remaining: 120_000, asking: true }));
    await show(frame({ remaining: 29 * DAY }));
    expect(iframe()).toBe(before);
    await wait(60_000);
    expect(iframe()).toBe(before);
    await show(frame({ source: `${LINK}2` }));
    expect(iframe()).not.toBe(before);
    expect(iframe()?.src).toBe(`${LINK}2`);
  });

  it('is loaded again when the person asked for it', async () => {
    await open(frame());
    const before = iframe();
    await show(frame({ round: 1 }));
    expect(iframe()).not.toBe(before);
  });
});

describe('waiting', () => {
  it('shows the outline of a screen, and says so once', async () => {
    await open({ kind: 'loading' });
    expect(one('.skeleton').getAttribute('aria-label')).toBe(texts.loading);
    expect(one('.for-screen-readers').textContent).toBe(texts.loading);
    expect(iframe()).toBeNull();
    for (const name of ['openInBrowser', 'copyLink'] as const)
      expect(button(texts.labels[name]).disabled).toBe(true);
    expect(button(texts.qr).disabled).toBe(true);
  });

  it('is quiet while a link that works is renewed', async () => {
    await open(frame({ asking: true }));
    expect(iframe()).not.toBeNull();
    expect(one('.life').textContent).toBe(texts.renewing);
    expect(one('.for-screen-readers').textContent).toBe('');
    expect(button(texts.labels.copyLink).disabled).toBe(false);
  });

  it('ends when the page has loaded', async () => {
    await open(frame());
    expect(document.querySelector('.skeleton')).not.toBeNull();
    await act(() => void iframe()!.dispatchEvent(new Event('load')));
    expect(document.querySelector('.skeleton')).toBeNull();
    expect(one('.for-screen-readers').textContent).toBe(texts.loaded);
    await wait(20_000);
    expect(document.querySelector('.silent')).toBeNull();
  });

  it('for a page that does not load ends with what to do', async () => {
    await open(frame());
    await wait(10_000);
    expect(one('.silent').getAttribute('role')).toBe('alert');
    expect(one('.silent').textContent).toContain(texts.silent);
    expect(posted).toContainEqual({ type: 'silent' });
    await act(() => one('.silent button.primary').click());
    expect(posted).toContainEqual({ type: 'press', button: 'openInBrowser' });
    await act(() => void iframe()!.dispatchEvent(new Event('load')));
    expect(document.querySelector('.silent')).toBeNull();
  });

  it('never hides the way out, for a refused page looks loaded', async () => {
    await open(frame());
    await act(() => void iframe()!.dispatchEvent(new Event('load')));
    expect(one('footer').textContent).toContain(texts.nothingToSee);
    await act(() => one('footer button').click());
    expect(posted).toContainEqual({ type: 'press', button: 'openInBrowser' });
  });
});

describe('what stands in the way', () => {
  it.each(['clock', 'warning', 'account', 'shield'] as const)(
    'is said and has a way out (%s)',
    async (icon) => {
      await open({
        kind: 'notice',
        icon,
        title: 'No preview',
        text: 'Because.',
        buttons: ['reload', 'showLog'],
        asking: false,
      });
      expect(one('[role=alert]').textContent).toBe('No previewBecause.');
      expect(iframe()).toBeNull();
      await press(texts.tryAgain);
      await press(texts.labels.showLog);
      expect(posted.slice(1)).toEqual([
        { type: 'press', button: 'reload' },
        { type: 'press', button: 'showLog' },
      ]);
    },
  );

  it('shows that it is tried again', async () => {
    await open({ kind: 'notice', icon: 'clock', title: 'a', text: 'b', buttons: ['reload'], asking: true });
    expect(one('.asking').textContent).toBe(texts.tryingAgain);
    expect(one('.progress').className).toContain('busy');
  });

  it('is a note where the preview still works', async () => {
    await open(frame({ note: 'Not renewed yet.' }));
    expect(iframe()).not.toBeNull();
    expect(one('footer .note').textContent).toBe('Not renewed yet.');
  });
});

describe('the toolbar', () => {
  it('asks the host for what it cannot do itself', async () => {
    await open(frame());
    for (const name of ['reload', 'openInBrowser', 'copyLink'] as const) await press(texts.labels[name]);
    expect(
      posted.slice(1).map((message) => (message.type === 'press' ? message.button : message.type)),
    ).toEqual(['reload', 'openInBrowser', 'copyLink']);
  });

  it('has real buttons with names, none taken out of the order of tabs', async () => {
    await open(frame());
    const all = [...document.querySelectorAll('button')];
    expect(all.length).toBeGreaterThan(6);
    for (const each of all) {
      expect(each.getAttribute('aria-label') ?? each.textContent).not.toBe('');
      expect(each.tabIndex).toBe(0);
    }
    expect(document.querySelectorAll('svg:not([aria-hidden]):not([role])')).toHaveLength(0);
  });

  it('changes the size', async () => {
    await open(frame());
    expect(button(texts.fit).getAttribute('aria-pressed')).toBe('true');
    await press(texts.fullSize);
    expect(button(texts.fullSize).getAttribute('aria-pressed')).toBe('true');
    expect(one('.stage').className).toContain('full');
    expect(one('.phone').style.getPropertyValue('--scale')).toBe('1');
  });

  it('shows the answer for a moment', async () => {
    await open(frame());
    await say({ type: 'say', text: 'Link copied.' });
    expect(one('.toast').textContent).toBe('Link copied.');
    expect(one('.toast').getAttribute('role')).toBe('status');
    await wait(6_000);
    expect(one('.toast').textContent).toBe('');
    await say({ type: 'say', text: 'Link copied.' });
    expect(one('.toast').textContent).toBe('Link copied.');
  });
});

describe('the QR code', () => {
  it('opens in a dialog with its warning, and closes by Escape and by button', async () => {
    await open(frame());
    await press(texts.qr);
    const dialog = one('dialog') as HTMLDialogElement;
    expect(dialog.open).toBe(true);
    expect(dialog.textContent).toContain(texts.qrWarning);
    expect(dialog.textContent).not.toContain(texts.qrPersonal);
    expect(one('dialog svg.code').getAttribute('aria-label')).toBe(texts.qr);
    // What the browser does on Escape.
    await act(() => dialog.close());
    expect(document.querySelector('dialog')).toBeNull();
    await press(texts.qr);
    await press(texts.close);
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('warns of what the options add to the link', async () => {
    await open(frame(), { ...defaultOptions, interactive: true, phoneNumber: '628123456' });
    await press(texts.qr);
    expect(one('dialog').textContent).toContain(texts.qrPersonal);
  });

  it('goes with a link that has ended', async () => {
    await open(frame({ remaining: 60_000 }));
    await press(texts.qr);
    await wait(60_000);
    expect(document.querySelector('dialog')).toBeNull();
    await show(frame());
    expect(document.querySelector('dialog')).toBeNull();
  });

  it('is drawn on white with a quiet border, and says when a link is too long', async () => {
    const code = drawQr(LINK)!;
    expect(code.size).toBe(33 + 8);
    expect(code.path.startsWith('M4 4h1v1h-1z')).toBe(true);
    expect(drawQr(`${LINK}${'x'.repeat(4000)}`)).toBeUndefined();
    await open(frame({ link: `${LINK}${'x'.repeat(4000)}` }));
    await press(texts.qr);
    expect(one('dialog').textContent).toContain(texts.qrTooLong);
  });
});

describe('the options', () => {
  it('open and close with the keyboard, and the focus follows', async () => {
    await open(frame());
    const toggle = one('#options-toggle');
    expect(toggle.getAttribute('aria-expanded')).toBe('false');
    await act(() => toggle.click());
    expect(toggle.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement?.id).toBe('interactive');
    await act(
      () =>
        void one('#interactive').dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }),
        ),
    );
    expect(document.querySelector('form')).toBeNull();
    expect(document.activeElement).toBe(toggle);
  });

  it('can be filled in only for an interactive preview, and reach the host by Apply', async () => {
    await open(frame());
    await press(texts.options);
    expect((one('fieldset') as HTMLFieldSetElement).disabled).toBe(true);
    await act(() => one('#interactive').click());
    expect((one('fieldset') as HTMLFieldSetElement).disabled).toBe(false);
    await type('#action', 'navigate');
    await type('#payload', '{"screen": "WELCOME"}');
    await type('#flowToken', 'abc');
    await type('#phoneNumber', '+62 8123456');
    await act(() => one('#debug').click());
    expect(posted.filter((message) => message.type === 'options')).toEqual([]);
    await submit();
    expect(posted.at(-1)).toEqual({
      type: 'options',
      options: {
        interactive: true,
        action: 'navigate',
        payload: '{"screen": "WELCOME"}',
        flowToken: 'abc',
        phoneNumber: '+62 8123456',
        debug: true,
      },
    });
  });

  it('say under the field what is wrong with it, and take the person there', async () => {
    await open(frame(), { ...defaultOptions, interactive: true, action: 'navigate', payload: '{' });
    await press(texts.options);
    expect(one('#payload').getAttribute('aria-invalid')).toBe('false');
    await submit();
    expect(posted.filter((message) => message.type === 'options')).toEqual([]);
    expect(one('#payload').getAttribute('aria-invalid')).toBe('true');
    expect(one('#payload').getAttribute('aria-describedby')).toContain('payload-problem');
    expect(one('#payload-problem').textContent).toBe(texts.problems.notJson);
    expect(document.activeElement?.id).toBe('payload');
    await type('#payload', '{"screen": "A"}');
    expect(one('#payload-problem').textContent).toBe('');
  });

  it('are those remembered, and can be reset', async () => {
    await open(frame(), { ...defaultOptions, interactive: true, flowToken: 'abc' });
    await press(texts.options);
    expect((one('#flowToken') as HTMLInputElement).value).toBe('abc');
    await press(texts.reset);
    expect(posted.at(-1)).toEqual({ type: 'options', options: defaultOptions });
    expect((one('#flowToken') as HTMLInputElement).value).toBe('');
  });

  it('have a label for every field', async () => {
    await open(frame(), { ...defaultOptions, interactive: true, action: 'navigate' });
    await press(texts.options);
    const fields = [...document.querySelectorAll('input, select, textarea')];
    expect(fields).toHaveLength(6);
    for (const field of fields) expect(document.querySelector(`label[for="${field.id}"]`)).not.toBeNull();
  });
});
