import { AsyncLocalStorage } from 'node:async_hooks';

/** One start of one window, until it is closed or killed. */
export interface Life {
  over: boolean;
}

/**
 * Whose code runs: a window that was killed must not go on, however many of its promises and timers are still about, and two
 * windows of one process must each see a `vscode` of their own.
 */
const lives = new AsyncLocalStorage<Life>();

export const currentLife = (): Life | undefined => lives.getStore();

/** Does something in the name of a window. */
export const as = <T>(life: Life | undefined, work: () => T): T =>
  life === undefined ? lives.exit(work) : lives.run(life, work);

/** What a window that is gone waits for. */
export const forever = new Promise<never>(() => undefined);

/** The answer of something outside of the program; nobody is there to hear it once the window is gone. */
export async function unlessOver<T>(work: Promise<T>): Promise<T> {
  const life = currentLife();
  try {
    const result = await work;
    return life?.over === true ? await forever : result;
  } catch (error) {
    if (life?.over === true) return forever;
    throw error;
  }
}
