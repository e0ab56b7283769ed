const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** Says what begins, and how long it took when it has ended. Lines only: it must read well in a log file. */
export async function step<T>(title: string, work: () => T | Promise<T>): Promise<T> {
  const began = Date.now();
  console.log(`${title} …`);
  const result = await work();
  console.log(`${title}: ${seconds(began)}`);
  return result;
}

/** Like {@link step}, for work during which a person may wonder whether anything happens: repeats itself every ten seconds. */
export async function longStep<T>(title: string, work: () => Promise<T>): Promise<T> {
  const began = Date.now();
  const timer = setInterval(() => console.log(`${title} … ${seconds(began)}`), 10_000);
  try {
    return await step(title, work);
  } finally {
    clearInterval(timer);
  }
}
