import { describe, expect, it } from 'vitest';
import { english } from '../../../../src/flowjson/message';
import type { Json, JsonObject, PlayerEvent } from '../../../../src/player/player';
import { model, options, running, type Run } from '../run';

/** What is wrong with an input, in words. */
const wrong = (run: Run, name = 'x'): string[] =>
  run.find(name).input!.problems.map(({ message }) => english(message));

function typing(text: string, more: object, version = '7.3'): string[] {
  const run = running([{ type: 'TextInput', name: 'x', label: 'x', ...more }], {}, {}, { version });
  return wrong(run.typed('x', text));
}

describe('required', () => {
  const list = { 'data-source': options('a') };
  const choose = { is: 'chosen', name: 'x', option: 'a' } as const;
  it.each<[string, object, PlayerEvent]>([
    ['TextInput', {}, { is: 'typed', name: 'x', text: 'x' }],
    ['TextArea', {}, { is: 'typed', name: 'x', text: 'x' }],
    ['CheckboxGroup', list, choose],
    ['RadioButtonsGroup', list, choose],
    ['Dropdown', list, choose],
    ['ChipsSelector', list, choose],
    ['OptIn', {}, { is: 'chosen', name: 'x' }],
    ['DatePicker', {}, { is: 'dated', name: 'x', value: '2026-01-01' }],
    ['CalendarPicker', {}, { is: 'dated', name: 'x', value: '2026-01-01' }],
    [
      'PhotoPicker',
      { 'min-uploaded-photos': 1 },
      { is: 'attached', name: 'x', files: [{ file_name: 'a', mime_type: 'image/png', kilobytes: 1 }] },
    ],
  ])('%s holds the Footer up until it is filled', (type, more, event) => {
    const run = running([{ type, name: 'x', label: 'x', required: true, ...more }]);
    expect([run.ready, run.find('x').input!.required]).toEqual([false, true]);
    expect(run.next().told[0]).toContain('refused');
    expect(run.do(event).ready).toBe(true);
    expect(run.next().told).toEqual(['completed']);
  });

  it('may depend on data; invisible counts as valid, disabled does not', () => {
    const input = { type: 'TextInput', name: 'x', label: 'x', required: '${data.must}' };
    const run = running([input], { data: model({ must: true }) });
    expect(run.ready).toBe(false);
    expect(run.do({ is: 'supplied', screen: 'ONLY', data: { must: false } }).ready).toBe(true);
    expect(running([{ ...input, required: true, visible: false }]).ready).toBe(true);
    expect(running([{ ...input, required: true, enabled: false }]).ready).toBe(false);
  });

  it('text of spaces is not filled', () => {
    expect(typing('  ', { required: true })).toEqual(['This is required.']);
  });
});

describe('TextInput', () => {
  it.each<[string, string, boolean]>([
    ['email', 'ada@example.com', true],
    ['email', 'ada@example', false],
    ['email', 'a@b@c.de', false],
    ['phone', '+49 (30) 123-456', true],
    ['phone', '030123456', true],
    ['phone', 'call me', false],
    ['phone', '1'.repeat(70) + 'x', false],
    ['number', '-12.5', true],
    ['number', '12,5', true],
    ['number', '1e5', false],
    ['number', 'x', false],
    ['passcode', '0123', true],
    ['passcode', '12a', false],
    ['password', 'Se cret!', true],
    ['password', 'x😀', false],
    ['text', 'x😀', true],
  ])('%s: %s is fine: %s', (kind, text, fine) => {
    expect(typing(text, { 'input-type': kind })).toHaveLength(fine ? 0 : 1);
  });

  it('counts characters as people do; 80 is the most unless said otherwise', () => {
    expect(typing('😀'.repeat(80), {})).toEqual([]);
    expect(typing('a'.repeat(81), {})).toEqual(['Enter at most 80 characters.']);
    expect(typing('ab', { 'min-chars': 3 })).toEqual(['Enter at least 3 characters.']);
    expect(typing('', { 'min-chars': 3 })).toEqual([]);
  });

  it('checks a pattern from 6.2 on, after the base check', () => {
    const pattern = { pattern: '^[0-9]{5}$', 'helper-text': 'Five digits' };
    expect(typing('12345', pattern)).toEqual([]);
    expect(typing('1234', pattern)).toHaveLength(1);
    expect(typing('1234', pattern, '6.1')).toEqual([]);
    expect(typing('x', { ...pattern, 'input-type': 'number' })).toEqual(['Enter a number.']);
  });

  it('is not held up by a pattern that cannot be checked, or by a hostile one', () => {
    const run = running([
      { type: 'TextInput', name: 'x', label: 'x', pattern: String.raw`(a)\1`, 'helper-text': 'x' },
    ]);
    expect(run.typed('x', 'b').find('x').input!.problems).toMatchObject([{ kind: 'unchecked' }]);
    expect(run.ready).toBe(true);
    expect(typing('a'.repeat(60) + '!', { pattern: '(a+)+$', 'helper-text': 'x' })).toHaveLength(1);
  });
});

