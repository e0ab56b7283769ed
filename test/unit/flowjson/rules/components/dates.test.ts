import { describe, expect, it } from 'vitest';
import { diagnose, parseFlow } from '../../../../../src/flowjson/analyse';
import { found, foundBy, oneScreen, type Json } from '../../support';

const at = 'screens[0].layout.children[0]';
const day = (more: Json) => ({ type: 'DatePicker', name: 'day', label: 'Day', ...more });
const calendar = (more: Json) => day({ type: 'CalendarPicker', ...more });
const one = (rule: string, component: Json, version = '7.3') =>
  foundBy(rule, oneScreen([component], {}, { version }));

describe('the form of dates', () => {
  it('is YYYY-MM-DD from 5.0 on', () => {
    expect(
      one('date-format', day({ 'min-date': '2025-02-28', 'unavailable-dates': ['2025-03-01'] })),
    ).toEqual([]);
    expect(one('date-format', day({ 'max-date': '2025-02-30' }))).toEqual([
      `INVALID_PROPERTY_VALUE_FORMAT ${at}.max-date`,
    ]);
    expect(one('date-format', day({ 'unavailable-dates': ['2025-03-01', 'soon'] }))).toEqual([
      `INVALID_PROPERTY_VALUE_FORMAT ${at}.unavailable-dates[1]`,
    ]);
    expect(one('date-format', day({ 'min-date': '1693569600000' }))).toHaveLength(1);
  });

  it('is not looked at in what a Form does not let in', () => {
    const form = { type: 'Form', name: 'form', children: [day({ 'init-value': 'soon' })] };
    expect(one('date-format', form)).toEqual([]);
    expect(one('date-format', { ...form, 'init-values': { day: 'soon' } })).toEqual([
      `INVALID_PROPERTY_VALUE_FORMAT ${at}.init-values.day`,
    ]);
  });

  it('is milliseconds before', () => {
    expect(one('date-format', day({ 'min-date': '1693569600000' }), '4.0')).toEqual([]);
    expect(one('date-format', day({ 'min-date': '2025-02-28' }), '4.0')).toHaveLength(1);
  });

  it('can be mended where the date is known', () => {
    const flow = parseFlow(oneScreen([day({ 'min-date': '1693526400000' })]));
    expect(diagnose(flow).find(({ rule }) => rule === 'date-format')?.facts).toEqual({
      suggestion: '2023-09-01',
    });
  });

  it('has a code of its own for the first day of a calendar', () => {
    expect(one('date-format', calendar({ 'init-value': '1 May' }))).toEqual([
      `INVALID_DATE_SINGLE_INIT_VALUE_FORMAT ${at}.init-value`,
    ]);
    expect(
      one(
        'date-format',
        calendar({ mode: 'range', 'init-value': { 'start-date': '2025-05-01', 'end-date': 'x' } }),
      ),
    ).toEqual([`INVALID_PROPERTY_VALUE_FORMAT ${at}.init-value.end-date`]);
  });

  it('is not asked of data', () => {
    expect(
      one(
        'date-format',
        day({ 'min-date': '${data.min}', 'init-value': "`'2025-' ${data.day}`", 'max-date': 7 }),
      ),
    ).toEqual([]);
  });
});

describe('the range of dates', () => {
  it('does not end before it begins', () => {
    expect(one('date-bounds', day({ 'min-date': '2025-05-02', 'max-date': '2025-05-01' }))).toEqual([
      `INVALID_DATE_RANGE ${at}.min-date`,
    ]);
    expect(one('date-bounds', calendar({ 'min-date': '2025-05-02', 'max-date': '2025-05-01' }))).toHaveLength(
      1,
    );
    expect(one('date-bounds', day({ 'min-date': '2025-05-01', 'max-date': '2025-05-01' }))).toEqual([]);
    expect(one('date-bounds', day({ 'min-date': '200', 'max-date': '100' }), '4.0')).toHaveLength(1);
  });

  it('holds first values and unavailable days', () => {
    const bounds = { 'min-date': '2025-05-01', 'max-date': '2025-05-31' };
    expect(
      one(
        'date-within-bounds',
        day({ ...bounds, 'init-value': '2025-06-01', 'unavailable-dates': ['2025-05-01', '2025-04-30'] }),
      ),
    ).toEqual([`INVALID_DATE_RANGE ${at}.init-value`, `INVALID_DATE_RANGE ${at}.unavailable-dates[1]`]);
    expect(
      one(
        'date-within-bounds',
        calendar({
          ...bounds,
          mode: 'range',
          'init-value': { 'start-date': '2025-05-01', 'end-date': '2025-06-01' },
        }),
      ),
    ).toEqual([`INVALID_DATE_RANGE ${at}.init-value.end-date`]);
    expect(one('date-within-bounds', day({ ...bounds, 'init-value': '2025-05-31' }))).toEqual([]);
  });

  it('holds the value that a Form gives', () => {
    const form = {
      type: 'Form',
      name: 'form',
      'init-values': { day: '2024-01-01' },
      children: [day({ 'min-date': '2025-05-01' })],
    };
    expect(one('date-within-bounds', form)).toEqual([`INVALID_DATE_RANGE ${at}.init-values.day`]);
  });

  it('is reported once when both limits are the wrong way round', () => {
    const wrong = day({ 'min-date': '2025-05-02', 'max-date': '2025-05-01', 'init-value': '2025-05-02' });
    expect(found(oneScreen([wrong]), ({ code }) => code === 'INVALID_DATE_RANGE')).toHaveLength(1);
  });

  it('goes from 1900 to 2100 by itself', () => {
    expect(one('date-usual-range', day({ 'init-value': '1899-12-31' }))).toHaveLength(1);
    expect(one('date-usual-range', day({ 'init-value': '2100-12-31' }))).toEqual([]);
    expect(one('date-usual-range', day({ 'init-value': '1850-01-01', 'min-date': '1800-01-01' }))).toEqual(
      [],
    );
  });

  it('leaves out unavailable days and other weekdays for the first value', () => {
    expect(
      one('date-init-unavailable', day({ 'init-value': '2025-05-01', 'unavailable-dates': ['2025-05-01'] })),
    ).toEqual([`INIT_DATE_UNAVAILABLE ${at}.init-value`]);
    // A Thursday.
    const thursday = { 'init-value': '2025-05-01' };
    expect(one('date-init-unavailable', calendar({ ...thursday, 'include-days': ['Mon'] }))).toHaveLength(1);
    expect(one('date-init-unavailable', calendar({ ...thursday, 'include-days': ['Mon', 'Thu'] }))).toEqual(
      [],
    );
    expect(
      one('date-init-unavailable', calendar({ ...thursday, 'include-days': ['Mon', '${data.day}'] })),
    ).toEqual([]);
  });
});
