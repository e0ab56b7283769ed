/**
 * Takes the arguments that `@vscode/test-electron` gives to desktop VS Code, runs the same tests in VS Code
 * from npm with a headless browser as its window, and ends with the exit code that desktop would end with.
 */
import fs from 'node:fs';
import { format, parseArgs } from 'node:util';
import { startBrowser } from './browser';
import { launcherLog } from './launcherLog';
import { startVsCode } from './server';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
  // Of the others that a desktop VS Code is given none means anything here.
  strict: false,
  allowPositionals: true,
});
const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value : undefined);

// Whoever started us holds the other end: when it is gone, however it ended, nobody waits for a result.
process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM')).resume();

async function main(): Promise<number> {
  const vscode = await startVsCode({
    folder: positionals[0],
    userDataDir: text(values['user-data-dir']),
    extensionsDir: text(values['extensions-dir']),
    smokeTestDriver: true,
  });
  const log = (text: string) => fs.appendFileSync(launcherLog(vscode.userDataDir), `${text}\n`);
  const remote = (file: string | undefined) => vscode.origin.replace('http', 'vscode-remote') + (file ?? '');
  const payload = [
    ['extensionDevelopmentPath', remote(text(values.extensionDevelopmentPath))],
    ['extensionTestsPath', remote(text(values.extensionTestsPath))],
    ['skipWelcome', 'true'],
  ];

  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const result = new Promise<number>((resolve) => {
    void page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
      log(format(type, ...args)),
    );
    void page.exposeFunction('codeAutomationExit', resolve);
    page.once('crash', () => resolve(1));
  });
  await page.goto(`${vscode.url}&payload=${encodeURIComponent(JSON.stringify(payload))}`);
  const code = await result;
  log(vscode.log());
  await browser.close();
  await vscode.stop();
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
