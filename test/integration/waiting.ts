export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Waits for the window to come to a state; the test's timeout ends what never does. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}
