import type { JSX } from 'preact';

/** A turning ring; with reduced motion a ring that stands still. The text beside it says what is going on. */
export function Spinner(): JSX.Element {
  return <span class="wf-spinner" aria-hidden="true" />;
}
