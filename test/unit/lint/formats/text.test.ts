import { describe, expect, it } from 'vitest';
import { text } from '../../../../src/lint/formats/text';
import { reportOf, result } from './report';

describe('the text', () => {
  it('has a line for each result and a sum', () => {
    const results = [
      result,
      { ...result, line: 4 },
      { ...result, severity: 'warning' as const, path: '' },
      { ...result, severity: 'info' as const },
    ];
    expect(text(reportOf(results))).toBe(
      `flows/a.flow.json:3:5: error INVALID_ENUM_VALUE: Not one of the words. (screens[0].layout.type)
flows/a.flow.json:4:5: error INVALID_ENUM_VALUE: Not one of the words. (screens[0].layout.type)
flows/a.flow.json:3:5: warning INVALID_ENUM_VALUE: Not one of the words.
flows/a.flow.json:3:5: info INVALID_ENUM_VALUE: Not one of the words. (screens[0].layout.type)
2 errors, 1 warning, 1 info in 1 file.
`,
    );
  });

  it('lets no foreign text move the cursor or begin a line', () => {
    const hostile = {
      ...result,
      message: 'a\u001b[2J\n::error::b\u0085',
      file: 'x\ry.json',
      path: 'a\u009bb',
    };
    expect(text(reportOf([hostile]))).toBe(
      'x\\u000dy.json:3:5: error INVALID_ENUM_VALUE: a\\u001b[2J\\u000a::error::b\\u0085 (a\\u009bb)\n1 error in 1 file.\n',
    );
  });
});
