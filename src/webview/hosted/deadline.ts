import { useEffect, useMemo, useState } from 'preact/hooks';

/**
 * Counts down from what was left when the host posted `message`, by this side's own clocks, for the
 * message that tells of the end may come late. Two clocks: one knows of sleep, the other cannot be set.
 * Undefined while nobody knows the end.
 */
export function useRemaining(message: object, remaining: number | undefined): number | undefined {
  const end = useMemo(
    () =>
      remaining === undefined
        ? undefined
        : { wall: Date.now() + remaining, steady: performance.now() + remaining },
    [message],
  );
  const [, redraw] = useState(0);
  useEffect(() => {
    if (end === undefined) return;
    const look = () => redraw((count) => count + 1);
    const timer = setInterval(look, 1_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [end]);
  return end && Math.min(end.wall - Date.now(), end.steady - performance.now());
}
