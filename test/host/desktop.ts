import fs from 'node:fs';
import path from 'node:path';
import { atEnd } from './ending';
import { cleanEnvironment } from './environment';
import { startGroup } from './processes';
import { hasScreen } from './which';

/** The `code` command of a desktop VS Code, if it can open a window here. */
export function findDesktop(): string | undefined {
  const remote = process.env['VSCODE_IPC_HOOK_CLI'] ?? process.env['WSL_DISTRO_NAME'];
  // In the terminal of a remote window `code` talks to that window, and cannot develop extensions here.
  if (remote || !hasScreen()) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((file) => fs.existsSync(file));
}

export interface DesktopOptions {
  folder: string;
  userDataDir: string;
  extensionsDir: string;
  developmentPaths: string[];
  env: Record<string, string>;
}

/** Opens a window of desktop VS Code, apart from any other that is open; resolves when it has been closed. */
export async function openDesktop(code: string, options: DesktopOptions): Promise<void> {
  const window = startGroup(
    code,
    [
      ...['--new-window', '--wait', '--disable-workspace-trust'],
      ...['--user-data-dir', options.userDataDir, '--extensions-dir', options.extensionsDir],
      ...options.developmentPaths.map((folder) => `--extensionDevelopmentPath=${folder}`),
      options.folder,
    ],
    { env: { ...cleanEnvironment(), ...options.env } },
  );
  // The command starts the window outside of its own process group, and VS Code notes its process here.
  const forget = atEnd(() =>
    process.kill(Number(fs.readFileSync(path.join(options.userDataDir, 'code.lock'), 'utf8'))),
  );
  await window.exit;
  forget();
}
