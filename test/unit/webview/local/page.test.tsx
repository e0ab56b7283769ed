// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/flowjson/message';
import type { Flag } from '../../../../src/webview/local/contract';
import { running } from '../../player/run';
import { LocalPage } from './localPage';

const heading = { type: 'TextHeading', text: 'Hello' };
const input = (name: string) => ({ type: 'TextInput', name, label: name });
const two = () => running([heading, input('name')]);
const field = '.wf-item-TextInput input';

let page: LocalPage;
const open = (...of: Parameters<typeof LocalPage.with>) => (page = LocalPage.with(...of));

beforeEach(() => localStorage.clear());
afterEach(() => {
  page.close();
  document.body.className = '';
});

describe('the page', () => {
  it('listens before it says that it is ready, and draws nothing by itself', () => {
    page = new LocalPage();
    expect(page.posted).toEqual([{ type: 'ready' }]);
    expect(page.listens).toBe(true);
    expect(document.body.textContent).toBe('');
  });

  it('remembers its document, and nothing else', () => {
    open(two());
    expect(page.remembered).toEqual([{ uri: 'file:///booking.flow.json', pinned: false }]);
  });

  it('says why there is nothing to see, in the language of the person', () => {
    page = new LocalPage();
    page.start({}, { dictionary: { 'The document {0} was closed.': 'Dokumen {0} ditutup.' } });
    page.send({ type: 'nothing', reason: say('The document {0} was closed.', 'a') });
    expect(page.one('main').textContent).toBe('Dokumen a ditutup.');
  });

  it('says that the text is half typed, and where the cursor is, without moving anything', () => {
    open(two(), { elsewhere: 'SECOND' });
    expect(page.one('.under-line').textContent).toContain('The cursor is on screen SECOND.');
    page.press('Go There');
    expect(page.said('goTo')).toEqual([{ type: 'goTo', screen: 'SECOND' }]);
    page.show(two(), { behind: say('The text is half typed.'), elsewhere: 'SECOND' });
    expect(page.one('.under-line').textContent).toBe('The text is half typed.');
    page.show(two(), { behind: say('The text is half typed.'), screens: [] });
    expect(page.one('.under-line').textContent).not.toContain('half typed');
    page.show(two());
    expect(page.one('.under-line').textContent).toContain('360 × 640');
    page.show(two(), { shownAs: '7.3' });
    expect(page.one('.under-line').textContent).toMatch(/^Shown as version 7\.3 · 360 × 640/);
  });

  it('says once what the host says', () => {
    open(two());
    page.send({ type: 'say', message: say('The log was saved.') });
    expect(page.one('.toast').textContent).toBe('The log was saved.');
  });
});

describe('what is typed', () => {
  it('stays, with the focus, while answers come late', () => {
    const run = two();
    open(run);
    const element = page.field(field);
    element.focus();
    const late = ['A', 'An', 'Ann'].map((text) => {
      page.type(field, text);
      return { projection: run.typed('name', text).projection };
    });
    expect(page.said('act').map(({ event }) => event)).toMatchObject([
      { text: 'A' },
      { text: 'An' },
      { text: 'Ann' },
    ]);
    element.setSelectionRange(1, 2);
    for (const answer of late) {
      page.show(answer);
      expect(element.value).toBe('Ann');
      expect([element.selectionStart, element.selectionEnd]).toEqual([1, 2]);
    }
    expect(page.one(field)).toBe(element);
    expect(document.activeElement).toBe(element);
  });

  it('survives answers that skip what was typed in between, and one that is older than the last letter', () => {
    const run = two();
    open(run);
    page.type(field, 'A');
    page.type(field, 'An');
    page.show(run.typed('name', 'An'));
    page.type(field, 'Ann');
    page.show(run, { mark: '0' });
    expect(page.field(field).value).toBe('Ann');
  });

  it('gives way to what the flow itself puts there', () => {
    const run = two();
    open(run);
    page.type(field, 'A');
    page.show(run.typed('name', 'A'));
    page.show(run.typed('name', 'from elsewhere'));
    expect(page.field(field).value).toBe('from elsewhere');
  });

  it('is gone in another round, which begins at the top', () => {
    const run = two();
    open(run);
    page.type(field, 'A');
    const scroll = page.one('.wf-scroll');
    scroll.scrollTop = 40;
    page.show(run, { mark: '1' });
    expect(page.one('.wf-scroll')).toBe(scroll);
    expect(scroll.scrollTop).toBe(40);
    page.show(run, { round: 1 });
    expect(page.one('.wf-scroll')).not.toBe(scroll);
    expect(page.field(field).value).toBe('');
  });

  it('starts anew from the phone as from anywhere', () => {
    open(two());
    page.click(page.one('.wf-header [aria-label=Menu]'));
    page.click(page.one('.wf-menu-row'));
    expect(page.posted.at(-1)).toEqual({ type: 'restart', keepData: true });
  });

  it('shows on both phones, which act on the same flow', () => {
    const run = two();
    open(run, {}, { beside: 'platform' });
    const fields = () => page.all(field).map((one) => (one as HTMLInputElement).value);
    page.type(field, 'A');
    page.show(run.typed('name', 'A'));
    expect(fields()).toEqual(['A', 'A']);
    expect(page.all('.wf-player').map(({ classList }) => [...classList])).toEqual([
      ['wf-player', 'wf-android', 'wf-dark'],
      ['wf-player', 'wf-ios', 'wf-dark'],
    ]);
  });
});

