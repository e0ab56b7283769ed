import { describe, expect, it } from 'vitest';
import { needsReport, reportOf, summaryOf } from '../../../../src/documents/download/report';
import type { Row } from '../../../../src/documents/download/run';

const row = (outcome: Row['outcome'], name: string | undefined, rest: Partial<Row> = {}): Row => ({
  flow: { ref: { accountId: 'a1', spaceId: 's1', flowId: '42' }, name, added: false },
  outcome,
  ...rest,
});
const result = (rows: Row[], rest: { total?: number; stopped?: string } = {}) => ({
  total: rows.length,
  rows,
  cancelled: false,
  ...rest,
});
const about = { space: 'Shop', folder: 'flows' };

describe('a download report', () => {
  it('shows names as text, whatever Markdown or HTML they hold', () => {
    const name = '[x](command:evil) | <img src=x> `a`\n# b &amp; ![c](d) **e**';
    const text = reportOf(result([row('failed', name, { reason: 'No.' })]), about);
    expect(text).toContain(
      '| \\[x\\](command:evil) \\| \\<img src=x\\> \\`a\\` \\# b \\&amp; \\!\\[c\\](d) \\*\\*e\\*\\* | 42 | No. |',
    );
  });

  it('has a table for each kind of row that a person should look at, and none for the rest', () => {
    const rows = [
      row('new', 'N', { file: 'N' }),
      row('failed', undefined, { reason: 'Because.' }),
      row('kept', 'K', { file: 'K.flow.json' }),
      row('beside', 'B', { file: 'B.2.flow.json' }),
    ];
    const text = reportOf(result(rows, { total: 9, stopped: 'Keys ended.' }), {
      ...about,
      note: 'Only some.',
    });
    expect(text.match(/^## .*/gm)).toEqual([
      '## Failed (1)',
      '## Changed by you and on CAMS: the download lies beside your file (1)',
      '## Changed by you: your file was left as it is (1)',
    ]);
    expect(text).toContain('| – | 42 | Because. |');
    expect(text).toContain('**Stopped before the end.** Keys ended.');
    expect(text).toContain('Only some.');
    expect(text).toContain('2 written, 1 kept as you changed them, 1 failed, 5 not tried');
  });

  it('is needed only when something is not as it should be', () => {
    expect(needsReport(result([row('new', 'N'), row('unchanged', 'U'), row('updated', 'V')]))).toBe(false);
    expect(needsReport(result([], { total: 3, stopped: 'Keys ended.' }))).toBe(true);
    for (const outcome of ['failed', 'kept', 'beside'] as const) {
      expect(needsReport(result([row(outcome, 'X')]))).toBe(true);
    }
  });

  it('sums up in a sentence', () => {
    expect(summaryOf(result([row('new', 'a'), row('updated', 'b'), row('unchanged', 'c')]))).toBe(
      'Flows: 2 written, 1 unchanged.',
    );
  });
});
