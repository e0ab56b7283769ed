import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { cleanEnvironment } from './environment';
import { speak } from './language';
import { installVsCode } from './packages';
import { removeFolder, temporaryFolder } from './paths';
import { output, startGroup } from './processes';

export interface VsCodeOptions {
  /** The folder to open. Default: a new empty one. */
  folder?: string;
  /** Packaged extensions to install, as a person would. */
  extensions?: string[];
  /** User settings besides those that keep the window quiet. */
  settings?: Record<string, unknown>;
  /** Goes to the extensions too. HOME is a new empty folder unless it is given here. */
  env?: NodeJS.ProcessEnv;
  /**
   * Obeys `extensionDevelopmentPath` and `extensionTestsPath` in the address. The price: notifications are
   * no longer drawn as toasts.
   */
  smokeTestDriver?: boolean;
  /** The display language, e.g. `zh-cn`; see {@link speak} for what of it is real. Default: English. */
  locale?: string;
  userDataDir?: string;
  extensionsDir?: string;
}

/** A running VS Code whose window is a browser page. */
export interface VsCode {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  /** The address of a window on the folder. */
  readonly url: string;
  readonly folder: string;
  /** Kept so that a second start can continue where this one ended. */
  readonly userDataDir: string;
  readonly extensionsDir: string;
  /** What VS Code has logged so far: to be shown when something failed, as most of it is noise. */
  log(): string;
  stop(): Promise<void>;
}

/** No welcome page, no assistant, no questions: a window that shows what we bring and nothing else. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
};

const START_TIMEOUT_MS = 60_000;

/** Starts VS Code from npm on a free port. Its folders are new and go with it, unless they are given. */
export async function startVsCode(options: VsCodeOptions = {}): Promise<VsCode> {
  const { node, main } = await installVsCode();
  const own = temporaryFolder('vscode');
  const inOwn = (name: string) => {
    fs.mkdirSync(path.join(own, name), { recursive: true });
    return path.join(own, name);
  };
  const folder = options.folder ?? inOwn('my-flows');
  const userDataDir = options.userDataDir ?? inOwn('data');
  const extensionsDir = options.extensionsDir ?? inOwn('extensions');
  const env = { ...cleanEnvironment(), HOME: inOwn('home'), XDG_DATA_HOME: inOwn('server'), ...options.env };

  const settingsFile = path.join(userDataDir, 'User/settings.json');
  fs.mkdirSync(path.dirname(settingsFile), { recursive: true });
  fs.writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2));

  const config = path.join(own, 'config.yaml');
  fs.writeFileSync(config, '');
  const folders = ['--config', config, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir];
  for (const extension of options.extensions ?? []) {
    await output(node, [main, ...folders, '--install-extension', extension], { env });
  }

  const server = startGroup(
    node,
    [
      main,
      ...folders,
      ...['--auth', 'none', '--bind-addr', '127.0.0.1:0'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...(options.locale ? speak(options.locale, userDataDir) : []),
      ...(options.smokeTestDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  const stop = async () => {
    await server.end();
    removeFolder(own);
  };
  const origin = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      log += text;
      const address = /listening on (http:\/\/[\d.]+:\d+)/.exec(log)?.[1];
      if (address) resolve(address);
    };
    server.child.stdout?.setEncoding('utf8').on('data', read);
    server.child.stderr?.setEncoding('utf8').on('data', read);
    server.exit.then((code) => reject(new Error(`VS Code ended at once with ${code}:\n${log}`)), reject);
    void sleep(START_TIMEOUT_MS, undefined, { ref: false }).then(() =>
      reject(new Error(`VS Code did not start within ${START_TIMEOUT_MS / 1000} s:\n${log}`)),
    );
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });

  return {
    origin,
    url: `${origin}/?folder=${encodeURIComponent(folder)}`,
    folder,
    userDataDir,
    extensionsDir,
    log: () => log,
    stop,
  };
}
