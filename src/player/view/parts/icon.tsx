import type { JSX } from 'preact';

/** Drawn for the player on a grid of 24, in lines, as both platforms have them. */
const paths = {
  back: 'M19 12H5M11 6l-6 6 6 6',
  backIos: 'm15 5-7 7 7 7',
  close: 'm6 6 12 12M18 6 6 18',
  menu: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  menuIos: 'M5.5 12v.01M12 12v.01M18.5 12v.01',
  down: 'm6 9.5 6 6 6-6',
  forward: 'm9 6 6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  calendar: 'M5 6h14v14H5zM5 10.5h14M9 3.5V8M15 3.5V8',
  camera: 'M4 8h4l1.5-2.5h5L16 8h4v11H4zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z',
  document: 'M7 3.5h7L18.5 8v12.5H7zM13.5 3.5v5h5',
  image: 'M4.5 5h15v14h-15zM4.5 16l4.5-4.5 4 4 2.5-2.5 4 4M15 9v.01',
  add: 'M12 5v14M5 12h14',
  warning: 'M12 4 21 19.5H3zM12 10v4.5M12 17v.01',
  error: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5v5.5M12 16v.01',
  clear: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 9l6 6M15 9l-6 6',
} as const;

export type IconName = keyof typeof paths;

/** A picture beside a text that says the same, or inside of a button with a label: screen readers skip it. */
export function Icon({ name, flips }: { readonly name: IconName; readonly flips?: boolean }): JSX.Element {
  return (
    <svg
      class={`wf-icon wf-icon-${name}${flips ? ' wf-flips' : ''}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}