describe('TextArea', () => {
  it('takes 600 characters unless said otherwise, and counts', () => {
    const run = running([{ type: 'TextArea', name: 'x', label: 'x' }]);
    expect(wrong(run.typed('x', 'a'.repeat(601)))).toEqual(['Enter at most 600 characters.']);
    expect(run.find('x').input).toMatchObject({ length: 601, limit: 600 });
  });
});

describe('lists', () => {
  const boxes = { type: 'CheckboxGroup', name: 'x', label: 'x', 'data-source': options('a', 'b', 'c') };

  it('want as many choices as they say', () => {
    const run = running([{ ...boxes, 'min-selected-items': 2, 'max-selected-items': 2 }]);
    expect(wrong(run)).toEqual([]);
    expect(wrong(run.chosen('x', 'a'))).toEqual(['Choose at least 2.']);
    expect(wrong(run.chosen('x', 'b'))).toEqual([]);
    // At the most the others are disabled.
    expect(run.find('x').options.map(({ enabled }) => enabled)).toEqual([true, true, false]);
    expect(run.chosen('x', 'c').told).toEqual(['refused: Choose at most 2.']);
    expect(run.unchosen('x', 'b').chosen('x', 'c').value('x')).toEqual(['a', 'c']);
  });

  it('take enabled options that exist only', () => {
    const run = running([{ ...boxes, 'data-source': [{ id: 'a', title: 'A', enabled: false }] }]);
    expect(run.chosen('x', 'a').told).toEqual(['refused: This option cannot be chosen.']);
    expect(run.chosen('x', 'z').told).toEqual(['refused: x has no option z.']);
    expect(running([{ ...boxes, enabled: false }]).chosen('x', 'a').told).toEqual([
      'refused: x cannot be changed now.',
    ]);
  });

  it('of one choice can be taken back unless it is required', () => {
    const radio = { ...boxes, type: 'RadioButtonsGroup' };
    expect(running([radio]).chosen('x', 'a').unchosen('x', 'a').value('x')).toBeNull();
    const run = running([{ ...radio, required: true }])
      .chosen('x', 'a')
      .unchosen('x', 'a');
    expect([run.value('x'), run.told]).toEqual([
      'a',
      ['refused: x is required: the choice cannot be taken back, only changed.'],
    ]);
    expect(run.chosen('x', 'b').value('x')).toBe('b');
  });
});

