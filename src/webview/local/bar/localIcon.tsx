import type { JSX } from 'preact';
import { Drawing } from '../../shared/icons';

/** On a grid of 16. */
const paths = {
  pin: 'M5.5 2.5h5M6.5 2.5v4.2L4.5 9.5h7l-2-2.8V2.5M8 9.5v4',
  inspect: 'M6 12.5H3.5a1 1 0 0 1-1-1v-8a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1V6M7.5 7.5l6.5 2.3-2.9 1.3L9.8 14z',
  phone: 'M5.5 1.5h5a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1h-5a1 1 0 0 1-1-1v-11a1 1 0 0 1 1-1zM7.2 12.4h1.6',
  more: 'M2.9 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M7.5 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0M12.1 8a.5.5 0 1 0 1 0 .5.5 0 1 0-1 0',
  down: 'm4.5 6.5 3.5 3.5 3.5-3.5',
} as const;

export function LocalIcon({ name }: { readonly name: keyof typeof paths }): JSX.Element {
  return <Drawing path={paths[name]} />;
}