describe('flags', () => {
  const flag: Flag = { id: 7, severity: 'error', text: 'A label is missing.', code: 'REQUIRED_PROPERTY' };
  const warning: Flag = { ...flag, id: 8, severity: 'warning', text: 'No screen leads here.' };
  const sign = (where: string) => page.one(`${where} > .wf-beside > .flag`);

  it('stand at their component and in the title bar, each with its name', () => {
    open(two(), { flags: { '1': [flag], '': [warning] } });
    expect(sign('[data-key="1"]').getAttribute('aria-label')).toBe('Error: A label is missing.');
    expect(sign('.wf-header').getAttribute('aria-label')).toBe('Warning: No screen leads here.');
    expect(page.all('.flag')).toHaveLength(2);
  });

  it('say more when they are pressed, with what mends them', () => {
    open(two(), { flags: { '1': [flag] } });
    page.click(sign('[data-key="1"]'));
    const card = page.one('.card');
    expect(document.activeElement).toBe(card);
    expect(card.textContent).toContain('A label is missing.REQUIRED_PROPERTY');
    expect(page.said('fixes')).toEqual([{ type: 'fixes', flag: 7 }]);
    page.send({ type: 'fixes', flag: 7, titles: ['Add a label', 'Remove it'] });
    page.press('Remove it');
    expect(page.said('fix')).toEqual([{ type: 'fix', flag: 7, index: 1 }]);
    expect(page.all('.card')).toEqual([]);
  });

  it('ask again for what mends them when the picture is another one', () => {
    open(two(), { flags: { '1': [flag] } });
    page.click(sign('[data-key="1"]'));
    page.send({ type: 'fixes', flag: 7, titles: ['Add a label'] });
    page.show(two(), { flags: { '1': [{ ...flag }] } });
    // What was offered stays until the answer is there.
    expect(page.all('.card .link')).toHaveLength(1);
    expect(page.said('fixes')).toHaveLength(2);
    page.send({ type: 'fixes', flag: 7, titles: [] });
    expect(page.all('.card .link')).toEqual([]);
  });

  it('go when there is nothing left to say', () => {
    open(two(), { flags: { '1': [flag] } });
    page.click(sign('[data-key="1"]'));
    page.show(two());
    expect(page.all('.card, .flag')).toEqual([]);
  });

  it('give the focus back on Escape, and close when something else is pressed', () => {
    open(two(), { flags: { '1': [flag] } });
    const badge = sign('[data-key="1"]');
    page.click(badge);
    page.key('Escape');
    expect(page.all('.card')).toEqual([]);
    expect(document.activeElement).toBe(badge);
    page.click(badge);
    page.one('.stage').dispatchEvent(new Event('pointerdown', { bubbles: true }));
    page.show(two(), { flags: { '1': [flag] } });
    expect(page.all('.card')).toEqual([]);
  });

  it('never become markup', () => {
    open(two(), { flags: { '1': [{ ...flag, text: '<img src=x onerror=alert(1)>' }] } });
    page.click(sign('[data-key="1"]'));
    expect(page.all('.card img')).toEqual([]);
    expect(page.one('.card').textContent).toContain('<img src=x');
  });
});

describe('the inspect tool', () => {
  it('shows where a component stands in the text, and lets nothing happen to the flow', () => {
    const run = two();
    open(run);
    page.press('Inspect');
    page.click(page.one(field));
    const { start, end } = run.shown.components[1]!.place;
    expect(page.said('reveal')).toEqual([{ type: 'reveal', start, end }]);
    expect(page.said('act')).toEqual([]);
  });

  it('names what is pointed at, by the pointer or the arrow keys', () => {
    const run = two();
    open(run);
    page.send({ type: 'inspect' });
    expect(document.activeElement).toBe(page.one('.inspector'));
    page.key('ArrowDown');
    expect(page.one('.target').textContent).toBe('TextHeading');
    page.key('ArrowDown');
    expect(page.one('.target').textContent).toBe('TextInput · name');
    page.key('Enter');
    expect(page.said('reveal')).toHaveLength(1);
    page.key('ArrowUp');
    expect(page.one('.target').textContent).toBe('TextHeading');
  });

  it('is left with Escape, wherever the focus is', () => {
    open(two());
    const tool = () => page.button('Inspect').getAttribute('aria-pressed');
    for (const where of ['.inspector', '.head .screen']) {
      page.press('Inspect');
      expect(tool()).toBe('true');
      page.one(where).focus();
      page.key('Escape');
      expect(tool()).toBe('false');
    }
    expect(page.all('.inspector')).toEqual([]);
  });
});

