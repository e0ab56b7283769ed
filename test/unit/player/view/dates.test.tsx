// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Look } from '../../../../src/player/view/look';
import { running } from '../run';
import { Phone } from './phone';

let phone: Phone;

beforeEach(() => vi.useFakeTimers({ now: new Date(2026, 2, 10, 12), toFake: ['Date'] }));
afterEach(() => {
  phone.putAway();
  vi.useRealTimers();
});

const single = {
  type: 'CalendarPicker',
  name: 'day',
  label: 'Arrival',
  'min-date': '2026-03-05',
  'max-date': '2026-04-20',
  'unavailable-dates': ['2026-03-12'],
  'include-days': ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'],
};
const range = {
  type: 'CalendarPicker',
  name: 'stay',
  mode: 'range',
  title: 'Your stay',
  description: 'Two nights at least',
  label: { 'start-date': 'Arrival', 'end-date': 'Departure' },
  'helper-text': { 'start-date': 'From 15:00' },
  required: { 'start-date': true, 'end-date': false },
  'min-days': 2,
  'max-days': 10,
};
const show = (children: readonly object[], look: Partial<Look> = {}): Phone =>
  (phone = Phone.with(children, look));
const open = (child: object, look: Partial<Look> = {}): Phone => show([child], look).click('.wf-select');
const dayButton = (name: string): HTMLButtonElement => phone.button(name);

describe('a calendar for one day', () => {
  it('gives a day when it is confirmed, not before', () => {
    open(single);
    expect(phone.button('OK').disabled).toBe(true);
    phone.tap('Tuesday, March 17, 2026');
    expect(phone.value('day')).toBeNull();
    phone.tap('OK');
    expect(phone.value('day')).toBe('2026-03-17');
    expect(phone.all('[role="dialog"]')).toEqual([]);
    expect(phone.one('.wf-select').textContent).toBe('March 17, 2026');
    expect(phone.events.map(({ is }) => is)).toEqual(['dated', 'left']);
  });

  it('greys the days that are not offered, and takes none of them', () => {
    open(single);
    const names = [
      'Wednesday, March 4, 2026',
      'Thursday, March 12, 2026',
      'Saturday, March 14, 2026',
      'Monday, March 16, 2026',
    ];
    expect(names.map((name) => dayButton(name).getAttribute('aria-disabled'))).toEqual([
      'true',
      'true',
      'true',
      'false',
    ]);
    phone.tap(names[1]!);
    expect(phone.button('OK').disabled).toBe(true);
  });

  it('leaves the day as it was when it is closed', () => {
    open({ ...single, 'init-value': '2026-03-16' })
      .tap('Tuesday, March 17, 2026')
      .tap('Cancel');
    expect(phone.value('day')).toBe('2026-03-16');
    expect(phone.events.map(({ is }) => is)).toEqual(['left']);
  });

  it('is used by keyboard alone: by day, week and month, up to its ends', () => {
    open(single);
    const focused = (): string | null => document.activeElement?.getAttribute('aria-label') ?? null;
    phone.key('ArrowDown', '.wf-day-button[tabindex="0"]');
    expect(focused()).toBe('Tuesday, March 17, 2026');
    expect([phone.key('ArrowRight'), focused()][1]).toBe('Wednesday, March 18, 2026');
    expect([phone.key('PageDown'), focused()][1]).toBe('Saturday, April 18, 2026');
    expect(phone.one('.wf-pager-month').textContent).toBe('April 2026');
    expect([phone.key('PageDown'), focused()][1]).toBe('Monday, April 20, 2026');
    expect(phone.all('.wf-day-button[tabindex="0"]')).toHaveLength(1);
    phone.tap('Monday, April 20, 2026').tap('OK');
    expect(phone.value('day')).toBe('2026-04-20');
  });

  it('turns over months, as far as days are offered', () => {
    open(single);
    expect(phone.button('Previous month').disabled).toBe(true);
    phone.tap('Next month');
    expect(phone.one('.wf-pager-month').textContent).toBe('April 2026');
    expect(phone.button('Next month').disabled).toBe(true);
  });

  it('jumps to a year', () => {
    open({ type: 'CalendarPicker', name: 'day', label: 'Birthday' });
    phone.click('.wf-pager-month').tap('1984');
    expect(phone.one('.wf-pager-month').textContent).toBe('March 1984');
    expect([phone.texts('.wf-year'), phone.all('.wf-month').length]).toEqual([[], 1]);
  });

  it('takes a day away that need not be there', () => {
    open({ ...single, 'init-value': '2026-03-16' }).tap('Clear');
    expect(phone.value('day')).toBeNull();
    phone.putAway();
    open({ ...single, required: true, 'init-value': '2026-03-16' });
    expect(phone.texts('button')).not.toContain('Clear');
  });

  it('says what is wrong, what helps and what may be left out', () => {
    show([
      { ...single, required: true, 'helper-text': 'On weekdays' },
      { ...single, name: 'other', 'init-value': '2026-03-12', 'error-message': 'Closed' },
    ]);
    expect(phone.texts('.wf-caption, .wf-error')).toEqual(['On weekdays', 'Closed']);
    expect(phone.texts('.wf-label')).toEqual(['Arrival', 'Arrival(optional)']);
    phone.click('.wf-select').key('Escape', '[role="dialog"]');
    expect(phone.texts('.wf-error')).toEqual(['This is required.', 'Closed']);
  });

  it('is left when the focus goes on, not when its own calendar opens', () => {
    open({ ...single, required: true });
    expect(phone.events).toEqual([]);
    phone.tap('Cancel');
    expect(phone.events).toEqual([{ is: 'left', name: 'day' }]);
    phone.putAway();
    show([{ ...single, required: true }]);
    phone.one('.wf-select').focus();
    expect(phone.events).toEqual([]);
    void act(() => phone.one('.wf-select').blur());
    expect(phone.events).toEqual([{ is: 'left', name: 'day' }]);
  });

  it('does not open where it is disabled', () => {
    open({ ...single, enabled: false });
    expect(phone.all('[role="dialog"]')).toEqual([]);
  });
});

