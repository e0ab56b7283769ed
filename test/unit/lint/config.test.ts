import { Ajv } from 'ajv';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/lint/config';
import { configSchema } from '../../../src/lint/configSchema';
import { cleanFlow, expiredFlow, Workbench } from './workbench';

describe('.flowlintrc.json', () => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench();
    bench.write({ 'flows/a.flow.json': expiredFlow, 'flows/old/b.flow.json': expiredFlow });
  });
  afterEach(() => bench.remove());

  const configure = (value: unknown, name = '.flowlintrc.json') =>
    bench.write({ [name]: typeof value === 'string' ? value : JSON.stringify(value) });

  it('decides about codes', async () => {
    configure({ rules: { INVALID_FLOW_JSON_VERSION_STATE: 'warn' } });
    expect(await bench.lint(['flows'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('2 warnings in 2 files.'),
    });
  });

  it('decides from which level on to fail', async () => {
    configure({ severity: 'warning', rules: { INVALID_FLOW_JSON_VERSION_STATE: 'warn' } });
    expect((await bench.lint(['flows'])).code).toBe(1);
    expect((await bench.lint(['--severity=error', 'flows'])).code).toBe(0);
  });

  it('gives way to the command line', async () => {
    configure({ rules: { INVALID_FLOW_JSON_VERSION_STATE: 'off' } });
    expect((await bench.lint(['flows'])).code).toBe(0);
    expect((await bench.lint(['--rule', 'INVALID_FLOW_JSON_VERSION_STATE=error', 'flows'])).code).toBe(1);
  });

  it('ignores from its own folder on', async () => {
    configure({ ignore: ['flows/old'] });
    expect(await bench.filesChecked(['.'])).toEqual(['flows/a.flow.json']);
    expect(await bench.filesChecked(['.'], 'flows')).toEqual(['a.flow.json']);
  });

  it('is looked for upwards; the nearest one counts', async () => {
    configure({ severity: 'info' });
    configure({ severity: 'warning' }, 'flows/.flowlintrc.json');
    const severity = (from: string) => readConfig(path.join(bench.folder, from), undefined).severity;
    expect(severity('.')).toBe('info');
    expect(severity('flows')).toBe('warning');
    expect(severity('flows/old')).toBe('warning');
  });

  it('may lie elsewhere', async () => {
    configure({ rules: { INVALID_FLOW_JSON_VERSION_STATE: 'off' }, ignore: ['*'] }, 'ci/lint.json');
    expect((await bench.lint(['--config', 'ci/lint.json', 'flows'])).code).toBe(0);
    expect((await bench.lint(['flows'])).code).toBe(1);
  });

  it('may say nothing, and name its schema', async () => {
    bench.write({ 'clean.json': cleanFlow });
    for (const value of [{}, { $schema: './any.json' }, '\ufeff{}']) {
      configure(value);
      expect((await bench.lint(['clean.json'])).code).toBe(0);
    }
  });

  it.each([
    ['{', 'is not JSON: '],
    [[], 'must hold an object.'],
    [null, 'must hold an object.'],
    [{ rule: {} }, ': "rule" is not known. It can say rules, severity and ignore.'],
    [{ rules: [] }, ': "rules" must be an object of codes.'],
    [{ rules: { NO_SUCH: 'off' } }, ': there is no code "NO_SUCH". docs/rules.md lists them all.'],
    [{ rules: { INVALID_FLOW_JSON: 2 } }, ': INVALID_FLOW_JSON can be off, info, warn or error, not 2.'],
    [{ severity: 'warn' }, ': "severity" can be error, warning, info, not "warn".'],
    [{ severity: null }, ': "severity" can be error, warning, info, not null.'],
    [{ ignore: 'old' }, ': "ignore" must be a list of globs.'],
    [{ ignore: [''] }, ': "ignore" must be a list of globs.'],
  ])('is refused as %j', async (value, sentence) => {
    configure(value);
    const { code, output, notes } = await bench.lint(['flows']);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(notes).toContain(`.flowlintrc.json${sentence.startsWith(':') ? '' : ' '}${sentence}`);
  });
});

describe('its schema', () => {
  const valid = new Ajv({ allErrors: true }).compile(configSchema());

  it.each([
    {},
    { $schema: './any.json', severity: 'info', ignore: ['old/**'] },
    { rules: { INVALID_FLOW_JSON: 'warn', MISSING_TERMINAL_SCREEN: 'off' } },
  ])('accepts what flow-lint accepts: %j', (value) => {
    expect(valid(value)).toBe(true);
  });

  it.each([
    [],
    { rule: {} },
    { rules: [] },
    { rules: { NO_SUCH: 'off' } },
    { rules: { INVALID_FLOW_JSON: 2 } },
    { severity: 'warn' },
    { ignore: [''] },
  ])('refuses what flow-lint refuses: %j', (value) => {
    expect(valid(value)).toBe(false);
  });
});
