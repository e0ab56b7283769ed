/**
 * What must not outlive this process. Whoever starts something registers its end here, and unregisters it
 * when it has ended as planned; Ctrl-C and an outside end of the process run what is left, newest first.
 */
const endings = new Set<() => unknown>();
const PATIENCE_MS = 8000;
let ending = false;

export function atEnd(end: () => unknown): () => void {
  if (endings.size === 0) listen();
  endings.add(end);
  return () => void endings.delete(end);
}

async function endAll(): Promise<void> {
  for (const end of [...endings].reverse()) {
    endings.delete(end);
    await Promise.resolve()
      .then(end)
      .catch((error: unknown) => console.error(error));
  }
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  for (const [signal, number] of Object.entries(signals)) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      const exit = () => process.exit(128 + number);
      setTimeout(exit, PATIENCE_MS);
      void endAll().then(exit);
    });
  }
}