describe('dates', () => {
  function dating(value: Json, more: object, version = '7.3', type = 'DatePicker'): string[] {
    const run = running([{ type, name: 'x', label: 'x', ...more }], {}, {}, { version });
    return wrong(run.do({ is: 'dated', name: 'x', value }));
  }

  it.each<[string, object, string[]]>([
    ['2026-05-05', {}, []],
    ['2026-02-30', {}, ['This is not a day.']],
    ['1899-12-31', {}, ['This day is too early.']],
    ['2101-01-01', {}, ['This day is too late.']],
    ['2026-05-05', { 'min-date': '2026-05-06' }, ['This day is too early.']],
    ['2026-05-06', { 'min-date': '2026-05-06', 'max-date': '2026-05-06' }, []],
    ['2026-05-07', { 'max-date': '2026-05-06' }, ['This day is too late.']],
    ['2026-05-05', { 'unavailable-dates': ['2026-05-05'] }, ['This day is not available.']],
  ])('%s with %j', (value, more, problems) => {
    expect(dating(value, more)).toEqual(problems);
    expect(dating(value, more, '7.3', 'CalendarPicker')).toEqual(problems);
  });

  it('are milliseconds before 5.0', () => {
    const may = String(Date.UTC(2026, 4, 5));
    expect(dating(may, {}, '4.0')).toEqual([]);
    expect(dating(may, { 'min-date': String(Date.UTC(2026, 4, 6)) }, '4.0')).toEqual([
      'This day is too early.',
    ]);
    expect(dating('2026-05-05', {}, '4.0')).toEqual(['This is not a day.']);
  });

  it('of a calendar fall on the weekdays that it includes', () => {
    const days = { 'include-days': ['Mon', 'Tue'] };
    expect(dating('2026-05-04', days, '7.3', 'CalendarPicker')).toEqual([]);
    expect(dating('2026-05-06', days, '7.3', 'CalendarPicker')).toEqual(['This day is not available.']);
  });

  it('of a range are in order, and as many as wanted', () => {
    const range = (from: string, to: string, more: object = {}): string[] =>
      dating(
        { 'start-date': from, 'end-date': to },
        { mode: 'range', label: { 'start-date': 'a', 'end-date': 'b' }, ...more },
        '7.3',
        'CalendarPicker',
      );
    expect(range('2026-05-04', '2026-05-06')).toEqual([]);
    expect(range('2026-05-06', '2026-05-04')).toEqual(['The last day is before the first one.']);
    expect(range('2026-05-04', '2026-05-06', { 'min-days': 4 })).toEqual(['Choose at least 4 days.']);
    expect(range('2026-05-04', '2026-05-06', { 'max-days': 2 })).toEqual(['Choose at most 2 days.']);
    expect(range('2026-05-04', '', { required: { 'start-date': true } })).toEqual([]);
    expect(range('2026-05-04', '', { required: { 'start-date': true, 'end-date': true } })).toEqual([
      'Choose a day.',
    ]);
    expect(range('', '2026-05-04', { required: true })).toEqual(['Choose a day.']);
    expect(
      dating(
        '2026-05-04',
        { mode: 'range', label: { 'start-date': 'a', 'end-date': 'b' } },
        '7.3',
        'CalendarPicker',
      ),
    ).toEqual([]);
  });
});

describe('files', () => {
  const file = (more: JsonObject = {}): { file_name: string; mime_type: string; kilobytes: number } => ({
    file_name: 'a.pdf',
    mime_type: 'application/pdf',
    kilobytes: 10,
    ...more,
  });
  const picker = (more: object): Run =>
    running([{ type: 'DocumentPicker', name: 'x', label: 'x', ...more }], {}, { files: '${form.x}' });

  it('are as many, as large and of the kinds that are wanted', () => {
    const run = picker({ 'min-uploaded-documents': 2, 'max-uploaded-documents': 2, 'max-file-size-kb': 10 });
    expect(wrong(run)).toEqual(['This is required.']);
    expect(wrong(run.do({ is: 'attached', name: 'x', files: [file()] }))).toEqual(['Add at least 2.']);
    run.do({ is: 'attached', name: 'x', files: [file({ kilobytes: 11 }), file()] });
    expect(run.told).toEqual(['refused: Add at most 2.']);
    expect(wrong(run)).toEqual(['This file is larger than 10 KB.']);
    run.do({ is: 'detached', name: 'x', file: 'mock-2' });
    expect(wrong(run)).toEqual(['Add at least 2.']);
    const images = picker({ 'allowed-mime-types': ['image/png'] }).do({
      is: 'attached',
      name: 'x',
      files: [file()],
    });
    expect(wrong(images)).toEqual(['Files of this kind are not accepted.']);
  });

  it('go to the response as ids, and to the endpoint with the keys of their upload', () => {
    const run = picker({}).do({ is: 'attached', name: 'x', files: [file()] });
    expect(run.next().effect('completed').response['files']).toEqual([
      { id: 'mock-1', file_name: 'a.pdf', mime_type: 'application/pdf' },
    ]);
    const asked = running(
      [
        { type: 'PhotoPicker', name: 'x', label: 'x' },
        {
          type: 'EmbeddedLink',
          text: 'x',
          'on-click-action': { name: 'data_exchange', payload: { files: '${form.x}' } },
        },
      ],
      {},
      {},
      { data_api_version: '3.0' },
    );
    asked.do({ is: 'attached', name: 'x', files: [file()] }).tapped('1');
    expect(asked.effect('dataExchangeRequested').request.data['files']).toMatchObject([
      { media_id: 'mock-1', file_name: 'a.pdf', encryption_metadata: { iv: 'bW9jaw==' } },
    ]);
  });
});
