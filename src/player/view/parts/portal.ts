import { render, type ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Draws children in another element of the page. (Preact's own portal comes with all of React's manners.) */
export function Portal({
  into,
  children,
}: {
  readonly into: HTMLElement;
  readonly children: ComponentChildren;
}): null {
  const [place] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    place.className = 'wf-layer';
    into.append(place);
    return () => {
      render(null, place);
      place.remove();
    };
  }, [into, place]);
  useLayoutEffect(() => render(children, place));
  return null;
}
