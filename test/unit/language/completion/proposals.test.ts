import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../../../../src/flowjson/analyse';
import { proposalsAt } from '../../../../src/language/completion/proposals';

const folder = 'test/simulator/flows';
const flows = fs.readdirSync(folder).filter((file) => file.endsWith('.json'));

/** Proposals must be on one line around the cursor, or VS Code refuses them. */
function expectFine(text: string, offset: number): void {
  for (const { range, comma, snippet } of proposalsAt(parseFlow(text), offset, { schema: false })) {
    expect(range.start <= offset && offset <= range.end).toBe(true);
    expect(text.slice(range.start, range.end)).not.toContain('\n');
    expect(comma === undefined || comma.end < range.start).toBe(true);
    expect(snippet).not.toContain('undefined');
  }
}

describe('at every place of a flow, however much of it is typed,', () => {
  it.each(flows)('proposals fit: %s', (file) => {
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const step = Math.ceil(text.length / 60);
    for (let offset = 0; offset <= text.length; offset += step) {
      expectFine(text, offset);
      expectFine(text.slice(0, offset), offset);
    }
  });

  it('whatever is typed there', () => {
    const text = fs.readFileSync(path.join(folder, 'survey.json'), 'utf8');
    const typed = fc.stringMatching(/^[\s"'`${}[\]:,.a-z\\]{0,6}$/);
    fc.assert(
      fc.property(fc.nat(text.length), typed, (at, keys) => {
        expectFine(text.slice(0, at) + keys + text.slice(at), at + keys.length);
      }),
      { numRuns: 300 },
    );
  });

  it('also between items that no comma parts', () => {
    const text = fs.readFileSync(path.join(folder, 'survey.json'), 'utf8');
    for (const { index } of text.matchAll(/\},(?=\n)/g)) {
      const at = index + 2;
      for (const keys of ['{}{', '{}{}', '{{', '{}{}{'])
        expectFine(text.slice(0, at) + keys + text.slice(at), at + keys.length);
    }
  });

  it('also in a string that a backslash carries into the next line', () => {
    const text = fs
      .readFileSync(path.join(folder, 'survey.json'), 'utf8')
      .replaceAll('"overall"', '"\\\noverall"');
    for (const { index } of text.matchAll(/\\\n/g)) expectFine(text, index + 1);
    for (const { index } of text.matchAll(/overall"/g)) expectFine(text, index + 1);
  });
});
