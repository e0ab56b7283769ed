import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseFiles } from '../../../src/lint/files';
import { cleanFlow, Workbench } from './workbench';

describe('what flow-lint checks', () => {
  let bench: Workbench;
  beforeEach(() => {
    bench = new Workbench();
    bench.write({
      'flows/a.flow.json': cleanFlow,
      'flows/B.flow.json': cleanFlow,
      'flows/deep/er/c.json': cleanFlow,
      'flows/half.flow.json': '{',
      'flows/readme.md': 'No JSON at all',
      'flows/other.json': '{ "name": "no flow" }',
      'flows/.hidden/d.flow.json': cleanFlow,
      'flows/.e.flow.json': cleanFlow,
      'flows/node_modules/f/f.flow.json': cleanFlow,
      'package.json': '{ "name": "no flow" }',
    });
  });
  afterEach(() => bench.remove());

  const inFolder = ['B.flow.json', 'a.flow.json', 'deep/er/c.json', 'half.flow.json'];

  it('finds the Flow JSON below a folder, in the same order everywhere', async () => {
    expect(await bench.filesChecked(['flows'])).toEqual(inFolder.map((file) => `flows/${file}`));
    expect(await bench.filesChecked(['./flows/'])).toEqual(inFolder.map((file) => `./flows/${file}`));
    expect(await bench.filesChecked(['.'], 'flows')).toEqual(inFolder);
    expect(await bench.filesChecked(['..'], 'flows/deep')).toEqual(inFolder.map((file) => `../${file}`));
  });

  it('finds it by absolute names too', async () => {
    const folder = path.join(bench.folder, 'flows');
    const names = inFolder.map((file) => `${folder.replaceAll('\\', '/')}/${file}`);
    expect(await bench.filesChecked([folder])).toEqual(names);
    expect(await bench.filesChecked([`${folder}/*.json`])).toEqual(
      names.filter((name) => !name.includes('deep')),
    );
  });

  it.each([
    [['flows/*.json'], ['B.flow.json', 'a.flow.json', 'half.flow.json']],
    [['flows/**/*.json'], inFolder],
    [['**/c.json'], ['deep/er/c.json']],
    [['flows/{a,deep/er/c}*.json'], ['a.flow.json', 'deep/er/c.json']],
    [['flows/*/*/c.json'], ['deep/er/c.json']],
    [['flows/[ab].flow.json'], ['a.flow.json']],
    [['flows/.*.json'], ['.e.flow.json']],
    [['flows/**/.hidden/*.json'], ['.hidden/d.flow.json']],
    [['flows/.hidden/*'], ['.hidden/d.flow.json']],
    [['flows/node_modules/**/*.json'], ['node_modules/f/f.flow.json']],
  ])('understands %j', async (args, files) => {
    expect(await bench.filesChecked(args)).toEqual(files.map((file) => `flows/${file}`));
  });

  it('takes a name that exists for what it is, whatever its characters', async () => {
    bench.write({ '[id].flow.json': cleanFlow });
    expect(await bench.filesChecked(['[id].flow.json'])).toEqual(['[id].flow.json']);
  });

  it('complains of a glob that matches nothing', async () => {
    for (const glob of ['nowhere/*.json', 'flows/*.yaml']) {
      expect(await bench.lint([glob])).toEqual({
        code: 2,
        output: '',
        notes: `flow-lint: ${glob} matches no file.\n`,
      });
    }
  });

  it('checks each file once, in the order of the arguments', async () => {
    const files = ['flows/deep/er/c.json', 'flows/*.flow.json', './flows/a.flow.json'];
    expect(await bench.filesChecked(files)).toEqual([
      'flows/deep/er/c.json',
      'flows/B.flow.json',
      'flows/a.flow.json',
      'flows/half.flow.json',
    ]);
  });

  it('checks a file that is named, also where a folder brings it too', async () => {
    const files = await bench.filesChecked(['flows', 'flows/other.json']);
    expect(files).toContain('flows/other.json');
  });

  it.skipIf(process.platform === 'win32')('follows links to files, and not to folders', async () => {
    const link = (to: string, name: string) => fs.symlinkSync(to, path.join(bench.folder, 'flows', name));
    link('a.flow.json', 'z.flow.json');
    link('nowhere.flow.json', 'lost.flow.json');
    link('..', 'circle');
    expect(await bench.filesChecked(['flows'])).toEqual(
      [...inFolder, 'z.flow.json'].map((file) => `flows/${file}`),
    );
  });

  it('leaves out what the configuration ignores, but not what is named', async () => {
    const ignore = { globs: ['flows/deep/', './flows/[B]*', '**/half.*'], folder: bench.folder };
    const names = (args: string[]) =>
      chooseFiles(args, bench.folder, ignore).candidates.map(({ name }) => name);
    expect(names(['flows'])).toEqual(['flows/a.flow.json', 'flows/other.json']);
    expect(names(['flows/**/*.flow.json'])).toEqual(['flows/a.flow.json']);
    expect(names(['flows/B.flow.json'])).toEqual(['flows/B.flow.json']);
  });
});
