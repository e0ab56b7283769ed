import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { atEnd } from './ending';
import { projectFolder } from './paths';

const windows = process.platform === 'win32';
const PATIENCE_MS = 4000;

export interface Group {
  readonly child: ChildProcess;
  /** Resolves to the exit code of the first process; 1 when a signal ended it. */
  readonly exit: Promise<number>;
  /** Ends the process and everything it has started. */
  end(): Promise<void>;
}

/** Starts a process as the leader of a group of its own, which ends with us at the latest. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions = {}): Group {
  // On Windows npm and its like are scripts, which only a shell can run.
  const shell = windows && !path.isAbsolute(command);
  const child = spawn(command, args, { stdio: 'inherit', shell, ...options, detached: !windows });
  const killNow = () => signalGroup(child, 'SIGKILL');
  // The last chance, for a `process.exit` that nobody announced.
  process.once('exit', killNow);

  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      killNow();
      process.off('exit', killNow);
      forget();
      resolve(code ?? 1);
    });
  });
  exit.catch(() => undefined);

  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    signalGroup(child, 'SIGTERM');
    const killLater = setTimeout(killNow, PATIENCE_MS);
    await exit.catch(() => undefined);
    clearTimeout(killLater);
  };
  const forget = atEnd(end);
  return { child, exit, end };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}

/** Runs a command to its end and returns what it has written; rejects with all of its output when it fails. */
export async function output(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<string> {
  const { child, exit } = startGroup(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const all: string[] = [];
  const out: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => void (all.push(text), out.push(text)));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => all.push(text));
  const closed = new Promise((resolve) => child.once('close', resolve));
  const code = await exit;
  // A grandchild that keeps the pipe must not keep us.
  await Promise.race([closed, sleep(1000)]);
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${all.join('')}`);
  return out.join('');
}

/** How to run npm: as the npm that runs us, else by name. */
export function npm(...args: string[]): [command: string, args: string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script, ...args]] : ['npm', args];
}

/** The command line tool of one of our dependencies. */
export const tool = (name: string): string =>
  windows ? `node_modules\\.bin\\${name}` : path.join(projectFolder, 'node_modules/.bin', name);
