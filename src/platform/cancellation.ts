/** Somebody changed their mind. Not a failure: never shown as one. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
  constructor() {
    super('Cancelled');
  }
}

/** True for our own CancelledError and for what aborted signals, fetch and VS Code throw. */
export function isCancelled(error: unknown): boolean {
  return error instanceof Error && ['CancelledError', 'AbortError', 'Canceled'].includes(error.name);
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError();
}

interface CancellationToken {
  readonly isCancellationRequested: boolean;
  onCancellationRequested(listener: () => void): unknown;
}

/** VS Code speaks CancellationToken, the rest of the world AbortSignal. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort(new CancelledError());
  else token.onCancellationRequested(() => controller.abort(new CancelledError()));
  return controller.signal;
}
