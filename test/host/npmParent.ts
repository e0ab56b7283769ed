import fs from 'node:fs';

const LOOK_EVERY_MS = 1000;

/**
 * Calls `gone` when the npm that runs us has been ended by its process id. Ctrl-C reaches everybody; such an
 * end npm keeps for itself, and we would stay behind with a VS Code that nobody sees. On Linux only, which is
 * where scripts start and end programs like this.
 */
export function whenNpmIsGone(gone: () => void): void {
  const npm = findNpm(process.ppid);
  if (npm === undefined) return;
  const timer = setInterval(() => {
    if (nameOf(npm)?.startsWith('npm')) return;
    clearInterval(timer);
    gone();
  }, LOOK_EVERY_MS);
  timer.unref();
}

function findNpm(pid: number): number | undefined {
  for (let ancestor = pid; ancestor > 1; ancestor = parentOf(ancestor)) {
    if (nameOf(ancestor)?.startsWith('npm')) return ancestor;
  }
  return undefined;
}

function nameOf(pid: number): string | undefined {
  try {
    return fs.readFileSync(`/proc/${pid}/comm`, 'utf8');
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
