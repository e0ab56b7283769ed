import { describe, expect, it } from 'vitest';
import { check } from '../../../src/lint/check';
import { reaches, severities } from '../../../src/lint/severities';
import { expiredFlow } from './workbench';

describe('the place of a result', () => {
  it.each([
    ['line ends of Windows', expiredFlow.replaceAll('\n', '\r\n'), 2, 14],
    ['one line', JSON.stringify(JSON.parse(expiredFlow)), 1, 12],
    [
      'a character of two units before it',
      `{ "name": "😀", ${JSON.stringify(JSON.parse(expiredFlow)).slice(1)}`,
      1,
      27,
    ],
  ])('counts from 1 with %s', (_, text, line, column) => {
    const found = check('a.json', text, new Map()).filter(({ path }) => path === 'version');
    expect(found).toMatchObject([{ line, column, endLine: line, endColumn: column + 5 }]);
  });

  it('is the beginning where there is nothing', () => {
    expect(check('a.json', '', new Map())).toMatchObject([
      { line: 1, column: 1, endLine: 1, endColumn: 1, path: '' },
    ]);
  });
});

describe('severities', () => {
  it('reach the levels below them', () => {
    const reached = severities.map((severity) => severities.filter((level) => reaches(severity, level)));
    expect(reached).toEqual([['error', 'warning', 'info'], ['warning', 'info'], ['info']]);
  });
});
