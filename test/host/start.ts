import fs from 'node:fs';
import path from 'node:path';
import { startReferenceEndpoint, type ReferenceEndpoint } from '../endpoint/endpoint';
import { testKeys } from '../endpoint/keys';
import { startSimulator } from '../simulator';
import { findDesktop, openDesktop } from './desktop';
import { atEnd } from './ending';
import { cachePath, projectFolder, removeFolder } from './paths';
import { output } from './processes';
import { step } from './progress';
import { sampleAccount } from './sampleAccount';
import { quietSettings, startVsCode } from './server';

const openView = path.join(projectFolder, 'test/host/openView');
const folder = cachePath('start/my-flows');
const userDataDir = cachePath('start/data');
const extensionsDir = cachePath('start/extensions');

/** Shows the extension at work on a simulated CAMS, in the VS Code of this machine or else in a browser. */
async function start(): Promise<void> {
  await step('Building the extension', () =>
    output(process.execPath, ['esbuild.js'], { cwd: projectFolder }),
  );
  const simulator = await step('Starting the CAMS simulator', () => startSimulator());
  atEnd(() => simulator.close());
  const endpoint = await startReferenceEndpoint();
  atEnd(() => endpoint.close());
  removeFolder(cachePath('start'));
  fs.mkdirSync(extensionsDir, { recursive: true });
  makeSampleFolder();
  const env = sampleAccount(simulator);

  const code = process.argv.includes('--browser') ? undefined : findDesktop();
  if (code) {
    fs.mkdirSync(path.join(userDataDir, 'User'), { recursive: true });
    fs.writeFileSync(
      path.join(userDataDir, 'User/settings.json'),
      JSON.stringify(quietSettings, undefined, 2),
    );
    console.log('\nVS Code opens with CAMS Flows. Close the window or press Ctrl-C to end.');
    console.log(endpointHint(endpoint));
    const developmentPaths = [projectFolder, openView];
    await openDesktop(code, { folder, userDataDir, extensionsDir, developmentPaths, env });
    await Promise.all([simulator.close(), endpoint.close()]);
    return;
  }

  linkExtension();
  const vscode = await step('Starting VS Code', () => startVsCode({ folder, extensionsDir, env }));
  console.log(`
CAMS Flows in VS Code, with a simulated CAMS and a sample account:

  ${vscode.url}

Open it in a browser. Ctrl-C ends everything.
${endpointHint(endpoint)}`);
}

const endpointHint = ({ address }: ReferenceEndpoint): string =>
  `table-booking.flow.json has an endpoint to be connected to: ${address} (its key: endpoint-public-key.pem).`;

/** Flows to look at, in a folder to save others into; one has an endpoint to be connected to. */
function makeSampleFolder(): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of ['coffee-order', 'appointment-booking']) {
    const flow = path.join(projectFolder, 'test/simulator/flows', `${name}.json`);
    fs.copyFileSync(flow, path.join(folder, `${name}.flow.json`));
  }
  for (const kind of ['flow', 'flow-mock']) {
    const file = path.join(projectFolder, 'test/endpoint', `booking.${kind}.json`);
    fs.copyFileSync(file, path.join(folder, `table-booking.${kind}.json`));
  }
  fs.writeFileSync(path.join(folder, 'endpoint-public-key.pem'), testKeys.publicKey);
}

/**
 * Not as an extension under development, which a browser window accepts only with the smoke test driver, and
 * that hides notifications. What is built is linked, so that a rebuild needs only a window reload; the
 * manifest is copied, as VS Code may write into it.
 */
function linkExtension(): void {
  for (const [source, id] of [
    [projectFolder, 'cams-flows.cams-flows-0.1.0'],
    [openView, 'cams-flows-development.open-view-1.0.0'],
  ] as const) {
    const target = path.join(extensionsDir, id);
    fs.mkdirSync(target, { recursive: true });
    for (const name of fs.readdirSync(source)) {
      if (/^package(\.nls.*)?\.json$/.test(name))
        fs.copyFileSync(path.join(source, name), path.join(target, name));
      else if (/^(dist|media|l10n|extension\.js)$/.test(name)) {
        fs.symlinkSync(path.join(source, name), path.join(target, name));
      }
    }
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
