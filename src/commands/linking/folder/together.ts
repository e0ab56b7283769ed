/** Writes one after the other; what comes while one is under way is written together by the next. */
export function together<T>(write: (values: readonly T[]) => Promise<unknown>): (value: T) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  let next: { readonly values: T[]; readonly written: Promise<void> } | undefined;
  const begin = () => {
    const values: T[] = [];
    const written = last.then(async () => {
      next = undefined;
      await write(values);
    });
    last = written.catch(() => undefined);
    return { values, written };
  };
  return (value) => {
    next ??= begin();
    next.values.push(value);
    return next.written;
  };
}
