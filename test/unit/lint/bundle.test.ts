import { build, type BuildOptions } from 'esbuild';
import { spawn, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { expiredFlow, Workbench } from './workbench';

const { lint } = createRequire(import.meta.url)('../../../esbuild.js') as { lint: BuildOptions };

/** The bundle as `npm run build` makes it, as a program. */
describe('flow-lint, bundled', () => {
  let bench: Workbench;
  let program: string;
  beforeAll(async () => {
    bench = new Workbench();
    bench.write({ 'flows/expired.flow.json': expiredFlow });
    program = path.join(bench.folder, 'dist', 'flow-lint.js');
    await build({ ...lint, outdir: path.dirname(program) });
  });
  afterAll(() => bench.remove());

  const run = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [program, ...args], { cwd: bench.folder, input, encoding: 'utf8' });

  it('stands alone', () => {
    expect(run(['--version'])).toMatchObject({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it('ends with the code that it should', () => {
    expect(run(['flows'])).toMatchObject({ status: 1, stderr: '' });
    expect(run(['--rule=INVALID_FLOW_JSON_VERSION_STATE=off', 'flows'])).toMatchObject({ status: 0 });
    expect(run(['nowhere.json'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('reads its standard input', () => {
    const { status, stdout } = run(['--format=json', '-'], expiredFlow);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([{ file: '-', line: 2, column: 14 }]);
  });

  it('does not mind a reader that has seen enough', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 2000 }, (_, at) => [`many/${at}.flow.json`, '{ "version": 1 }']),
    );
    bench.write(files);
    const child = spawn(process.execPath, [program, 'many'], { cwd: bench.folder });
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const status = await new Promise((resolve) => child.once('close', resolve));
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  });
});
