import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { atEnd } from './ending';
import { installBrowser } from './packages';

const systemBrowsers = {
  linux: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
} as Record<string, string[]>;

const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

function installedBrowsers(): string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return (systemBrowsers[process.platform] ?? [])
    .flatMap((name) => (path.isAbsolute(name) ? [name] : folders.map((folder) => path.join(folder, name))))
    .filter((file) => fs.existsSync(file));
}

/** Starts a browser without a window: the system's Chrome, Chromium or Edge if one works, else one from npm. */
export async function startBrowser(): Promise<Browser> {
  for (const executablePath of installedBrowsers()) {
    try {
      return await launch({ executablePath });
    } catch {
      // Some are only a stub that asks for an installation, some cannot run without a desktop: the next one.
    }
  }
  return startBrowserFromNpm();
}

/**
 * Starts the one browser that draws the same on every machine: the one from npm, which is for Linux. Elsewhere whichever
 * there is.
 */
export function startSameBrowser(): Promise<Browser> {
  return process.platform === 'linux' ? startBrowserFromNpm() : startBrowser();
}

async function startBrowserFromNpm(): Promise<Browser> {
  const { executable, env } = await installBrowser();
  return launch({ executablePath: executable, env: { ...process.env, ...env } });
}

async function launch(options: LaunchOptions): Promise<Browser> {
  const browser = await chromium.launch({
    args: quietArguments,
    // Chromium refuses its sandbox to root, and many containers refuse it to everybody.
    chromiumSandbox: false,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
  });
  const forget = atEnd(() => browser.close());
  browser.once('disconnected', forget);
  return browser;
}
