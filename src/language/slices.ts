/** How long the editor's other extensions may be kept waiting at a time, in milliseconds. */
const SLICE = 8;

/**
 * Takes all the steps, letting others work whenever a slice of time is used up. Undefined when `isCancelled` says after
 * such a pause that nobody wants the result any more.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  isCancelled: () => boolean,
): Promise<T | undefined> {
  let end = performance.now() + SLICE;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < end) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (isCancelled()) return undefined;
    end = performance.now() + SLICE;
  }
}
