import fs from 'node:fs';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { lint } from '../../../src/lint/lint';
import { cleanFlow, Collector, expiredFlow, Workbench } from './workbench';

describe('flow-lint', () => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench();
    bench.write({ 'clean.flow.json': cleanFlow, 'expired.flow.json': expiredFlow });
  });
  afterEach(() => bench.remove());

  it('ends with 0 where nothing is found', async () => {
    expect(await bench.lint(['clean.flow.json'])).toEqual({
      code: 0,
      output: 'Nothing found in 1 file.\n',
      notes: '',
    });
  });

  it('ends with 1 at an error, and says where it is', async () => {
    const { code, output, notes } = await bench.lint(['expired.flow.json']);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^expired\.flow\.json:2:14: error INVALID_FLOW_JSON_VERSION_STATE: .+ \(version\)\n1 error in 1 file\.\n$/,
    );
    expect(notes).toBe('');
  });

  it('gives programs every field', async () => {
    const { code, output } = await bench.lint(['--format', 'json', 'expired.flow.json', 'clean.flow.json']);
    expect(code).toBe(1);
    expect(JSON.parse(output)).toEqual([
      {
        file: 'expired.flow.json',
        code: 'INVALID_FLOW_JSON_VERSION_STATE',
        severity: 'error',
        message: expect.any(String),
        path: 'version',
        line: 2,
        column: 14,
        endLine: 2,
        endColumn: 19,
        provenance: expect.stringMatching(/^(documented|observed|advice)$/),
      },
    ]);
  });

  it('fails from the level on that is asked for, and shows the rest all the same', async () => {
    const warned = ['--rule', 'INVALID_FLOW_JSON_VERSION_STATE=warn', 'expired.flow.json'];
    for (const [level, code] of [
      ['error', 0],
      ['warning', 1],
      ['info', 1],
    ] as const) {
      const outcome = await bench.lint(['--severity', level, ...warned]);
      expect(outcome.code, level).toBe(code);
      expect(outcome.output).toContain('2:14: warning INVALID_FLOW_JSON_VERSION_STATE');
    }
  });

  it('leaves out a code that is off', async () => {
    const outcome = await bench.lint(['--rule=INVALID_FLOW_JSON_VERSION_STATE=off', 'expired.flow.json']);
    expect(outcome).toMatchObject({ code: 0, output: 'Nothing found in 1 file.\n' });
  });

  it('checks what it is told to, whatever it is', async () => {
    bench.write({ 'package.json': '{ "name": "something" }', 'broken.txt': '{ "version": ' });
    for (const file of ['package.json', 'broken.txt']) {
      const { code, output } = await bench.lint(['--format=json', file]);
      expect(code).toBe(1);
      expect(JSON.parse(output)).toMatchObject([{ file, code: 'INVALID_FLOW_JSON', severity: 'error' }]);
    }
  });

  it('reads the standard input, also a large one', async () => {
    const input = expiredFlow + ' '.repeat(5_000_000);
    const { code, output } = await bench.lint(['--format=json', '-'], { input });
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject([{ file: '-', line: 2, column: 14 }]);
  });

  it('joins characters that come in pieces', async () => {
    const pieces = [...Buffer.from(cleanFlow.replace('Good morning', '早上好'))].map((byte) =>
      Buffer.of(byte),
    );
    const output = new Collector();
    const notes = new Collector();
    const input = Readable.from(pieces);
    expect(await lint(['-'], { folder: bench.folder, input, output, notes })).toBe(0);
  });

  it('does not count a byte order mark', async () => {
    bench.write({ 'marked.flow.json': `\ufeff${expiredFlow}` });
    const { output } = await bench.lint(['--format=json', 'marked.flow.json']);
    expect(JSON.parse(output)).toMatchObject([{ line: 2, column: 14 }]);
  });

  it('ends with 2 at a file that is not there, and checks the others', async () => {
    const { code, output, notes } = await bench.lint(['nowhere.json', 'expired.flow.json']);
    expect(code).toBe(2);
    expect(notes).toBe('flow-lint: nowhere.json cannot be read: it does not exist.\n');
    expect(output).toContain('1 error in 1 file.');
  });

  it.skipIf(process.platform === 'win32')('ends with 2 at a file that cannot be read', async () => {
    fs.symlinkSync('loop.json', path.join(bench.folder, 'loop.json'));
    expect(await bench.lint(['loop.json'])).toEqual({
      code: 2,
      output: '',
      notes: 'flow-lint: loop.json cannot be read: its links lead in a circle.\n',
    });
  });

  it('ends with 2 where the standard input breaks off', async () => {
    const input = new Readable({
      read() {
        this.destroy(new Error('the other end is gone'));
      },
    });
    const notes = new Collector();
    expect(await lint(['-'], { folder: bench.folder, input, output: new Collector(), notes })).toBe(2);
    expect(notes.text).toBe('flow-lint: - cannot be read: the other end is gone.\n');
  });

  it.each([
    [[], 'flow-lint: name files, folders or globs, or - for the standard input. See flow-lint --help.'],
    [['--fix', '.'], "flow-lint: Unknown option '--fix'. See flow-lint --help."],
    [['--format', 'html', '.'], 'flow-lint: --format can be text, json, sarif, junit, not "html".'],
    [['--format', 'toString', '.'], 'flow-lint: --format can be text, json, sarif, junit, not "toString".'],
    [['--severity', 'warn', '.'], 'flow-lint: --severity can be error, warning, info, not "warn".'],
    [['--rule', 'INVALID_FLOW_JSON', '.'], 'flow-lint: --rule INVALID_FLOW_JSON: write --rule CODE=off,'],
    [['--rule', 'NO_SUCH=off', '.'], 'flow-lint: --rule: there is no code "NO_SUCH".'],
    [['--rule', '__proto__=off', '.'], 'flow-lint: --rule: there is no code "__proto__".'],
    [['--rule', 'INVALID_FLOW_JSON=loud', '.'], 'can be off, info, warn or error, not "loud".'],
    [['--config', 'no.json', '.'], 'flow-lint: no.json cannot be read: it does not exist.'],
  ])('ends with 2 at %j', async (args, sentence) => {
    const { code, output, notes } = await bench.lint(args);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(notes).toContain(sentence);
  });

  it('explains itself', async () => {
    const { code, output } = await bench.lint(['--help']);
    expect(code).toBe(0);
    expect(output).toContain('Usage: flow-lint [options] FILES…');
    expect(await bench.lint(['--version'])).toEqual({ code: 0, output: `${manifest.version}\n`, notes: '' });
  });

  it('says that it found nothing to check', async () => {
    bench.write({ 'empty/other.json': '{}' });
    expect(await bench.lint(['--format', 'json', 'empty'])).toEqual({
      code: 0,
      output: '[]\n',
      notes: 'flow-lint: no Flow JSON was found.\n',
    });
  });

  it.each(['EPIPE', 'ERR_STREAM_DESTROYED'])('takes a closed pipe quietly (%s)', async (code) => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('closed'), { code })),
    });
    const notes = new Collector();
    const input = Readable.from([]);
    expect(await lint(['expired.flow.json'], { folder: bench.folder, input, output, notes })).toBe(1);
    expect(notes.text).toBe('');
  });

  it('does not take a full disk for success', async () => {
    const output = new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('no space left'), { code: 'ENOSPC' })),
    });
    const notes = new Collector();
    const input = Readable.from([]);
    expect(await lint(['clean.flow.json'], { folder: bench.folder, input, output, notes })).toBe(2);
    expect(notes.text).toContain('no space left');
  });

  it('writes in colours to a terminal that has them, and nowhere else', async () => {
    const on = async (terminal: object) => {
      const output = Object.assign(new Collector(), terminal);
      const surroundings = { folder: bench.folder, input: Readable.from([]), output, notes: new Collector() };
      await lint(['expired.flow.json'], surroundings);
      return output.text.includes('\u001b[31merror\u001b[39m');
    };
    expect(await on({ isTTY: true, hasColors: () => true })).toBe(true);
    expect(await on({ isTTY: true, hasColors: () => false })).toBe(false);
    expect(await on({})).toBe(false);
  });
});
