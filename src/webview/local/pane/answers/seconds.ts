import { useEffect, useState } from 'preact/hooks';

/** Whole seconds since `what` has been there; counts in steps of one, so that nothing flickers. */
export function useSeconds(what: unknown): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    const start = performance.now();
    const timer = setInterval(() => setSeconds(Math.round((performance.now() - start) / 1_000)), 1_000);
    return () => clearInterval(timer);
  }, [what]);
  return seconds;
}
