import { whenNpmIsGone } from './npmParent';

const PATIENCE_MS = 8000;
const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** What must not outlive this process. */
const endings = new Set<() => unknown>();
let listening = false;
let ending = false;

/**
 * Runs `end` when Ctrl-C or somebody else ends this process; what came last ends first. Returns a function
 * that takes it back, for what has ended as planned.
 */
export function atEnd(end: () => unknown): () => void {
  listen();
  endings.add(end);
  return () => void endings.delete(end);
}

function listen(): void {
  if (listening) return;
  listening = true;
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
  for (const [signal, number] of Object.entries(signals)) process.on(signal, () => void endAll(128 + number));
}

async function endAll(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  setTimeout(() => process.exit(exitCode), PATIENCE_MS);
  for (const end of [...endings].reverse()) {
    await Promise.resolve()
      .then(end)
      .catch((error: unknown) => console.error(error));
  }
  process.exit(exitCode);
}
