import { TestRunFailedError, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import fs from 'node:fs';
import path from 'node:path';
import type { Counts } from '../host/counts';
import { installVsCode } from '../host/packages';
import { cachePath, projectFolder, removeFolder, temporaryFolder } from '../host/paths';
import { output } from '../host/processes';
import { step } from '../host/progress';
import { quietSettings } from '../host/server';
import { launcherLog } from '../host/launcherLog';
import { whichVsCode } from '../host/which';
import { listenToTests } from './channel';

/** Trusted as a company's computers trust the proxy that opens their connections; see proxy.ts. */
const proxyCertificate = path.join(projectFolder, 'test/integration/certificates/loopback-proxy.crt');

/** Builds the extension and its integration tests and runs them inside VS Code. */
export async function runIntegration(): Promise<Counts> {
  await step('Building the extension', () =>
    output(process.execPath, ['esbuild.js'], { cwd: projectFolder }),
  );
  const tests = cachePath('integration');
  await step('Building the integration tests', () => bundleTests(tests));

  const host = await whichVsCode();
  if (host === 'npm') await installVsCode();
  console.log(`Running the tests in VS Code (${host}) …`);

  const folder = temporaryFolder('integration');
  const inFolder = (name: string) => {
    fs.mkdirSync(path.join(folder, name), { recursive: true });
    return path.join(folder, name);
  };
  const listener = await listenToTests();
  fs.writeFileSync(path.join(inFolder('data/User'), 'settings.json'), JSON.stringify(quietSettings));
  try {
    await runTests({
      ...(host === 'npm' ? { vscodeExecutablePath: path.join(projectFolder, 'test/host/launcher') } : {}),
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: path.join(tests, 'index.js'),
      launchArgs: [
        inFolder('workspace'),
        `--user-data-dir=${inFolder('data')}`,
        `--extensions-dir=${inFolder('extensions')}`,
      ],
      extensionTestsEnv: { ...listener.env, NODE_EXTRA_CA_CERTS: proxyCertificate },
    }).catch((error: unknown) => {
      if (!(error instanceof TestRunFailedError)) throw error;
    });
    const counts = listener.counts();
    if (!counts)
      throw new Error(`VS Code ended without a test result.\n${readIfThere(launcherLog(inFolder('data')))}`);
    return counts;
  } finally {
    listener.close();
    removeFolder(folder);
  }
}

const readIfThere = (file: string) => (fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '');

async function bundleTests(outdir: string): Promise<void> {
  const folder = path.join(projectFolder, 'test/integration');
  const tests = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'));
  removeFolder(outdir);
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => path.join(folder, name)),
    outdir,
    outbase: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    sourcemap: 'inline',
    // The simulator builds its preview page with esbuild, which cannot be bundled; no test in VS Code asks for that page.
    external: ['vscode', 'mocha', 'esbuild'],
    logOverride: { 'empty-import-meta': 'silent' },
    logLevel: 'warning',
  });
}
