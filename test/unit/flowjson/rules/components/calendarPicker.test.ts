import { describe, expect, it } from 'vitest';
import { foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const single = (more: Json = {}) => ({ type: 'CalendarPicker', name: 'day', label: 'Day', ...more });
const range = (more: Json = {}) =>
  single({ mode: 'range', label: { 'start-date': 'From', 'end-date': 'To' }, ...more });
const one = (rule: string, component: Json) => foundBy(rule, oneScreen([component]));
const ends = { 'start-date': 'From', 'end-date': 'To' };

describe('the mode of a CalendarPicker', () => {
  it('decides whether a value is one or two', () => {
    expect(one('calendar-mode-type', single({ 'helper-text': 'Help', required: true }))).toEqual([]);
    expect(
      one('calendar-mode-type', range({ 'helper-text': ends, required: { 'start-date': true } })),
    ).toEqual([]);
    expect(one('calendar-mode-type', single({ label: ends, 'error-message': ends }))).toEqual([
      `INVALID_TYPE ${at}.label`,
      `INVALID_TYPE ${at}.error-message`,
    ]);
    expect(
      one('calendar-mode-type', range({ label: 'Days', required: true, 'init-value': '2025-05-01' })),
    ).toEqual([`INVALID_TYPE ${at}.label`, `INVALID_TYPE ${at}.required`, `INVALID_TYPE ${at}.init-value`]);
  });

  it('leaves alone what comes from data, also the mode itself', () => {
    expect(one('calendar-mode-type', range({ label: '${data.labels}' }))).toEqual([]);
    expect(one('calendar-mode-type', single({ label: ends, mode: '${data.mode}' }))).toEqual([]);
    expect(one('calendar-range-only', single({ title: 'Title', mode: '${data.mode}' }))).toEqual([]);
  });

  it('needs its ends in range mode, and no others', () => {
    expect(one('calendar-range-ends', range({ 'init-value': {}, 'error-message': {} }))).toEqual([]);
    expect(one('calendar-range-ends', range({ label: { 'start-date': 'From' } }))).toEqual([
      `MISSING_CALENDAR_PICKER_RANGE_MODE_PROP ${at}.label`,
    ]);
    expect(one('calendar-range-ends', range({ required: { 'end-date': true } }))).toHaveLength(1);
    expect(one('calendar-range-ends', range({ 'helper-text': { ...ends, middle: 'x' } }))).toEqual([
      `UNEXPECTED_CALENDAR_PICKER_RANGE_MODE_PROP ${at}.helper-text.middle`,
    ]);
  });

  it('keeps some properties for ranges', () => {
    const properties = { title: 'T', description: 'D', 'min-days': 1, 'max-days': 2 };
    expect(one('calendar-range-only', range(properties))).toEqual([]);
    expect(one('calendar-range-only', single(properties))).toEqual(
      Object.keys(properties).map((key) => `INVALID_PROPERTY_NAME_FOR_CONDITION ${at}.${key}`),
    );
  });
});

describe('the days of a range', () => {
  it('have their least and greatest number in order', () => {
    expect(one('calendar-days', range({ 'min-days': 3, 'max-days': 2 }))).toEqual([
      `INVALID_MIN_MAX_DAYS ${at}.min-days`,
    ]);
    expect(one('calendar-days', range({ 'min-days': 2, 'max-days': 2 }))).toEqual([]);
    expect(one('calendar-days', range({ 'min-days': 3, 'max-days': '${data.max}' }))).toEqual([]);
  });

  it('begin before they end', () => {
    const init = (start: string, end: string) => ({ 'init-value': { 'start-date': start, 'end-date': end } });
    expect(one('calendar-range-reversed', range(init('2025-05-02', '2025-05-01')))).toEqual([
      `INVALID_DATE_RANGE ${at}.init-value.end-date`,
    ]);
    expect(one('calendar-range-reversed', range(init('2025-05-01', '2025-05-01')))).toEqual([]);
  });
});

it('a Form gives a CalendarPicker what its mode takes', () => {
  const form = (child: Json, value: unknown) =>
    one('calendar-form-value', {
      type: 'Form',
      name: 'form',
      'init-values': { day: value },
      children: [child],
    });
  const both = { 'start-date': '2025-05-01', 'end-date': '2025-05-02' };
  expect(form(single(), '2025-05-01')).toEqual([]);
  expect(form(range(), both)).toEqual([]);
  expect(form(range(), '${data.range}')).toEqual([]);
  expect(form(single(), both)).toEqual([`INVALID_PROPERTY_VALUE ${at}.init-values.day`]);
  expect(form(range(), '2025-05-01')).toEqual([`INVALID_PROPERTY_VALUE ${at}.init-values.day`]);
});
