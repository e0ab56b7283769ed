import type { JSX } from 'preact';
import { Drawing } from '../../shared/icons';

/** On a grid of 16, as those that all pages share. */
const paths = {
  open: 'M5 3.2v9.6L12.5 8z',
  input: 'M2.5 4.5h11v7h-11zM5 6.8v2.4',
  tap: 'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1',
  navigate: 'M2.5 8h11M9.5 4l4 4-4 4',
  request: 'M4 12 12 4M6 4h6v6',
  answer: 'M12 4 4 12M10 12H4V6',
  complete: 'm3 8.5 3.3 3.3L13 4.8',
  problem: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1',
  data: 'M6 2.5c-3 0 0 5-3 5.5 3 .5 0 5.5 3 5.5M10 2.5c3 0 0 5 3 5.5-3 .5 0 5.5-3 5.5',
  back: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a4 4 0 0 1 0 7H7',
  more: 'm6 3.5 4.5 4.5L6 12.5',
} as const;

export type PaneIconName = keyof typeof paths;

export function PaneIcon({ name }: { name: PaneIconName }): JSX.Element {
  return <Drawing path={paths[name]} />;
}