describe('the bar', () => {
  it('goes to a screen, and shows where the flow is until it is there', () => {
    open(two(), { screens: ['ONLY', 'SECOND'] });
    page.choose('select.screen', 'SECOND');
    expect(page.said('goTo')).toEqual([{ type: 'goTo', screen: 'SECOND' }]);
    expect(page.field('select.screen').value).toBe('ONLY');
  });

  it('stays with a flow, or follows the editor', () => {
    open(two());
    page.press('Stay with this flow');
    page.show(two(), { pinned: true });
    expect(page.button('Stay with this flow').getAttribute('aria-checked')).toBe('true');
    page.press('Stay with this flow');
    expect(page.said('press').map(({ button }) => button)).toEqual(['pin', 'unpin']);
  });

  it('offers the rest in a menu that is worked with the keyboard', () => {
    open(two());
    page.press('More');
    expect(document.activeElement?.textContent).toBe('Copy Picture');
    page.key('ArrowDown');
    page.key('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Copy Picture of All Screens');
    page.key('End');
    expect(document.activeElement?.textContent).toBe('Export Log…');
    page.key('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Copy Picture');
    page.click(document.activeElement as HTMLElement);
    expect(page.said('picture')).toEqual([{ type: 'picture', of: 'screen', then: 'copy' }]);
    expect(page.all('.popup')).toEqual([]);
    page.press('More');
    page.key('Escape');
    expect(document.activeElement).toBe(page.button('More'));
  });

  it('restarts the flow, with its data or without, and exports the log', () => {
    open(two());
    page.press('Restart with Data');
    page.press('More');
    page.press('Restart');
    expect(page.said('restart').map(({ keepData }) => keepData)).toEqual([true, false]);
    page.press('More');
    page.press('Export Log…');
    expect(page.said('press')).toEqual([{ type: 'press', button: 'exportLog' }]);
  });

  it('offers the hosted preview only where there is one', () => {
    open(two());
    page.press('More');
    expect(page.one('.popup').textContent).not.toContain('Open Hosted Preview');
    page.show(two(), { hosted: true });
    page.press('Open Hosted Preview');
    expect(page.said('press')).toEqual([{ type: 'press', button: 'openHosted' }]);
  });

  it('changes the phone at once, and tells the host', () => {
    open(two());
    page.press('Phone: Android');
    page.click(page.one('input[value=ios]'));
    page.click(page.one('input[value=rtl]'));
    const phone = page.one('.wf-player');
    expect([phone.classList.contains('wf-ios'), phone.dir]).toEqual([true, 'rtl']);
    expect(page.said('look').at(-1)!.look).toMatchObject({
      platform: 'ios',
      direction: 'rtl',
      theme: 'editor',
    });
    page.choose('.pair label:last-child select', '393x852');
    expect(page.said('look').at(-1)!.look).toMatchObject({ platform: 'ios', width: 393, height: 852 });
  });
});

describe('the look', () => {
  it('follows the theme of the editor, also to one of high contrast', async () => {
    document.body.className = 'vscode-light';
    open(two());
    const classes = () => [...page.one('.wf-player').classList].slice(2);
    expect(classes()).toEqual(['wf-light']);
    for (const [theme, expected] of [
      ['vscode-dark', ['wf-dark']],
      ['vscode-high-contrast', ['wf-dark', 'wf-contrast']],
      ['vscode-high-contrast vscode-high-contrast-light', ['wf-light', 'wf-contrast']],
    ] as const) {
      document.body.className = theme;
      await expect.poll(classes).toEqual(expected);
    }
  });

  it('changes its size by the arrow keys, a little with Shift, and never beyond reason', () => {
    open(two());
    const handle = page.one('.size-handle');
    page.key('ArrowRight', handle);
    page.key('ArrowUp', handle);
    expect(page.said('look').at(-1)!.look).toMatchObject({ width: 370, height: 630 });
    for (let times = 0; times < 100; times += 1) page.key('ArrowLeft', handle);
    expect(page.said('look').at(-1)!.look.width).toBe(240);
    expect(handle.getAttribute('aria-label')).toContain('240 × 630');
  });

  it('keeps how large the pane is, and opens one that was closed when the flow waits for the person', () => {
    open(two());
    const line = page.one('.split .handle');
    page.key('ArrowUp', line);
    const share = line.getAttribute('aria-valuenow');
    page.key('Enter', line);
    expect(page.one('.pane-place').hidden).toBe(true);
    page.send({ type: 'waiting', waiting: { number: 1, request: '{}', by: 'person', offers: [] } });
    expect(page.one('.pane-place').hidden).toBe(false);
    page.close();
    open(two());
    expect(page.one('.split .handle').getAttribute('aria-valuenow')).toBe(share);
  });
});
