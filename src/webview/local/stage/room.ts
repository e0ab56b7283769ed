import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '../looks';

/** How large the inside of an element is, as it changes. */
export function useRoom(element: { readonly current: HTMLElement | null }): Size {
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const measured = element.current;
    if (measured === null) return;
    const measure = () => {
      const { paddingInlineStart, paddingInlineEnd, paddingBlockStart, paddingBlockEnd } =
        getComputedStyle(measured);
      const width = measured.clientWidth - number(paddingInlineStart) - number(paddingInlineEnd);
      const height = measured.clientHeight - number(paddingBlockStart) - number(paddingBlockEnd);
      setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return room;
}

function number(length: string): number {
  return Number.parseFloat(length) || 0;
}