describe('a calendar for a range', () => {
  it('has two fields over one calendar', () => {
    open(range);
    expect(phone.texts('.wf-label')).toEqual(['Arrival', 'Departure(optional)']);
    expect(phone.texts('.wf-group-label, .wf-secondary')).toEqual(['Your stay', 'Two nights at least']);
    expect(phone.texts('.wf-date-hint')).toEqual(['Choose 2 to 10 days.']);
    phone.tap('Monday, March 16, 2026');
    expect(phone.one('.wf-chosen').textContent).toBe('Mon, Mar 16 – …');
    // Too short, too long, and just right.
    expect(dayButton('Monday, March 16, 2026').getAttribute('aria-disabled')).toBe('true');
    expect(dayButton('Thursday, March 26, 2026').getAttribute('aria-disabled')).toBe('true');
    phone.tap('Wednesday, March 18, 2026').tap('OK');
    expect(phone.value('stay')).toEqual({ 'start-date': '2026-03-16', 'end-date': '2026-03-18' });
    expect(phone.texts('.wf-select')).toEqual(['March 16, 2026', 'March 18, 2026']);
  });

  it('may stay open at its end, where the end is not required', () => {
    open(range).tap('Monday, March 16, 2026').tap('OK');
    expect(phone.value('stay')).toEqual({ 'start-date': '2026-03-16' });
    phone.putAway();
    open({ ...range, required: { 'start-date': true, 'end-date': true } }).tap('Monday, March 16, 2026');
    expect(phone.button('OK').disabled).toBe(true);
  });

  it('marks what lies between, also for screen readers', () => {
    open({ ...range, 'init-value': { 'start-date': '2026-03-10', 'end-date': '2026-03-12' } });
    expect(phone.texts('[aria-selected="true"]')).toEqual(['10', '11', '12']);
    expect(phone.texts('.wf-day-start, .wf-day-inside, .wf-day-end')).toEqual(['10', '11', '12']);
  });

  it('shows the error of each end at its field', () => {
    show([{ ...range, 'error-message': { 'end-date': 'Too late' } }]);
    expect(phone.all('.wf-field').map((field) => field.classList.contains('wf-wrong'))).toEqual([
      false,
      true,
    ]);
    expect(phone.texts('.wf-caption, .wf-error')).toEqual(['From 15:00', 'Too late']);
  });
});

describe('a DatePicker', () => {
  const picker = {
    type: 'DatePicker',
    name: 'day',
    label: 'Born',
    'min-date': '1990-02-10',
    'max-date': '2026-06-30',
  };

  it('is a calendar on Android', () => {
    open(picker).tap('Wednesday, March 11, 2026').tap('OK');
    expect(phone.value('day')).toBe('2026-03-11');
  });

  it('is wheels on iOS, which turn by keys and stay among the days that there are', () => {
    open({ ...picker, 'init-value': '2026-03-31' }, { platform: 'ios' });
    const [month, day, year] = phone.all('[role="spinbutton"]') as [HTMLElement, HTMLElement, HTMLElement];
    const says = (): (string | null)[] =>
      [month, day, year].map((wheel) => wheel.getAttribute('aria-valuetext'));
    expect(says()).toEqual(['March', '31', '2026']);
    phone.key('ArrowUp', '[aria-label="Month"]');
    expect(says()).toEqual(['February', '28', '2026']);
    phone.key('Home', '[aria-label="Year"]');
    expect(says()).toEqual(['February', '28', '1990']);
    phone.key('Home', '[aria-label="Day"]');
    // The 1st is before the first day there is.
    expect(says()).toEqual(['February', '10', '1990']);
    phone.tap('Done');
    expect(phone.value('day')).toBe('1990-02-10');
  });

  it('does not take a day of the wheels that is not offered', () => {
    open({ ...picker, 'unavailable-dates': ['2026-03-10'] }, { platform: 'ios' });
    expect(phone.button('Done').disabled).toBe(true);
    expect(phone.texts('.wf-date-hint')).toEqual(['This day is not available.']);
    phone.key('ArrowDown', '[aria-label="Day"]');
    expect(phone.button('Done').disabled).toBe(false);
  });

  it('writes days as the version has them', () => {
    const run = running([{ type: 'DatePicker', name: 'day', label: 'Born' }], {}, {}, { version: '4.0' });
    phone = new Phone(run).click('.wf-select').tap('Wednesday, March 11, 2026').tap('OK');
    expect(phone.value('day')).toBe(String(Date.UTC(2026, 2, 11)));
    expect(phone.one('.wf-select').textContent).toBe('March 11, 2026');
  });

  it('shows what is no day as it stands', () => {
    show([{ ...picker, 'init-value': '31.12.2025' }]);
    expect(phone.one('.wf-select').textContent).toBe('31.12.2025');
  });
});
