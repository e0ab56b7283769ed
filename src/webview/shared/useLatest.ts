import { useRef } from 'preact/hooks';

/** What the last drawing was given: for listeners and timers, which are not made anew with each. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
